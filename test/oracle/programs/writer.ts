/**
 * What every part of the generator of programs writes with: lines at an indentation, names that are known with the type of
 * what they hold, and expressions by the productions of expressions.ts.
 */
import type { Random } from '../random.ts';
import { type Kind, PRODUCTIONS, type Production } from './productions.ts';

const DEPTH = 3;
const HOLE = /<@?[a-z]+\+?>/;

interface Scope {
  readonly names: Map<string, Kind>;
}

export class Writer {
  readonly lines: string[] = [];
  readonly random: Random;
  #indent = 0;
  #serial = 0;
  #scopes: Scope[] = [{ names: new Map() }];
  /** What makes an instance of each class written so far, and calls each function. */
  readonly makers: string[] = [];
  /** Functions of one int that give an int. */
  readonly functions: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  line(text: string): void {
    for (const part of text.split('\n')) this.lines.push('    '.repeat(this.#indent) + part);
  }

  block(header: string, body: () => void): void {
    this.line(header);
    this.#indent++;
    const before = this.lines.length;
    body();
    if (this.lines.length === before) this.line('pass');
    this.#indent--;
  }

  /** A block whose names are gone after it. */
  scoped(header: string, body: () => void): void {
    this.#scopes.push({ names: new Map(this.#scopes.at(-1)?.names) });
    this.block(header, body);
    this.#scopes.pop();
  }

  /** A function's body: it sees the names outside, but what it makes is its own. */
  alone(header: string, parameters: Readonly<Record<string, Kind>>, body: () => void): void {
    this.#scopes.push({ names: new Map(Object.entries(parameters)) });
    this.block(header, body);
    this.#scopes.pop();
  }

  get atTop(): boolean {
    return this.#scopes.length === 1;
  }

  fresh(prefix: string): string {
    return `${prefix}${this.#serial++}`;
  }

  know(name: string, kind: Kind): void {
    this.#scopes.at(-1)?.names.set(name, kind);
  }

  forget(name: string): void {
    this.#scopes.at(-1)?.names.delete(name);
  }

  known(kind: Kind): string | undefined {
    const names = [...(this.#scopes.at(-1)?.names ?? [])].filter(([, one]) => one === kind);
    return names.length === 0 ? undefined : this.random.pick(names)[0];
  }

  anyKnown(kinds: readonly Kind[]): string | undefined {
    const names = [...(this.#scopes.at(-1)?.names ?? [])].filter(([, one]) => kinds.includes(one));
    return names.length === 0 ? undefined : this.random.pick(names)[0];
  }

  /** A name of that kind: one that is known, or a new one with a line that makes it. */
  name(kind: Kind): string {
    const known = this.random.chance(80) ? this.known(kind) : undefined;
    if (known !== undefined) return known;
    const name = this.fresh('v');
    this.line(`${name} = ${this.expression(kind)}`);
    this.know(name, kind);
    return name;
  }

  expression(kind: Kind, depth = DEPTH): string {
    const known = this.random.chance(45) ? this.known(kind) : undefined;
    if (known !== undefined) return known;
    const all = PRODUCTIONS[kind];
    const choices: readonly Production[] = depth > 0 ? all : all.filter((one) => !HOLE.test(one));
    return this.fill(this.random.pick(choices.length > 0 ? choices : all), depth - 1);
  }

  /**
   * A template with its holes filled: `<int>` an expression, `<int+>` one that may use `<it>`, a name that the template binds,
   * and `<@int>` a name that holds an int.
   */
  fill(template: string, depth = DEPTH - 1): string {
    const it = template.includes('<it>') ? this.fresh('i') : '';
    return template.replaceAll(/<(@?)([a-z]+)(\+?)>/g, (_, named: string, kind: string, inner: string) => {
      if (kind === 'it') return it;
      if (named !== '') return this.name(kind as Kind);
      if (inner === '') return this.expression(kind as Kind, depth);
      this.#scopes.push({ names: new Map([...(this.#scopes.at(-1)?.names ?? []), [it, 'int']]) });
      const text = this.expression(kind as Kind, depth);
      this.#scopes.pop();
      return text;
    });
  }
}
