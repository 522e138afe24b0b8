/** Draws graphs in a thread of its own, where it can take its time and be ended in the middle of it. */
import { parentPort } from 'node:worker_threads';
import { instance } from '@viz-js/viz';
import type { DrawnPicture } from './svg-maker.ts';

const graphviz = instance();

parentPort?.on('message', (dot: string) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void draw(dot).then((drawn) => parentPort?.postMessage(drawn));
});

async function draw(dot: string): Promise<DrawnPicture> {
  try {
    const result = (await graphviz).render(dot, { format: 'svg', engine: 'dot' });
    if (result.status === 'success') return { svg: result.output };
    return { error: result.errors.map(({ message }) => message).join('; ') };
  } catch (error) {
    return { error: String(error) };
  }
}
