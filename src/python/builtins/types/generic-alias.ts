/**
 * list[int] (3.9) and int | None (3.10): what annotations are made of (genericaliasobject.c, unionobject.c).
 * Fields of an alias: | origin | arguments | parameters, once they were asked for |, of a union: | members |
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { hash64Of, hash64s } from '../../../objects/index.ts';
import { ROOM } from '../../eval/calls/native-depth.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { qualifiedName } from '../../eval/texts/text.ts';
import { type ModuleType, moduleType } from '../../modules/define-type.ts';
import { allocate, classArgument, newSizedInt } from '../allocate.ts';
import { ITERATOR } from './dunders.ts';
import { reduced } from './iterator-state.ts';
import { makeParameters, type Parameterized, subsParameters } from './type-parameters.ts';

type Args = readonly number[];

const UNION_BYTES = 48;

export function newAlias(vm: Interpreter, [origin = 0, key = 0]: Args): number {
  const args = vm.isTuple(key) ? vm.own(key) : vm.newTuple([key]);
  const { info } = vm.classes.named('GenericAlias');
  return vm.newFields(info, vm.rules.genericAliasBytes, [vm.own(origin), args, 0]);
}

/** ga_new: also for a subclass, as collections.abc.Callable has one. */
function construct(vm: Interpreter, [ofClass = 0, origin = 0, key = 0]: Args): number {
  const alias = allocate(vm, classArgument(vm, ofClass), vm.rules.genericAliasBytes - GC_HEAD_BYTES);
  vm.fillFields(alias, [vm.own(origin), vm.isTuple(key) ? vm.own(key) : vm.newTuple([key]), 0]);
  vm.heap.track(alias);
  return alias;
}

/** ga_reduce: an alias that is unpacked is the one item of an iterator. */
function reduceAlias(vm: Interpreter, [self = 0]: Args): number {
  const [origin, args] = [vm.own(vm.field(self, 0)), vm.own(vm.field(self, 1))];
  if (!isStarred(vm, self)) return reduced(vm, vm.own(vm.classes.named('GenericAlias').ref), [origin, args]);
  const plain = vm.guard(origin, () => vm.guard(args, () => newAlias(vm, [origin, args])));
  const next = vm.own(vm.builtin('next'));
  return reduced(vm, next, [vm.guard(plain, () => vm.iter(plain))]);
}

/** `__class_getitem__` of the built-in containers. */
export const CLASS_GET_ITEM: NativeDefinition = native(newAlias, { args: [1, 1] });

/** What an alias answers itself; everything else its origin answers (ga_getattro, attr_exceptions). */
const OWN = new Set(
  `__origin__ __args__ __parameters__ __unpacked__ __typing_unpacked_tuple_args__ __mro_entries__ __reduce_ex__ __reduce__ __copy__
__deepcopy__`.split(/\s/),
);

function getOfOrigin(vm: Interpreter, self: number, name: string): number {
  const isOwn = OWN.has(name) || vm.rules.aliasesAnswer.includes(name);
  return isOwn ? 0 : vm.getAttr(vm.field(self, 0), name);
}

/** How a member is shown: classes by name, `...` for Ellipsis (ga_repr_item). */
function shown(vm: Interpreter, ref: number): string {
  const type = vm.classes.forObject(ref);
  if (type !== undefined) return qualifiedName(type);
  if (vm.typeName(ref) === 'ellipsis') return '...';
  return vm.isList(ref) && vm.rules.aliasesShowLists ? `[${listOf(vm, ref)}]` : vm.repr(ref);
}

function listOf(vm: Interpreter, sequence: number): string {
  return vm
    .items(sequence)
    .map((item) => shown(vm, item))
    .join(', ');
}

function aliasRepr(vm: Interpreter, [self = 0]: Args): number {
  return nestedIn(vm, () => {
    const args = vm.field(self, 1);
    const inside = vm.listSize(args) === 0 ? '()' : listOf(vm, args);
    return vm.newStr(`${isStarred(vm, self) ? '*' : ''}${shown(vm, vm.field(self, 0))}[${inside}]`);
  });
}

/** What an alias holds may be aliases again. */
function nestedIn<Result>(vm: Interpreter, use: () => Result): Result {
  vm.tick();
  vm.nativeDepth.takeRoom(ROOM.ALIAS);
  try {
    return use();
  } finally {
    vm.nativeDepth.giveRoom(ROOM.ALIAS);
  }
}

function hashAlias(vm: Interpreter, ref: number): hash64s.Hash64 {
  return nestedIn(vm, () =>
    hash64s.xorHashes(hash64Of(vm.process, vm.field(ref, 0)), hash64Of(vm.process, vm.field(ref, 1))),
  );
}

/** ga_getitem. */
function subscript(vm: Interpreter, [self = 0, key = 0]: Args): number {
  const args = subsParameters(vm, parameterized(vm, self, parametersOf(vm, self)), key);
  const alias = vm.newFields(vm.infoOf(self), vm.rules.genericAliasBytes, [
    vm.own(vm.field(self, 0)),
    vm.tupleOf(args),
    0,
  ]);
  if (isStarred(vm, self)) vm.heap.setPayload(alias, 'starred');
  return alias;
}

/** union_getitem: the members are united anew. */
function subscriptUnion(vm: Interpreter, [self = 0, key = 0]: Args): number {
  const parameters = makeParameters(vm, vm.items(vm.field(self, 0)));
  return vm.guard(parameters, () => {
    const members = subsParameters(vm, parameterized(vm, self, parameters), key);
    let whole = members[0] as number;
    for (const one of members.slice(1)) {
      const united = vm.binary(whole, one, '|');
      vm.dropAll([whole, one]);
      whole = united;
    }
    return whole;
  });
}

function parameterized(vm: Interpreter, self: number, parameters: number): Parameterized {
  const args = vm.field(self, vm.infoOf(self).name === 'UnionType' ? 0 : 1);
  return { self, args: vm.items(args), parameters: vm.items(parameters) };
}

/** Borrowed; made when they are first asked for (ga_parameters). */
function parametersOf(vm: Interpreter, self: number): number {
  if (vm.field(self, 2) === 0) vm.setField(self, 2, makeParameters(vm, vm.items(vm.field(self, 1))));
  return vm.field(self, 2);
}

/** `*tuple[int]`, which an alias gives that is gone through. */
function isStarred(vm: Interpreter, self: number): boolean {
  return vm.heap.payload(self) === 'starred';
}

/** ga_iter, from 3.11 on. */
function iterateAlias(vm: Interpreter, self: number): number {
  return vm.newFields(moduleType(vm, ALIAS_ITERATOR).info, ITERATOR_BYTES, [vm.own(self)]);
}

const ITERATOR_BYTES = 16 + 24;

/** ga_iternext: the alias once more, starred. */
const ALIAS_ITERATOR: ModuleType = {
  name: 'generic_alias_iterator',
  module: 'builtins',
  typeName: 'generic_alias_iterator',
  methods: ITERATOR,
  bytes: () => ITERATOR_BYTES,
  next: (vm, self) => {
    const alias = vm.field(self, 0);
    if (alias === 0) return 0;
    const fields = [vm.own(vm.field(alias, 0)), vm.own(vm.field(alias, 1)), 0];
    const starred = vm.newFields(vm.classes.named('GenericAlias').info, vm.rules.genericAliasBytes, fields);
    vm.heap.setPayload(starred, 'starred');
    vm.setField(self, 0, 0);
    return starred;
  },
};

export const GENERIC_ALIAS: TypeDefinition = {
  name: 'GenericAlias',
  methods: {
    __repr__: native(aliasRepr),
    __call__: native((vm, [self = 0, ...args], keywords) => vm.call(vm.field(self, 0), args, keywords), {
      args: [0, Number.MAX_SAFE_INTEGER],
      anyKeywords: true,
    }),
    __mro_entries__: native((vm, [self = 0]) => vm.newTuple([vm.field(self, 0)]), { args: [1, 1] }),
    __getitem__: native(subscript, { args: [1, 1] }),
    __hash__: native((vm, [self = 0]) => newSizedInt(vm, hash64s.hashToInt(hashAlias(vm, self)))),
    __reduce__: native(reduceAlias),
  },
  getsets: {
    __unpacked__: { get: (vm, self) => vm.bool(isStarred(vm, self)), member: true },
    __origin__: { get: (vm, self) => vm.own(vm.field(self, 0)), member: true },
    __args__: { get: (vm, self) => vm.own(vm.field(self, 1)), member: true },
    __parameters__: { get: (vm, self) => vm.own(parametersOf(vm, self)) },
  },
  construct: native(construct, { args: [2, 2] }),
};

export const UNION_TYPE: TypeDefinition = {
  name: 'UnionType',
  methods: {
    __repr__: native((vm, [self = 0]) =>
      vm.newStr(
        vm
          .items(vm.field(self, 0))
          .map((one) => (one === vm.classes.named('NoneType').ref ? 'None' : shown(vm, one)))
          .join(' | '),
      ),
    ),
    __getitem__: native(subscriptUnion, { args: [1, 1] }),
    __hash__: native((vm, [self = 0]) => {
      const members = vm.call(vm.classes.named('frozenset').ref, [vm.field(self, 0)]);
      return vm.guard(members, () => newSizedInt(vm, hash64s.hashToInt(hash64Of(vm.process, members))));
    }),
  },
  getsets: {
    __args__: { get: (vm, self) => vm.own(vm.field(self, 0)), member: true },
    __parameters__: { get: (vm, self) => makeParameters(vm, vm.items(vm.field(self, 0))) },
  },
};

/** Borrowed members of what may stand beside `|`; null for anything else. */
function membersOf(vm: Interpreter, ref: number): readonly number[] | null {
  if (vm.isNone(ref)) return [vm.classes.named('NoneType').ref];
  const { name } = vm.infoOf(ref);
  if (vm.classes.forObject(ref) !== undefined || name === 'GenericAlias' || name === 'TypeAliasType')
    return [ref];
  return name === 'UnionType' ? vm.items(vm.field(ref, 0)) : null;
}

/** int | str: members once each, in order; a single one is itself. */
export function unite(vm: Interpreter, a: number, b: number, operator: string): number {
  const left = operator === '|' && vm.rules.classesUnite ? membersOf(vm, a) : null;
  const right = left === null ? null : membersOf(vm, b);
  if (left === null || right === null) return 0;
  const members: number[] = [];
  for (const one of [...left, ...right])
    if (!members.some((known) => vm.equal(known, one))) members.push(one);
  if (members.length === 1) return vm.own(members[0] as number);
  return vm.newFields(vm.classes.named('UnionType').info, UNION_BYTES, [vm.newTuple(members)]);
}

/** Members of a union for isinstance and issubclass; null when it is none. */
export function unionMembers(vm: Interpreter, ref: number): readonly number[] | null {
  return vm.infoOf(ref).name === 'UnionType' ? vm.items(vm.field(ref, 0)) : null;
}

function sameMembers(vm: Interpreter, a: number, b: number): boolean {
  const [left, right] = [vm.items(vm.field(a, 0)), vm.items(vm.field(b, 0))];
  return left.length === right.length && left.every((one) => right.some((other) => vm.equal(one, other)));
}

/** Classes that C defines for the module types. */
function belongToTypes(vm: Interpreter): void {
  for (const name of ['GenericAlias', 'UnionType', 'SimpleNamespace']) {
    const type = vm.classes.named(name);
    type.module = 'types';
    type.name = `types.${name}`;
    type.natives.set('__module__', vm.newStr('types'));
  }
}

export function installGenericAliases(vm: Interpreter): void {
  const alias = vm.classes.named('GenericAlias').info;
  const union = vm.classes.named('UnionType').info;
  belongToTypes(vm);
  for (const info of [vm.process.types.type, alias, union]) vm.operators[info.id] = unite;
  if (vm.rules.aliasesUnpack) vm.iters[alias.id] = iterateAlias;
  else vm.subscriptedOnly.add(alias.id);
  vm.subscriptedOnly.add(union.id);
  vm.getters[alias.id] = getOfOrigin;
  vm.hashers[alias.id] = hashAlias;
  vm.comparers[alias.id] = (it, a, b, operator) => {
    if (it.infoOf(b) !== alias || (operator !== '==' && operator !== '!=')) return null;
    const same =
      isStarred(it, a) === isStarred(it, b) &&
      it.field(a, 0) === it.field(b, 0) &&
      it.equal(it.field(a, 1), it.field(b, 1));
    return same === (operator === '==');
  };
  vm.comparers[union.id] = (it, a, b, operator) => {
    if (it.infoOf(b) !== union || (operator !== '==' && operator !== '!=')) return null;
    return sameMembers(it, a, b) === (operator === '==');
  };
  vm.sizes[alias.id] = () => vm.rules.genericAliasBytes;
  vm.sizes[union.id] = () => UNION_BYTES;
}
