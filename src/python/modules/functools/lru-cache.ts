/** The object that functools.lru_cache makes of a function (_functoolsmodule.c:bounded_lru_cache_wrapper and its kin). */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { isCallable } from '../../builtins/types/callable-iterator.ts';
import { beforeNames, callSteps } from '../../eval/calls/call-steps.ts';
import { newMethod } from '../../eval/calls/functions.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native, resumable } from '../../eval/native.ts';
import { answered } from '../../eval/operators/key-questions.ts';
import { ANY, type ModuleType, moduleType } from '../define-type.ts';
import { LRU, LruStorage } from './lru-storage.ts';

type Args = readonly number[];

const LINK_BYTES = 56;
const LINK = { KEY: 0, RESULT: 1 } as const;

const LINK_TYPE: ModuleType = {
  name: '_lru_list_elem',
  module: 'functools',
  heapSince: 10,
  traits: { gc: false },
  bytes: () => LINK_BYTES,
};

function storageOf(vm: Interpreter, self: number): LruStorage {
  return vm.heap.annexes.of(self) as LruStorage;
}

function construct(vm: Interpreter, [, func = 0, limit = 0, typed = 0, info = 0]: Args): number {
  if (!isCallable(vm, func)) throw new PythonRaise('TypeError', 'the first argument must be callable');
  const maxsize = vm.isNone(limit) ? -1 : Math.max(0, maxsizeOf(vm, limit));
  const cache = vm.newDict();
  const made = vm.heap.newGcObject(
    moduleType(vm, LRU_CACHE).info,
    GC_HEAD_BYTES + vm.rules.typeSizes._lru_cache_wrapper[0],
  );
  vm.fillFields(made, []);
  const order = vm.rules.lruTraverses;
  const held = { CACHE: cache, FUNC: vm.own(func), INFO: vm.own(info), MARK: 0, LINK_TYPE: 0 };
  if (order.includes('MARK')) held.MARK = vm.own(keywordMark(vm));
  if (order.includes('LINK_TYPE')) held.LINK_TYPE = vm.own(moduleType(vm, LINK_TYPE).ref);
  const refs = [0, held.CACHE, held.FUNC, held.MARK, held.LINK_TYPE, held.INFO];
  const contents = (link: number): Args => linkContents(vm, link);
  vm.heap.annexes.add(made, new LruStorage(refs, { maxsize, typed: vm.truth(typed), contents, order }));
  vm.heap.track(made);
  return made;
}

/** Key, result, and from the version on that makes it a heap type the class. */
function linkContents(vm: Interpreter, link: number): Args {
  return [vm.field(link, LINK.KEY), vm.field(link, LINK.RESULT), vm.heap.typeOf(link).object];
}

function maxsizeOf(vm: Interpreter, limit: number): number {
  if (vm.isInt(limit)) return vm.index(limit);
  throw new PythonRaise('TypeError', 'maxsize should be integer or None');
}

/** Marks where keywords begin in a key; one for the module. */
const marks = new WeakMap<Interpreter, number>();

function keywordMark(vm: Interpreter): number {
  const known = marks.get(vm);
  if (known !== undefined) return known;
  const mark = vm.process.shared.named('kwd_mark', vm.process.types.atoms.object, { mortal: true });
  marks.set(vm, mark);
  return mark;
}

/** The key of a call, a new reference: a lone int or str is one itself, other positional arguments are their tuple (lru_cache_make_key). */
function keyOf(vm: Interpreter, tuple: number, keywords: Keywords, typed: boolean): number {
  const args = vm.items(tuple);
  if (!typed && keywords.size === 0) {
    const [only = 0] = args;
    const { atoms } = vm.process.types;
    const info = args.length === 1 ? vm.heap.typeOf(only) : null;
    return vm.own(info === atoms.int || info === atoms.str ? only : tuple);
  }
  const names = [...keywords].map(([name, value]) => [vm.name(name), value] as const);
  const parts = [...args, ...(keywords.size > 0 ? [keywordMark(vm)] : []), ...names.flat()];
  if (typed) for (const one of [...args, ...keywords.values()]) parts.push(vm.typeOf(one).ref);
  const key = vm.newTuple(parts);
  vm.dropAll(names.map(([name]) => name));
  return key;
}

function* call(vm: Interpreter, [self = 0, ...args]: Args, keywords: Keywords): Steps {
  const storage = storageOf(vm, self);
  // What was packed into a dict is unpacked for a function that takes a vector (PyVectorcall_Call).
  const compute = (): Steps =>
    beforeNames(vm, keywords, callSteps(vm, storage.refs[LRU.FUNC] as number, args, keywords));
  const given = vm.takeTuple();
  const owned = [given === 0 ? vm.newTuple(args) : vm.own(given)];
  try {
    if (storage.traits.maxsize === 0) {
      storage.misses++;
      return yield* compute();
    }
    const key = keyOf(vm, owned[0] as number, keywords, storage.traits.typed);
    owned.unshift(key);
    return yield* storage.traits.maxsize < 0
      ? unbounded(vm, storage, key, compute)
      : bounded(vm, storage, key, compute);
  } finally {
    vm.dropAll(owned);
  }
}

function* unbounded(vm: Interpreter, storage: LruStorage, key: number, compute: () => Steps): Steps {
  const find = (): number => dicts.dictGet(vm.process, storage.refs[LRU.CACHE] as number, key);
  const known = vm.lines.watched ? yield* answered(vm, find) : find();
  if (known !== 0) {
    storage.hits++;
    return vm.own(known);
  }
  storage.misses++;
  const result = yield* compute();
  const keep = (): void => dicts.dictSet(vm.process, storage.refs[LRU.CACHE] as number, key, result);
  if (vm.lines.watched) yield* answered(vm, keep);
  else keep();
  return result;
}

function* bounded(vm: Interpreter, storage: LruStorage, key: number, compute: () => Steps): Steps {
  const find = (): number => dicts.dictGet(vm.process, storage.refs[LRU.CACHE] as number, key);
  const known = vm.lines.watched ? yield* answered(vm, find) : find();
  if (known !== 0) {
    storage.touch(known);
    storage.hits++;
    return vm.own(vm.field(known, LINK.RESULT));
  }
  storage.misses++;
  const result = yield* compute();
  // The function may have been called with the same key meanwhile.
  if (storage.refs[LRU.CACHE] === 0) return result;
  if ((vm.lines.watched ? yield* answered(vm, find) : find()) !== 0) return result;
  if (storage.links.size < storage.traits.maxsize) {
    const { info } = moduleType(vm, LINK_TYPE);
    const link = vm.newFields(info, LINK_BYTES, [vm.own(key), vm.own(result)]);
    const add = (): void => dicts.dictSet(vm.process, storage.refs[LRU.CACHE] as number, key, link);
    if (vm.lines.watched) yield* answered(vm, add);
    else add();
    storage.links.add(link);
  } else if (vm.lines.watched) yield* reuseSteps(vm, storage, key, result);
  else reuseLink(vm, storage, key, result);
  return result;
}

/** The oldest link, and what it had, held for the caller. */
function oldestOf(vm: Interpreter, storage: LruStorage): readonly [number, number, number] {
  const [link = 0] = storage.links;
  const [oldKey, oldResult] = [vm.field(link, LINK.KEY), vm.field(link, LINK.RESULT)];
  return [link, vm.own(oldKey), vm.own(oldResult)];
}

/** The oldest link gets the new key and result; what it had is dropped at the very end. */
function reuseLink(vm: Interpreter, storage: LruStorage, key: number, result: number): void {
  const cache = storage.refs[LRU.CACHE] as number;
  const [link, oldKey, oldResult] = oldestOf(vm, storage);
  dicts.dictDelete(vm.process, cache, oldKey);
  vm.setField(link, LINK.KEY, vm.own(key));
  vm.setField(link, LINK.RESULT, vm.own(result));
  dicts.dictSet(vm.process, cache, key, link);
  storage.touch(link);
  vm.dropAll([oldKey, oldResult]);
}

/** The same in steps. */
function* reuseSteps(vm: Interpreter, storage: LruStorage, key: number, result: number): Steps<void> {
  const cache = storage.refs[LRU.CACHE] as number;
  const [link, oldKey, oldResult] = oldestOf(vm, storage);
  yield* answered(vm, () => dicts.dictDelete(vm.process, cache, oldKey));
  vm.setField(link, LINK.KEY, vm.own(key));
  vm.setField(link, LINK.RESULT, vm.own(result));
  yield* answered(vm, () => dicts.dictSet(vm.process, cache, key, link));
  storage.touch(link);
  vm.dropAll([oldKey, oldResult]);
}

function cacheInfo(vm: Interpreter, [self = 0]: Args): number {
  const { hits, misses, refs, traits } = storageOf(vm, self);
  const size = vm.listSize(refs[LRU.CACHE] as number);
  const numbers = [hits, misses, traits.maxsize, size].map((one) => (one < 0 ? vm.none() : vm.newInt(one)));
  try {
    return vm.call(refs[LRU.INFO] as number, numbers);
  } finally {
    vm.dropAll(numbers);
  }
}

function cacheClear(vm: Interpreter, [self = 0]: Args): number {
  const storage = storageOf(vm, self);
  const links = storage.takeLinks();
  storage.hits = 0;
  storage.misses = 0;
  dicts.clearDict(vm.process, storage.refs[LRU.CACHE] as number);
  vm.dropAll(links);
  return vm.none();
}

export const LRU_CACHE: ModuleType = {
  name: '_lru_cache_wrapper',
  module: 'functools',
  heapSince: 10,
  traits: { weakrefs: true },
  hasDict: true,
  methods: {
    __call__: resumable(call, { args: ANY, anyKeywords: true }),
    cache_info: native(cacheInfo),
    cache_clear: native(cacheClear),
    __copy__: native((vm, [self = 0]) => vm.own(self)),
    __deepcopy__: native((vm, [self = 0]) => vm.own(self), { args: [1, 1] }),
    __reduce__: native((vm, [self = 0]) => vm.getAttr(self, '__qualname__')),
  },
  construct: native(construct, {
    args: [4, 4],
    keywords: ['user_function', 'maxsize', 'typed', 'cache_info_type'],
  }),
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes._lru_cache_wrapper[0],
  setup: (vm, type) => {
    vm.descriptors[type.info.id] = {
      get: (it, ref, self) => (self === 0 ? it.own(ref) : newMethod(it, ref, self)),
    };
  },
};
