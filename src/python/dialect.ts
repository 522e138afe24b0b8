/** What differs between Python versions where programs run, as data: `vm.words` and `vm.rules`. Algorithms never ask for the version. */
import { type AtVersion, atVersion, type Minor } from '../heap/index.ts';
import { LIBRARY_RULES } from './dialect-library.ts';
import { RULES } from './dialect-rules.ts';
import { WORDS } from './dialect-words.ts';

export interface Dialect {
  readonly words: AtVersion<typeof WORDS>;
  readonly rules: AtVersion<typeof RULES & typeof LIBRARY_RULES>;
}

const made = new Map<Minor, Dialect>();

export function dialectOf(minor: Minor): Dialect {
  const known = made.get(minor);
  if (known !== undefined) return known;
  const dialect = { words: atVersion(WORDS, minor), rules: atVersion({ ...RULES, ...LIBRARY_RULES }, minor) };
  made.set(minor, dialect);
  return dialect;
}
