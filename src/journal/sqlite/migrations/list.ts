/** Every step from an empty file to today's tables. The number of a step is its place, from 1; none is ever changed or removed. */
import { SESSIONS } from './0001-sessions.ts';
import { TRUNKS } from './0002-trunks.ts';
import { ANSWER_AGE } from './0003-answer-age.ts';

export const MIGRATIONS: readonly string[] = [SESSIONS, TRUNKS, ANSWER_AGE];
