/** The nouns: everything that Heaplab says on the wire, as schemas. Imports zod and nothing else. */
export * from './close-code.ts';
export * from './event.ts';
export * from './explanation.ts';
export * from './fault.ts';
export * from './frame.ts';
export * from './ids.ts';
export * from './messages.ts';
export * from './problem.ts';
export * from './program.ts';
export * from './receipt.ts';
export * from './route-words.ts';
export * from './session.ts';
export * from './view-gc.ts';
export * from './view-graph.ts';
export * from './view-leaks.ts';
export * from './view-memory.ts';
export * from './view-objects.ts';
