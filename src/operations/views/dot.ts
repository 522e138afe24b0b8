/**
 * A drawing in Graphviz's language. Names come from clients, so all text stands between quotes, where only `"`, `\` and `&` mean
 * something (an HTML entity is one, too); what XML cannot carry is shown as a replacement character.
 */
import type { GraphEdge, GraphNode, GraphView } from '../../contract/index.ts';

const FONT = 'fontname="Helvetica"';
const PAPER = '#ffffff';
const COLOURS: { readonly [kind in GraphNode['kind']]: string } = {
  root: '#fff3c4',
  object: '#e3eefb',
  more: PAPER,
};

export function dotText({ nodes, edges }: GraphView): string {
  const lines = [
    'digraph heap {',
    `  graph [rankdir=LR, bgcolor="${PAPER}", ranksep=0.6, nodesep=0.2];`,
    `  node [shape=box, style="filled,rounded", color="#5b6b7b", ${FONT}, fontsize=11, margin="0.12,0.06"];`,
    `  edge [color="#5b6b7b", ${FONT}, fontsize=9, arrowsize=0.7];`,
    ...nodes.map(nodeLine),
    ...edges.map(edgeLine),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeLine(node: GraphNode): string {
  const attributes = [`label=${quoted(linesOf(node))}`, `fillcolor="${COLOURS[node.kind]}"`];
  if (node.kind === 'root') attributes.push('shape=ellipse', 'style=filled');
  if (node.kind === 'more') attributes.push('style="dashed,rounded"');
  if (!node.reachable) attributes.push('color="#c0392b"', 'fontcolor="#c0392b"');
  if (node.distance === 0) attributes.push('penwidth=2');
  return `  n${node.node} [${attributes.join(', ')}];`;
}

function edgeLine({ from, to, label }: GraphEdge): string {
  return label === '' ? `  n${from} -> n${to};` : `  n${from} -> n${to} [label=${quoted([label])}];`;
}

function linesOf({ kind, object, label, refcount, size_bytes: bytes }: GraphNode): string[] {
  if (kind !== 'object') return [label];
  const count = refcount === null ? 'immortal' : refcount === 1 ? '1 ref' : `${refcount} refs`;
  return [label, `${object ?? ''}  ${count}  ${bytes ?? 0} B`];
}

/** Lines of text as one quoted string of the language. */
export function quoted(lines: readonly string[]): string {
  return `"${lines.map(escaped).join('\\n')}"`;
}

// oxlint-disable-next-line no-control-regex -- these are what XML 1.0 has no place for
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(UNSPEAKABLE, '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '\\"')
    .replaceAll(/[\r\n\t]/g, ' ');
}
