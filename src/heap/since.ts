/**
 * Values that changed with a version: each is stated for the version that brought it, and holds until the next one stated.
 *
 *   const WORDS = { unbound: since({ 8: 'old words', 11: 'new words' }) };      atVersion(WORDS, 12).unbound === 'new words'
 */

/** The second number of a version: 3.`minor`. */
export type Minor = 8 | 9 | 10 | 11 | 12 | 13;

export type Since<T> = { readonly 8: T } & { readonly [minor in Exclude<Minor, 8>]?: T };

/** One value by version; the type is that of all its forms. */
export function since<T>(values: Since<T>): Since<T> {
  return values;
}

export type AtVersion<Table> = {
  readonly [name in keyof Table]: Table[name] extends Since<infer T> ? T : never;
};

/** A table of such values as one version has it. */
export function atVersion<Table extends Readonly<Record<string, Since<unknown>>>>(
  table: Table,
  minor: Minor,
): AtVersion<Table> {
  const entries = Object.entries(table).map(([name, values]) => [name, valueAt(values, minor)]);
  return Object.fromEntries(entries) as AtVersion<Table>;
}

function valueAt(values: Since<unknown>, minor: Minor): unknown {
  for (let at = minor; at > 8; at--) if (at in values) return values[at];
  return values[8];
}
