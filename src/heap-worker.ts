/** What a worker thread runs: heaps of heavy sessions, and the views of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { namedView } from './http/index.ts';
import { serveWorkshop, type WorkerSettings } from './session/index.ts';

if (parentPort !== null) {
  serveWorkshop(parentPort, {
    views: namedView,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the host hands over.
    ...(workerData as WorkerSettings),
    end: () => process.exit(1),
  });
}
