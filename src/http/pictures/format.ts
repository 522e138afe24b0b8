/** Which form of a graph a request asks for: by its query, else by its Accept header, else JSON. */
import { type GraphFormat, qualityOf } from '../../contract/index.ts';

export const GRAPH_TYPES = {
  json: 'application/json',
  dot: 'text/vnd.graphviz',
  svg: 'image/svg+xml',
} as const satisfies Record<GraphFormat, string>;

const MOST_RANGES = 50;

export function graphFormat(asked: GraphFormat | undefined, accept: string | undefined): GraphFormat {
  if (asked !== undefined) return asked;
  let best: GraphFormat = 'json';
  let bestQuality = 0;
  for (const range of (accept ?? '').split(',', MOST_RANGES)) {
    const [type = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = qualityOf(parameters);
    const format = formatOf(type.trim());
    if (format === undefined || quality <= bestQuality) continue;
    best = format;
    bestQuality = quality;
  }
  return best;
}

function formatOf(type: string): GraphFormat | undefined {
  if (type === GRAPH_TYPES.svg) return 'svg';
  if (type === GRAPH_TYPES.dot) return 'dot';
  return type === GRAPH_TYPES.json || type === '*/*' || type === 'application/*' ? 'json' : undefined;
}
