import type { FaultDetail } from '../syntax-fault.ts';

/** Thrown by a scanner to end the list of tokens; the tokenizer turns it into a fault. */
export class LexicalError extends Error {
  readonly detail: FaultDetail;
  constructor(detail: FaultDetail) {
    super(detail.message);
    this.detail = detail;
  }
}
