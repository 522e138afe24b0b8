/** Where operations are kept. */
export { MemoryJournal } from './memory.ts';
