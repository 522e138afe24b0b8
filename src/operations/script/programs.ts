/**
 * The programs of a session, each told as one statement that runs it. One that was run step by step is told when it has ended, with
 * all that it printed: a script has no debugger.
 */
import type { ProgramOutcome } from '../../contract/index.ts';
import type { LeftInFreeLists } from '../../python/index.ts';
import type { Operation } from '../verb.ts';
import { Untellable } from './statements.ts';
import type { Applied, Around } from './told.ts';

/** A program as the script has it. */
export interface ProgramText {
  readonly source: string;
  readonly filename: string;
  readonly argv: readonly string[] | null;
  readonly stdin: string | null;
  readonly left: readonly LeftInFreeLists[];
  /** The collector's counters after it. */
  readonly count: readonly number[];
  readonly around: Around;
  /** The generation that the dict of the names is in before it. */
  readonly namesIn: Applied['namesIn'];
}

/** What Heaplab answered to one, and the script compares. */
export interface ProgramAnswers {
  readonly program: number;
  readonly outcome: Pick<ProgramOutcome, 'stdout' | 'stderr' | 'exit'>;
}

interface Begun extends Omit<ProgramText, 'count' | 'around'> {
  readonly left: LeftInFreeLists[];
}

export class Programs {
  readonly texts: ProgramText[] = [];
  /** The one that has not ended. */
  #paused: { readonly text: Begun; stdout: string; stderr: string } | null = null;

  /** Of the dict of the names, after the last operation. */
  #namesIn: Applied['namesIn'] = null;

  /** Every operation that was applied, at last. */
  follow({ namesIn }: Applied): void {
    this.#namesIn = namesIn;
  }

  /** A program waits for its next step. */
  get isPaused(): boolean {
    return this.#paused !== null;
  }

  /** A part of a program has run; what the script is to say where that was its last. */
  advance({ operation, result, left, state: { count }, around }: Applied): ProgramAnswers | undefined {
    if (result.error !== undefined || result.value === undefined)
      throw new Untellable('a program that was refused');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these operations answer so.
    const { state, stdout, stderr, exit, fault } = result.value as ProgramOutcome;
    if (fault !== null) throw new Untellable(`an interpreter has no such budget (${fault.code})`);
    if (isInterrupted(operation)) throw new Untellable('when an interrupt comes, no script can say');
    const paused = this.#paused ?? { text: this.#text(operation, around), stdout: '', stderr: '' };
    paused.text.left.push(...left);
    paused.stdout += stdout;
    paused.stderr += stderr;
    this.#paused = state === 'paused' ? paused : null;
    if (state === 'paused') return undefined;
    this.texts.push({ ...paused.text, count, around });
    const outcome = { stdout: paused.stdout, stderr: paused.stderr, exit };
    return { program: this.texts.length - 1, outcome };
  }

  #text(
    { source, filename = 'main.py', argv = null, stdin = null }: Operation,
    { namesBegin }: Around,
  ): Begun {
    const namesIn = this.#namesIn ?? namesBegin;
    return { source, filename, argv, stdin, left: [], namesIn } as unknown as Begun;
  }
}

function isInterrupted({ interrupt, interrupt_at: at }: Operation): boolean {
  return interrupt === true || (at as readonly number[] | undefined)?.length !== undefined;
}

export function isOfPrograms({ op }: Operation): boolean {
  return op === 'run' || op.startsWith('program.');
}
