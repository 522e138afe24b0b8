/** What differs between Python versions where programs run, as data: `vm.words` and `vm.rules`. Algorithms never ask for the version. */
import { type AtVersion, atVersion, type Minor } from '../heap/index.ts';
import { CALL_RULES } from './dialect-calls.ts';
import { CLASS_RULES } from './dialect-classes.ts';
import { LIBRARY_RULES } from './dialect-library.ts';
import { RULES } from './dialect-rules.ts';
import { TYPE_OFFSETS, TYPE_SIZES } from './dialect-sizes.ts';
import { WORDS } from './dialect-words.ts';

export interface Dialect {
  readonly words: AtVersion<typeof WORDS>;
  readonly rules: AtVersion<typeof RULES & typeof CALL_RULES & typeof CLASS_RULES & typeof LIBRARY_RULES> & {
    readonly typeSizes: AtVersion<typeof TYPE_SIZES>;
    readonly typeOffsets: AtVersion<typeof TYPE_OFFSETS>;
  };
}

const made = new Map<Minor, Dialect>();

export function dialectOf(minor: Minor): Dialect {
  const known = made.get(minor);
  if (known !== undefined) return known;
  const typeSizes = atVersion(TYPE_SIZES, minor);
  const typeOffsets = atVersion(TYPE_OFFSETS, minor);
  const rules = {
    ...atVersion({ ...RULES, ...CALL_RULES, ...CLASS_RULES, ...LIBRARY_RULES }, minor),
    typeSizes,
    typeOffsets,
  };
  const dialect = { words: atVersion(WORDS, minor), rules };
  made.set(minor, dialect);
  return dialect;
}
