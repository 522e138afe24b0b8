import type { FaultDetail } from '../syntax-fault.ts';

/** Thrown by a scanner to end the list of tokens; the tokenizer turns it into a fault. */
export class LexicalError extends Error {
  readonly detail: FaultDetail;
  /** Only noted (tokenizer.c: `tok->done`), where others are raised on the spot: raised when the parser comes here. */
  readonly noted: boolean;
  constructor(detail: FaultDetail, noted = false) {
    super(detail.message);
    this.detail = detail;
    this.noted = noted;
  }
}
