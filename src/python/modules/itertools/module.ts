/** itertools. */
import type { Interpreter } from '../../eval/interpreter.ts';
import type { ModuleDefinition } from '../../eval/native.ts';
import { moduleType } from '../define-type.ts';
import { BATCHED } from './batched.ts';
import { COMBINATORIC } from './combinatoric.ts';
import { ENDLESS } from './endless.ts';
import { FILTERS } from './filters.ts';
import { GROUPBY, TEE_FUNCTION } from './groups.ts';
import { type IteratorSpec, iteratorType } from './iterator-type.ts';
import { PAIRWISE } from './pairwise.ts';

const valueOf = (spec: IteratorSpec): [string, (vm: Interpreter) => number] => {
  const type = iteratorType(spec);
  return [spec.name, (vm) => vm.own(moduleType(vm, type).ref)];
};

export const ITERTOOLS: ModuleDefinition = {
  name: 'itertools',
  functions: { tee: TEE_FUNCTION },
  values: Object.fromEntries([...ENDLESS, ...FILTERS, GROUPBY, ...COMBINATORIC].map(valueOf)),
  newerValues: { 10: Object.fromEntries([valueOf(PAIRWISE)]), 12: Object.fromEntries([valueOf(BATCHED)]) },
};
