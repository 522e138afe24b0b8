/** The views by their names: how a thread that serves no requests looks at a heap for one that does. */
import type { Outcome, Position } from '../contract/index.ts';
import type { Look, Process, Question } from '../session/index.ts';
import type { Call } from './route.ts';

/** What a view knows of the call: what can be sent to another thread. */
export type Asked<Params, Query> = Pick<Call<Params, Query>, 'params' | 'query'>;

export interface Seen {
  readonly position: Position;
}

type Project = (process: Process, asked: Asked<never, never>) => Outcome<object>;

const PROJECTIONS = new Map<string, Project>();

/** Makes a view known by its route's name. */
export function nameView<Params, Query>(
  name: string,
  project: (process: Process, asked: Asked<Params, Query>) => Outcome<object>,
): void {
  PROJECTIONS.set(name, project);
}

/** What the question asks to look at; with the position that it was seen at. Undefined when there is no such view. */
export function namedView({ view, ask }: Question): Look<Seen> | undefined {
  const project = PROJECTIONS.get(view);
  if (project === undefined) return undefined;
  return (process: Process, position: Position) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by the route of this name before it was sent.
    const seen = project(process, ask as Asked<never, never>);
    return seen.ok ? { ok: true, value: { position, ...seen.value } } : seen;
  };
}
