/** From a session's settings to a process: the version's profile, what-if changes to the allocator, the collector's start. */
import type { PythonVersion } from '../contract/index.ts';
import { addressPlan, type MemoryConfig, PROFILES } from '../heap/index.ts';
import {
  Process,
  type ProcessConfig,
  type ProcessState,
  restoreProcess as restore,
} from '../objects/index.ts';
import { locateByOperations } from './trace-place.ts';

/** What-if changes to the allocator; what is left out is as the version has it. */
export interface AllocatorSettings {
  readonly arena_bytes?: number | undefined;
  readonly pool_bytes?: number | undefined;
  readonly alignment?: number | undefined;
  readonly small_request_threshold?: number | undefined;
  readonly word_bytes?: 4 | 8 | undefined;
}

export interface ProcessSettings {
  readonly python: PythonVersion;
  readonly allocator?: AllocatorSettings | undefined;
  readonly gc?:
    | { readonly enabled?: boolean | undefined; readonly thresholds?: readonly number[] | undefined }
    | undefined;
  /** Decides where arenas lie; 0 when left out. */
  readonly seed?: number | undefined;
  readonly keptEvents: number;
  /** Everything about memory at once, in place of what `allocator` and `seed` say: for recorded traces. */
  readonly memory?: Partial<MemoryConfig> | undefined;
}

/** A quiet process: empty generations, counters and free lists at zero, no arena. */
export function createProcess(settings: ProcessSettings): Process {
  const process = new Process(processConfig(settings));
  const { collector } = process.heap;
  collector.enabled = settings.gc?.enabled ?? true;
  collector.thresholds.splice(
    0,
    3,
    ...(settings.gc?.thresholds ?? PROFILES[settings.python].collector.thresholds),
  );
  return locateByOperations(process);
}

export function restoreProcess(settings: ProcessSettings, state: ProcessState): Process {
  return locateByOperations(restore(processConfig(settings), state));
}

function processConfig(settings: ProcessSettings): ProcessConfig {
  return { python: settings.python, memory: memoryConfig(settings), keptEvents: settings.keptEvents };
}

function memoryConfig({ python, allocator = {}, seed = 0, memory }: ProcessSettings): MemoryConfig {
  const profile = PROFILES[python].allocator;
  const sizes = {
    ...profile,
    arenaBytes: allocator.arena_bytes ?? profile.arenaBytes,
    poolBytes: allocator.pool_bytes ?? profile.poolBytes,
    alignment: allocator.alignment ?? profile.alignment,
    smallRequestThreshold: allocator.small_request_threshold ?? profile.smallRequestThreshold,
    wordBytes: allocator.word_bytes ?? profile.wordBytes,
  };
  const arenaMap = sizes.wordBytes === 4 && sizes.arenaMap !== 'none' ? 32 : sizes.arenaMap;
  return { ...sizes, arenaMap, arenaLimit: null, ...addressPlan(seed, sizes), ...memory };
}
