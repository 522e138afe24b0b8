/** The door of the operations room: the verbs, how they are decoded, run and looked at. */

export { type AllocatorSettings, createProcess, type ProcessSettings, restoreProcess } from './create.ts';
export { type Decoded, type DecodeProblem, decodeOperation, operationSchema } from './decode.ts';
export { Execution, type ExecutionLimits, type ExecutionOptions } from './execution.ts';
export { isUnfinished } from './program-run.ts';
export { checkingScript, type ScriptSubject } from './script/script.ts';
export { type Applied, applied } from './script/told.ts';
export { OPERATIONS, spellOperation } from './table.ts';
export { tracePattern } from './trace-filters.ts';
export type { Operation, Verb } from './verb.ts';
export { type Census, censusOf } from './views/census.ts';
export { gcView, generationView, unreachableView } from './views/collector.ts';
export { lengthsOf, longContainers } from './views/containers.ts';
export { dotText } from './views/dot.ts';
export { type GraphQuestion, graphView } from './views/graph.ts';
export { leaksView, type Since } from './views/leaks.ts';
export { arenasView, arenaView, memoryView, sizeClassesView } from './views/memory.ts';
export { namesView } from './views/names.ts';
export { type ObjectsPage, objectsView, objectView } from './views/objects.ts';
export { poolView } from './views/pool.ts';
export { programView } from './views/program.ts';
export { referentsView, referrersView } from './views/references.ts';
export { sizesView } from './views/sizes.ts';
export type { Page, Paged } from './views/summary.ts';
export {
  type TraceAsked,
  traceComparisonView,
  tracemallocView,
  traceSnapshotsView,
  traceStatisticsView,
} from './views/tracemalloc.ts';
export { whyAliveView } from './views/why-alive.ts';
