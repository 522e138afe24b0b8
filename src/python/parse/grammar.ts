/** The rules that close the circle of the grammar. */
import { parseStatement } from './compound-statements.ts';
import type { Grammar } from './cursor.ts';
import { parseLambda } from './lambda.ts';
import { parsePrimary } from './primaries.ts';

export const GRAMMAR: Grammar = { primary: parsePrimary, lambda: parseLambda, statement: parseStatement };
