/** A worker like the real one, with views through which a test can look at the whole state, and end the worker in two ways. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  type Look,
  type Question,
  serveWorkshop,
  stateHash,
  type WorkerSettings,
} from '../../src/session/index.ts';

const hoard: unknown[] = [];

const VIEWS: Readonly<Record<string, Look<object>>> = {
  hash: (process, position) => ({ ok: true, value: { hash: stateHash(process), position } }),
  die: () => process.exit(7),
  devour: () => {
    for (;;) hoard.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
  },
};

if (parentPort !== null) {
  serveWorkshop(parentPort, {
    views: ({ view }: Question) => VIEWS[view],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the host hands over.
    ...(workerData as WorkerSettings),
    end: () => process.exit(1),
  });
}
