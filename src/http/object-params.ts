/** Paths that name an object. */
import { z } from 'zod';
import { refuse } from '../contract/index.ts';
import { SESSION_PARAMS } from './route-sessions.ts';

/** In a path the `#` of an object's id may be left out, since it must be escaped there. */
export const OBJECT_PARAMS = z.strictObject({
  ...SESSION_PARAMS.shape,
  object: z
    .string()
    .regex(/^#?-?[1-9][0-9]{0,9}$/)
    .meta({ description: 'Id of an object, with or without the `#`.', examples: ['17'] }),
});

export const serialOf = (object: string): number => Number(object.replace('#', ''));
export const noObject = (object: string) => refuse('no_such_object', { id: `#${serialOf(object)}` });
