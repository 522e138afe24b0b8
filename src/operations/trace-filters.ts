/** Which traces statistics are made of: what tracemalloc.Filter does in Python (Lib/tracemalloc.py, Snapshot._filter_trace). */
import type { TraceFrame, TraceGroup } from '../heap/index.ts';

/** A pattern of file names as fnmatch has them, and a line of those files. */
export interface TracePattern {
  readonly filename: string;
  /** Undefined: every line. */
  readonly lineno: number | undefined;
}

export interface TraceFilters {
  /** A trace must fit one of these, if there are any ... */
  readonly include: readonly TracePattern[];
  /** ... and none of these. */
  readonly exclude: readonly TracePattern[];
  /** Any frame of a trace may fit, not only the most recent one. */
  readonly allFrames: boolean;
}

const EVERYTHING: TraceFilters = { include: [], exclude: [], allFrames: false };

type Fits = (frame: TraceFrame) => boolean;

export function filtered(
  groups: readonly TraceGroup[],
  { include, exclude, allFrames }: TraceFilters = EVERYTHING,
): readonly TraceGroup[] {
  if (include.length === 0 && exclude.length === 0) return groups;
  const [wanted, unwanted] = [include.map(frameTest), exclude.map(frameTest)];
  const someFits = (tests: readonly Fits[], { frames }: TraceGroup): boolean =>
    (allFrames ? frames : frames.slice(0, 1)).some((frame) => tests.some((fits) => fits(frame)));
  return groups.filter(
    (group) => (wanted.length === 0 || someFits(wanted, group)) && !someFits(unwanted, group),
  );
}

/** `pattern` or `pattern:line`. */
export function tracePattern(text: string): TracePattern {
  const [, filename = text, line] = /^(.*):([0-9]{1,9})$/s.exec(text) ?? [];
  return { filename, lineno: line === undefined ? undefined : Number(line) };
}

function frameTest({ filename, lineno }: TracePattern): Fits {
  const pattern = shellPattern(ofSource(filename));
  return ({ file, line }) => (lineno === undefined || lineno === line) && matches(pattern, ofSource(file));
}

/** _normalize_filename */
function ofSource(file: string): string {
  return file.endsWith('.pyc') ? file.slice(0, -1) : file;
}

/** One character fits; null: a star, which any number of them do. */
type Token = ((character: string) => boolean) | null;

/** fnmatch.translate: `*`, `?`, `[abc]`, `[a-z]` and `[!abc]`; a bracket that is not closed means itself. */
function shellPattern(text: string): readonly Token[] {
  const parts = text.match(/\[!?\]?[^\]]*\]|[^]/gu) ?? [];
  return parts.map((part) => {
    if (part === '*') return null;
    if (part === '?') return () => true;
    return part.startsWith('[') && part.length > 1
      ? oneOf(part.slice(1, -1))
      : (character) => character === part;
  });
}

function oneOf(inner: string): Token {
  const isNot = inner.startsWith('!');
  const ranges = (isNot ? inner.slice(1) : inner).match(/[^]-[^]|[^]/gu) ?? [];
  const fits = (character: string): boolean =>
    ranges.some((range) => {
      const [first = '', , last = first] = Array.from(range);
      return first <= character && character <= last;
    });
  return (character) => fits(character) !== isNot;
}

/** Goes back to the last star only, so that no pattern takes long. */
function matches(pattern: readonly Token[], text: string): boolean {
  const characters = Array.from(text);
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < characters.length) {
    const token = pattern[next];
    if (token === null) {
      star = next++;
      from = at;
    } else if (token?.(characters[at] as string) === true) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
  return pattern.slice(next).every((token) => token === null);
}
