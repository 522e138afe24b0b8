/** Runs the vector in a file, whichever of the formats it has, for each version that it records. */
import { readText } from './find-vectors.ts';
import { describeDifference, isGcVector } from './gc-format.ts';
import { runGcVector } from './gc-vector.ts';
import { GROUP_NAMES, isPymallocVector, runPymallocVector } from './pymalloc-operations.ts';
import { parseVector } from './pymalloc-vector.ts';

/** What became of one vector in one version; no differences: passed. */
export interface Outcome {
  readonly version: string;
  readonly differences: readonly string[];
}

/** Nothing for a JSON file that is no vector. */
export function* runFile(path: string): Generator<Outcome> {
  const text = readText(path);
  const json: unknown = JSON.parse(text);
  if (isPymallocVector(json)) {
    const vector = parseVector(text);
    yield { version: GROUP_NAMES[vector.group], differences: attempt(() => runPymallocVector(vector)) };
    return;
  }
  if (!isGcVector(json)) return;
  for (const version of json.versions) {
    yield {
      version,
      differences: attempt(() => runGcVector(json, version).map((one) => describeDifference(json, one))),
    };
  }
}

/** A run that breaks is a failed one. */
function attempt(run: () => string[]): string[] {
  try {
    return run();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
