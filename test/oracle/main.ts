/**
 * `npm run oracle -- --traces 500 [--seed N] [--python 3.9,3.12] [--areas core,loops] [--keep DIR] [--minimise N]`
 *
 * Generates random traces, records what the installed CPythons do with them (recorder.py), runs Heaplab over the same and
 * prints every difference with its trace made short. The last line is `N passed, N failed`; exit status 1 if any failed.
 * `--keep DIR` writes the short traces there as vectors, which `npm run conformance -- DIR` runs again.
 */
import { parseArgs } from 'node:util';
import { AREA_NAMES, type AreaName } from './areas.ts';
import { findInterpreter, type Interpreter, RELEASES } from './interpreters.ts';
import { Trial, type TrialSettings } from './trial.ts';

interface Settings extends TrialSettings {
  readonly python: readonly string[];
}

function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      traces: { type: 'string', default: '500' },
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
  const settings = settingsOf(process.argv.slice(2));
  const interpreters = installed(settings.python);
  if (interpreters.length === 0)
    console.log('No CPython from 3.8 to 3.13 was found: nothing to compare with.');
  console.log(`seed ${settings.seed}, ${settings.traces} traces of ${settings.areas.join(', ')}`);
  let passed = 0;
  let failed = 0;
  for (const interpreter of interpreters) {
    const trial = new Trial(interpreter, settings);
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

process.exitCode = await main();
