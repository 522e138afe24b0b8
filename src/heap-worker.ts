/** What a worker thread runs: heaps of heavy sessions, and the views of them. */
import './character-names.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { namedView } from './http/index.ts';
import { haveStack } from './python/index.ts';
import { serveWorkshop, type WorkerSettings } from './session/index.ts';

if (parentPort !== null) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the host hands over.
  const settings = workerData as WorkerSettings;
  if (settings.stackMib !== undefined) haveStack(settings.stackMib);
  serveWorkshop(parentPort, { views: namedView, ...settings, end: () => process.exit(1) });
}
