/** What a program finds when it begins: a new file of methods, functions or modules is one line here. */

import type { Installation } from '../eval/start/install.ts';
import { quitter } from '../modules/quitter.ts';
import { MODULES, SOURCES } from '../modules/table.ts';
import { ASYNC_ITERATING } from './functions/async-iterating.ts';
import { ATTRIBUTE_FUNCTIONS } from './functions/attributes.ts';
import { CLASS_FUNCTIONS } from './functions/classes.ts';
import { EXECUTING } from './functions/executing.ts';
import { ITERATING } from './functions/iterating.ts';
import { NUMBERS } from './functions/numbers.ts';
import { PRINTING } from './functions/printing.ts';
import { TEXTS } from './functions/texts.ts';
import { BASE_EXCEPTION } from './types/base-exception.ts';
import { BUILTIN_FUNCTION, METHOD_DESCRIPTORS, METHOD_WRAPPER } from './types/builtin-functions.ts';
import { BYTEARRAY } from './types/bytearray.ts';
import { BYTES } from './types/bytes.ts';
import { CALLABLE_ITERATOR, installCallableIterator } from './types/callable-iterator.ts';
import {
  CELL,
  CODE,
  FUNCTION,
  installCells,
  installMethods,
  METHOD_TYPE,
  TRACEBACK,
} from './types/callables.ts';
import { CALLABLE_TYPES } from './types/calling.ts';
import { installCoroutines } from './types/coroutine.ts';
import { DESCRIPTOR_TYPES } from './types/descriptor-methods.ts';
import { CLASSMETHOD, STATICMETHOD } from './types/descriptors.ts';
import { DICT } from './types/dict.ts';
import { DICT_VIEWS, installDictViews } from './types/dict-views.ts';
import { EXCEPTIONS } from './types/exceptions.ts';
import { COMPLEX, FLOAT } from './types/float.ts';
import { FRAME } from './types/frame.ts';
import { FRAME_PROXY, installFrameProxies } from './types/frame-proxies.ts';
import { GENERATOR } from './types/generator.ts';
import { GENERIC_ALIAS, installGenericAliases, UNION_TYPE } from './types/generic-alias.ts';
import { installHashing } from './types/hashing.ts';
import { BOOL, INT } from './types/int.ts';
import { ITERATOR_TYPES, installIterators } from './types/iterators.ts';
import { LIST } from './types/list.ts';
import { installMappingProxies, MAPPING_PROXY } from './types/mapping-proxies.ts';
import { installMemoryviews, MEMORYVIEW } from './types/memoryview.ts';
import { MODULE } from './types/module.ts';
import { installWeakrefAttribute, OBJECT } from './types/object.ts';
import { PROPERTY_TYPE } from './types/property.ts';
import { installRanges, RANGE, RANGE_ITERATORS, SLICE } from './types/range.ts';
import { checkingSelf } from './types/self-check.ts';
import { FROZENSET, SET } from './types/set.ts';
import { installSets } from './types/set-operations.ts';
import { installSimpleNamespaces, SIMPLE_NAMESPACE } from './types/simple-namespace.ts';
import { installSizing } from './types/sizing.ts';
import { installSlotAttributes } from './types/slot-attributes.ts';
import { STR } from './types/str.ts';
import { installSuper, SUPER } from './types/super.ts';
import { TUPLE } from './types/tuple.ts';
import { TYPE } from './types/type.ts';
import { removeOtherMethods } from './types/versions.ts';

export const PROGRAM_INSTALLATION: Installation = {
  types: [
    OBJECT,
    TYPE,
    ...[
      LIST,
      DICT,
      TUPLE,
      RANGE,
      SLICE,
      SET,
      FROZENSET,
      INT,
      BOOL,
      FLOAT,
      COMPLEX,
      STR,
      BYTES,
      BYTEARRAY,
      ...DICT_VIEWS,
      ...ITERATOR_TYPES,
      BASE_EXCEPTION,
      ...EXCEPTIONS,
      GENERATOR,
      SUPER,
    ].map(checkingSelf),
    FUNCTION,
    METHOD_TYPE,
    CODE,
    CELL,
    FRAME,
    MAPPING_PROXY,
    FRAME_PROXY,
    TRACEBACK,
    MODULE,
    PROPERTY_TYPE,
    STATICMETHOD,
    CLASSMETHOD,
    SIMPLE_NAMESPACE,
    CALLABLE_ITERATOR,
    ...DESCRIPTOR_TYPES,
    ...RANGE_ITERATORS,
    GENERIC_ALIAS,
    MEMORYVIEW,
    UNION_TYPE,
    BUILTIN_FUNCTION,
    METHOD_WRAPPER,
    ...METHOD_DESCRIPTORS,
    ...CALLABLE_TYPES,
  ],
  functions: {
    ...PRINTING,
    ...TEXTS,
    ...EXECUTING,
    ...ITERATING,
    ...ASYNC_ITERATING,
    ...NUMBERS,
    ...ATTRIBUTE_FUNCTIONS,
    ...CLASS_FUNCTIONS,
  },
  functionsSince: { aiter: 10, anext: 10 },
  values: { exit: quitter('exit'), quit: quitter('quit') },
  modules: MODULES,
  sources: SOURCES,
  setups: [
    installWeakrefAttribute,
    installSuper,
    installMethods,
    installCells,
    installCallableIterator,
    installDictViews,
    installMappingProxies,
    installSets,
    installFrameProxies,
    installSimpleNamespaces,
    installSizing,
    installRanges,
    installIterators,
    installHashing,
    installMemoryviews,
    installGenericAliases,
    installCoroutines,
    installSlotAttributes,
    removeOtherMethods,
  ],
};
