/** `?at=SEQ`: which moment of a session a question is about. */
import { z } from 'zod';
import type { Outcome, Position } from '../contract/index.ts';
import { type Look, POSITION, positionLook, type Question, type Session } from '../session/index.ts';

export const AT_QUERY = z.strictObject({
  at: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional().meta({
    description: 'The moment when so many operations had been applied; left out: now.',
  }),
});

/** Looks at the session as it stood then, or stands now. */
export async function lookAt<T>(
  session: Session,
  at: number | undefined,
  look: Look<T>,
  question?: Question,
): Promise<Outcome<T>> {
  return at === undefined ? session.read(look, question) : session.readAt(at, look, question);
}

/** Where the session stood then; for the present nobody has to wait. */
export async function positionAt(session: Session, at: number | undefined): Promise<Outcome<Position>> {
  if (at === undefined) return { ok: true, value: session.position };
  return session.readAt(at, positionLook, POSITION);
}
