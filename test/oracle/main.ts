/**
 * `npm run oracle -- --traces 500 [--seed N] [--python 3.9,3.12] [--areas core,loops] [--keep DIR] [--minimise N]`
 *
 * Generates random traces, records what the installed CPythons do with them (recorder.py), runs Heaplab over the same and
 * prints every difference with its trace made short. The last line is `N passed, N failed`; exit status 1 if any failed.
 * With `--scripts 100` random sessions are exported as scripts and run instead (scripts.ts).
 * `--keep DIR` writes the short traces there as vectors, which `npm run conformance -- DIR` runs again.
 *
 * `npm run oracle -- --programs 2000 [--seed N] [--only I] ...` does the same with random Python programs (programs/), of which
 * all that they print is compared, and how they end. `--only I` runs the one program that a difference names `SEED/I`.
 */
import '../../src/character-names.ts';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { haveStack } from '../../src/python/index.ts';
import { STACK_MIB, threadWithRoom } from '../../src/thread-with-room.ts';
import { AREA_NAMES, type AreaName } from './areas.ts';
import { findInterpreter, type Interpreter, RELEASES } from './interpreters.ts';
import { ProgramTrial } from './programs/trial.ts';
import { runScripts, scriptSettings } from './scripts.ts';
import { Trial, type TrialSettings } from './trial.ts';

interface Settings extends TrialSettings {
  readonly python: readonly string[];
  readonly programs?: number;
  readonly only?: number;
  readonly cache?: string;
}

function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      traces: { type: 'string', default: '500' },
      programs: { type: 'string' },
      only: { type: 'string' },
      cache: { type: 'string' },
      seed: { type: 'string' },
      python: { type: 'string', default: Object.keys(RELEASES).join(',') },
      areas: { type: 'string', default: AREA_NAMES.join(',') },
      keep: { type: 'string' },
      minimise: { type: 'string', default: '5' },
    },
  });
  const areas = values.areas
    .split(',')
    .filter((area): area is AreaName => AREA_NAMES.some((name) => name === area));
  if (areas.length === 0) throw new RangeError(`no such areas; there are ${AREA_NAMES.join(', ')}`);
  return {
    traces: Number(values.traces),
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    python: values.python.split(','),
    areas,
    minimisedAtMost: Number(values.minimise),
    ...(values.keep === undefined ? {} : { keep: values.keep }),
    ...(values.programs === undefined ? {} : { programs: Number(values.programs) }),
    ...(values.cache === undefined ? {} : { cache: values.cache }),
    ...(values.only === undefined ? {} : { programs: 1, only: Number(values.only) }),
  };
}

function installed(versions: readonly string[]): Interpreter[] {
  return versions.flatMap((version) => {
    const found = findInterpreter(version);
    if (found === undefined) console.log(`${version}: not installed here, skipped`);
    else if (found.release !== RELEASES[version])
      console.log(`${version}: ${found.release} found, the profile was recorded from ${RELEASES[version]}`);
    return found === undefined ? [] : [found];
  });
}

async function main(): Promise<number> {
  const scripts = scriptSettings(process.argv.slice(2));
  if (scripts !== undefined) return runScripts(installed(scripts.python), scripts);
  const settings = settingsOf(process.argv.slice(2));
  const interpreters = installed(settings.python);
  if (interpreters.length === 0)
    console.log('No CPython from 3.8 to 3.13 was found: nothing to compare with.');
  const { programs } = settings;
  const what =
    programs === undefined
      ? `${settings.traces} traces of ${settings.areas.join(', ')}`
      : `${programs} programs`;
  console.log(`seed ${settings.seed}, ${what}`);
  let passed = 0;
  let failed = 0;
  for (const interpreter of interpreters) {
    const trial =
      programs === undefined
        ? new Trial(interpreter, settings)
        : new ProgramTrial(interpreter, { ...settings, programs });
    await trial.run();
    console.log(
      `${interpreter.version} (${interpreter.release}): ${trial.passed} passed, ${trial.failed} failed`,
    );
    passed += trial.passed;
    failed += trial.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (isMainThread) {
  const thread = threadWithRoom(new URL(import.meta.url), { argv: process.argv.slice(2) });
  thread.on('exit', (status) => (process.exitCode = status));
} else {
  haveStack(STACK_MIB);
  process.exitCode = await main();
}
