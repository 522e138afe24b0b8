/** The modules that a program can import: those written in TypeScript, and the source of those written in Python. */
import type { ModuleDefinition } from '../eval/native.ts';
import { GC } from './gc.ts';
import { SYS } from './sys.ts';

export const MODULES: readonly ModuleDefinition[] = [SYS, GC];

/** Source text by module name. */
export const SOURCES: Readonly<Record<string, string>> = {};
