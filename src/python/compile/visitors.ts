/** The functions that close the circle of the compiler. */
import { compileCall } from './calls.ts';
import type { Visitors } from './compiler.ts';
import { compileComprehension } from './comprehensions.ts';
import { compileDisplay } from './displays.ts';
import { compileLambda } from './functions.ts';
import { compileStatement } from './statements.ts';
import { compileSuperAttribute } from './super-call.ts';

export const VISITORS: Visitors = {
  statement: compileStatement,
  call: compileCall,
  display: compileDisplay,
  lambda: compileLambda,
  comprehension: compileComprehension,
  superAttribute: compileSuperAttribute,
};
