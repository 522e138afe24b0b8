/**
 * The patterns that string.Template takes for its names (idpattern, braceidpattern): sets of characters, groups, alternatives and
 * repetition, in the syntax of re. They are matched without going back: all the ways that a match could go on are followed at once, in
 * the order in which re would try them, so that no pattern takes longer than its length times the text's.
 */

/** One that is not written here: the text says what it has. */
export class UnsupportedPattern extends Error {}

export interface PatternTraits {
  /** re.IGNORECASE, which Template.flags has unless a class says otherwise. */
  readonly ignoresCase: boolean;
}

type Part =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly counts: Counts };

interface Counts {
  readonly least: number;
  readonly most: number;
  /** As few as will do. */
  readonly isLazy: boolean;
}

const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  '?': ['0', '1'],
  '*': ['0', ''],
  '+': ['1', ''],
};

class Parser {
  readonly #source: string;
  readonly #ignoresCase: boolean;
  #at = 0;
  #ascii = false;

  constructor(source: string, { ignoresCase }: PatternTraits) {
    this.#source = source;
    this.#ignoresCase = ignoresCase;
  }

  parse(): Part {
    const part = this.#choice();
    if (this.#at < this.#source.length) throw new UnsupportedPattern('an unbalanced parenthesis');
    return part;
  }

  /** What is there now by this sticky expression, which is then passed; its groups. */
  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source);
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #choice(): Part {
    const parts = [this.#sequence()];
    while (this.#take(/\|/y) !== null) parts.push(this.#sequence());
    return { kind: 'choice', parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (;;) {
      this.#skipSpace();
      const next = this.#source[this.#at];
      if (next === undefined || next === '|' || next === ')') return { kind: 'sequence', parts };
      const part = this.#atom();
      this.#skipSpace();
      parts.push(this.#repeated(part));
    }
  }

  /** re.VERBOSE, which Template always adds. */
  #skipSpace(): void {
    this.#take(/(?:\s|#[^\n]*)*/y);
  }

  #repeated(part: Part): Part {
    const found = this.#take(/(?:([?*+])|\{(\d*)(,?)(\d*)\})(\??)/y);
    if (found === null) return part;
    const [, sign, low = '', comma, high = '', lazy] = found;
    if (/[+*?{]/.test(this.#source[this.#at] ?? '')) throw new UnsupportedPattern('a multiple repeat');
    const [least, most] = SIGNS[sign ?? ''] ?? [low, comma === '' ? low : high];
    const counts = {
      least: Number(least),
      most: most === '' ? Infinity : Number(most),
      isLazy: lazy === '?',
    };
    return { kind: 'repeat', part, counts };
  }

  #atom(): Part {
    const opened = this.#take(/\((?:\?(?::|a:))?/y)?.[0];
    if (opened !== undefined) return this.#group(opened);
    const text = this.#take(/\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^()[\]{}?*+^$|\\]/suy)?.[0];
    if (text === undefined) throw new UnsupportedPattern(`'${this.#source[this.#at]}'`);
    return { kind: 'character', accepts: characterSet(text, this.#ascii, this.#ignoresCase) };
  }

  #group(opened: string): Part {
    const what = this.#source.slice(this.#at, this.#at + 2);
    if (what.startsWith('?')) throw new UnsupportedPattern(`'(${what}'`);
    const outside = this.#ascii;
    this.#ascii ||= opened === '(?a:';
    const part = this.#choice();
    this.#ascii = outside;
    if (this.#take(/\)/y) === null) throw new UnsupportedPattern('a missing parenthesis');
    return part;
  }
}

/** A step of a compiled pattern: one character, two places to go on from (the first is tried first), or the end. */
type Step =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'end' };

const MOST_STEPS = 2000;

/** Writes steps one after the other. */
class Writer {
  readonly steps: Step[] = [];

  write(part: Part): void {
    switch (part.kind) {
      case 'character':
        this.#add(part);
        return;
      case 'sequence':
        for (const one of part.parts) this.write(one);
        return;
      case 'choice':
        return this.#choice(part.parts);
      default:
        return this.#repeat(part.part, part.counts);
    }
  }

  #add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new UnsupportedPattern('too many repetitions');
    return this.steps.push(step) - 1;
  }

  /** A split whose places are filled in later. */
  #split(): (first: number, second: number) => void {
    const at = this.#add({ kind: 'end' });
    return (first, second) => {
      this.steps[at] = { kind: 'split', first, second };
    };
  }

  #choice(parts: readonly Part[]): void {
    const leave: (() => void)[] = [];
    for (const part of parts.slice(0, -1)) {
      const choose = this.#split();
      const start = this.steps.length;
      this.write(part);
      const jump = this.#split();
      leave.push(() => jump(this.steps.length, this.steps.length));
      choose(start, this.steps.length);
    }
    for (const part of parts.slice(-1)) this.write(part);
    for (const jump of leave) jump();
  }

  #repeat(part: Part, { least, most, isLazy }: Counts): void {
    for (let count = 0; count < least; count++) this.write(part);
    const isEndless = most === Infinity;
    const leave: (() => void)[] = [];
    for (let count = least; count < (isEndless ? least + 1 : most); count++) {
      const start = this.steps.length;
      const choose = this.#split();
      this.write(part);
      if (isEndless) this.#split()(start, start);
      leave.push(() => {
        const end = this.steps.length;
        if (isLazy) choose(end, start + 1);
        else choose(start + 1, end);
      });
    }
    for (const fill of leave) fill();
  }
}

const WORD = String.raw`\p{L}\p{N}_`;
/** What a class escape stands for inside brackets, by re's rules for str. */
const ESCAPES: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  w: WORD,
  s: String.raw`\s\x1c-\x1f\x85`,
  t: String.raw`\t`,
  n: String.raw`\n`,
  r: String.raw`\r`,
  f: String.raw`\f`,
  v: String.raw`\v`,
};
const ASCII_ESCAPES: Readonly<Record<string, string>> = {
  ...ESCAPES,
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: String.raw` \t-\r`,
};

/** Letters outside ASCII that ignoring case makes of i, which JavaScript keeps apart. */
const DOTLESS = /[\u0130\u0131]/;

/** Which characters one atom stands for: itself, an escape, a set in brackets, or a full stop. */
function characterSet(atom: string, isAscii: boolean, ignoresCase: boolean): (character: string) => boolean {
  if (atom === '.') return (character) => character !== '\n';
  const isNegated = atom.startsWith('[^');
  const body = atom.startsWith('[') ? atom.slice(isNegated ? 2 : 1, -1) : atom;
  const set = new RegExp(`^[${translated(body, isAscii)}]$`, ignoresCase ? 'iu' : 'u');
  const plain = new RegExp(set.source, 'u');
  const accepts = (character: string): boolean => {
    // With ASCII rules only the letters of ASCII have another case.
    if (isAscii && character > '\x7f') return plain.test(character);
    if (set.test(character)) return true;
    return ignoresCase && DOTLESS.test(character) && set.test('i');
  };
  return isNegated ? (character) => !accepts(character) : accepts;
}

/** The inside of a set as JavaScript writes it. */
function translated(body: string, isAscii: boolean): string {
  return body.replaceAll(
    /\\(.)|([\][(){}/|&~!#$%*+,.:;<=>?@`^])/gsu,
    (_, escaped?: string, plain?: string) => {
      if (plain !== undefined) return `\\u{${plain.codePointAt(0)?.toString(16)}}`;
      const known = (isAscii ? ASCII_ESCAPES : ESCAPES)[escaped ?? ''];
      if (known !== undefined) return known;
      if (/[A-Za-z0-9]/.test(escaped ?? '')) throw new UnsupportedPattern(`'\\${escaped}'`);
      return `\\u{${escaped?.codePointAt(0)?.toString(16)}}`;
    },
  );
}

/** A compiled pattern, which may have to be followed by a character. */
export class Pattern {
  readonly #steps: readonly Step[];

  constructor(source: string, traits: PatternTraits, followedBy = '') {
    const writer = new Writer();
    writer.write(new Parser(source, traits).parse());
    const accepts = (character: string): boolean => character === followedBy;
    if (followedBy !== '') writer.write({ kind: 'character', accepts });
    this.#steps = [...writer.steps, { kind: 'end' }];
  }

  /** Where a match that begins at `from` ends; -1 where there is none. */
  end(text: readonly string[], from: number): number {
    let found = -1;
    let places = this.#reached([0]);
    for (let at = from; places.length > 0; at++) {
      const next: number[] = [];
      for (const place of places) {
        const step = this.#steps[place] as Step;
        if (step.kind === 'end') {
          found = at;
          break;
        }
        if (step.kind === 'character' && at < text.length && step.accepts(text[at] as string))
          next.push(place + 1);
      }
      places = this.#reached(next);
    }
    return found;
  }

  /** Where these places lead to without a character, each once, in the order in which they are to be tried. */
  #reached(from: readonly number[]): number[] {
    const seen = new Set<number>();
    const places: number[] = [];
    const open = from.toReversed();
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen.has(place)) continue;
      seen.add(place);
      const step = this.#steps[place] as Step;
      if (step.kind === 'split') open.push(step.second, step.first);
      else places.push(place);
    }
    return places;
  }
}
