/** Where operations are kept. */
export { MemoryJournal } from './memory.ts';
export { SqliteJournal, sqliteProblems } from './sqlite.ts';
export { timed } from './timed.ts';
