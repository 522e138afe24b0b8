/**
 * For whoever makes programs faster: those of the benchmark whose names contain a word, against CPython, in a moment.
 * `node --expose-gc [--cpu-prof --cpu-prof-dir=dist] test/bench/one-program.ts WORD [STEPS] [ROUNDS]`
 */
import { findCpython } from './loops.ts';
import { programSources } from './program-sources.ts';
import { measurePrograms } from './programs.ts';
import { table } from './report.ts';

const [, , word = '', steps = '1000000', rounds = '3'] = process.argv;
const chosen = programSources(Number(steps), Number(steps)).filter(({ name }) => name.includes(word));
console.log(table(await measurePrograms(chosen, Number(rounds), findCpython())));
