/** Calls that have begun and not returned: their statements are the body of a function. */
import { type Operand, spellOperand } from '../operand.ts';
import type { Operation } from '../verb.ts';
import type { Functions, Written } from './functions.ts';
import { boundName } from './statements.ts';

interface OpenCall {
  readonly operation: Operation;
  readonly body: string[];
  readonly site: number;
  readonly written: Written;
}

export class Calls {
  readonly #functions: Functions;
  readonly #open: OpenCall[] = [];

  constructor(functions: Functions) {
    this.#functions = functions;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Where statements go now; undefined: to the module. */
  get body(): string[] | undefined {
    return this.#open.at(-1)?.body;
  }

  /** These names are global in the running function, unless they are its parameters. */
  assigns(names: readonly string[]): void {
    for (const name of names) this.#open.at(-1)?.written.assigned.add(name);
  }

  enter(operation: Operation): void {
    this.assigns(['SITE']);
    const written = this.called(operation);
    this.#open.push({ operation, written, body: [], site: this.#functions.nextSite() });
  }

  /** The function that a call means. */
  called(operation: Operation): Written {
    const args = (operation.args ?? []) as Operand[];
    const params = (operation.params as string[] | undefined) ?? args.map((_, at) => `p${at}`);
    return this.#functions.called(String(operation.function), params);
  }

  /** Ends the innermost call; the lines that make it. */
  leave(operation?: Operation): readonly string[] {
    const call = this.#open.pop() as OpenCall;
    if (operation !== undefined) call.body.push(returnLine(operation));
    call.written.sites.push({ site: call.site, lines: call.body });
    const as = operation === undefined ? undefined : boundName(operation);
    const made = as === undefined ? '' : `${as} = `;
    if (as !== undefined) this.assigns([as]);
    return [`SITE = ${call.site}`, `${made}${callExpression(call.written, call.operation)}`];
  }
}

export function callExpression({ pythonName }: Written, operation: Operation): string {
  return `${pythonName}(${((operation.args ?? []) as Operand[]).map(spellOperand).join(', ')})`;
}

export function returnLine({ value }: Operation): string {
  return value === null || value === undefined ? 'return' : `return ${spellOperand(value as Operand)}`;
}
