/** Brings the names of Unicode's characters: a thread that runs programs imports this file. The package is loaded with the first name. */
import { createRequire } from 'node:module';
import { characterNames } from './objects/index.ts';

const require = createRequire(import.meta.url);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the package gives, which has no types.
characterNames.haveCharacterNames(() => require('unicode-name') as characterNames.CharacterNames);
