/** Looks that sessions themselves have names for, wherever the heap is. */
import type { Position } from '../contract/index.ts';
import type { Look, Question, Views } from './home.ts';
import { stateHash } from './state-hash.ts';

export const positionLook: Look<Position> = (_process, position) => ({ ok: true, value: position });
export const POSITION: Question = { view: 'session.position', ask: {} };

export const stateHashLook: Look<{ readonly position: Position; readonly stateHash: string }> = (
  process,
  position,
) => ({ ok: true, value: { position, stateHash: stateHash(process) } });
export const STATE_HASH: Question = { view: 'session.state_hash', ask: {} };

/** These, and those that somebody else has names for. */
export function withSessionViews(views: Views): Views {
  return (question) => {
    if (question.view === POSITION.view) return positionLook;
    return question.view === STATE_HASH.view ? stateHashLook : views(question);
  };
}
