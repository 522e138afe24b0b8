/**
 * A group of exceptions in a traceback (traceback.py:TracebackException.format, pythonrun.c:print_exception_group): the exceptions in it
 * stand behind margins, each with its own traceback, causes and contexts.
 *
 *     | ExceptionGroup: message (2 sub-exceptions)
 *     +-+---------------- 1 ----------------
 *       | ValueError: 1
 *       +---------------- 2 ----------------
 *       ...
 *       +------------------------------------
 */

import type { Interpreter } from '../interpreter.ts';
import { isGroup } from './exception-groups.ts';
import { EXC } from './raise.ts';

const MAX_WIDTH = 15;
const MAX_DEPTH = 10;

/** An exception as it is to be shown: the same one can stand in several places with different things that led to it. */
export interface Told {
  readonly exception: number;
  /** What led to it, oldest first, itself last; `link` is what stands below each. */
  readonly chain: () => readonly { readonly link: string; readonly told: Told }[];
  /** The exceptions in a group. */
  readonly members: () => readonly Told[];
}

export interface Teller {
  /** The entries of a traceback. */
  readonly entries: (traceback: number) => string;
  /** The last line, with what may have been meant, and the notes. */
  readonly line: (exception: number) => { readonly text: string; readonly notes: string };
}

export class GroupText {
  readonly #vm: Interpreter;
  readonly #teller: Teller;
  #depth = 0;
  #needsClose = false;
  #text = '';

  constructor(vm: Interpreter, teller: Teller) {
    this.#vm = vm;
    this.#teller = teller;
  }

  get text(): string {
    return this.#text;
  }

  /** An exception and all that led to it. */
  add(root: Told): void {
    for (const { link, told } of root.chain()) {
      this.#exception(told);
      if (link !== '') this.#emit(link);
    }
  }

  #exception(told: Told): void {
    const { exception } = told;
    const traceback = this.#vm.field(exception, EXC.TRACEBACK);
    if (isGroup(this.#vm, exception)) return this.#group(told, traceback);
    if (traceback !== 0) this.#emit(`Traceback (most recent call last):\n${this.#teller.entries(traceback)}`);
    this.#line(exception);
  }

  #group(told: Told, traceback: number): void {
    if (this.#depth > MAX_DEPTH) return this.#emit(`... (max_group_depth is ${MAX_DEPTH})\n`);
    const outermost = this.#depth === 0;
    if (outermost) this.#depth++;
    if (traceback !== 0) {
      this.#emit('Exception Group Traceback (most recent call last):\n', outermost ? '+' : '|');
      this.#emit(this.#teller.entries(traceback));
    }
    this.#line(told.exception);
    this.#members(told.members());
    if (outermost) this.#depth = 0;
  }

  #members(exceptions: readonly Told[]): void {
    const shown = exceptions.slice(0, MAX_WIDTH);
    const more = exceptions.length - shown.length;
    const count = shown.length + (more > 0 ? 1 : 0);
    this.#needsClose = false;
    for (let at = 0; at < count; at++) {
      // The last one may be a group, which closes the frame then.
      if (at === count - 1) this.#needsClose = true;
      const one = shown[at];
      const title = one === undefined ? '...' : `${at + 1}`;
      this.#text += `${this.#indent()}${at === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`;
      this.#depth++;
      if (one === undefined) this.#emit(`and ${more} more exception${more > 1 ? 's' : ''}\n`);
      else this.add(one);
      if (at === count - 1 && this.#needsClose) {
        this.#text += `${this.#indent()}+------------------------------------\n`;
        this.#needsClose = false;
      }
      this.#depth--;
    }
  }

  #line(exception: number): void {
    const { text, notes } = this.#teller.line(exception);
    if (this.#vm.rules.marginsEverywhere) this.#emit(text);
    else this.#text += this.#margin('|') + text;
    this.#emit(notes);
  }

  #indent(): string {
    return '  '.repeat(this.#depth);
  }

  #margin(character: string): string {
    return this.#depth === 0 ? '' : `${this.#indent()}${character} `;
  }

  /** Each line behind the margin, empty ones too. */
  #emit(text: string, character = '|'): void {
    const margin = this.#margin(character);
    this.#text += text.replaceAll(/[^\n]*\n/g, (line) => margin + line);
  }
}
