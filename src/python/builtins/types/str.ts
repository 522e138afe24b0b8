/** str: its call and the table of its methods (unicodeobject.c). They are told in str-search, str-shape, str-parts and str-format.ts. */

import { codecs, PythonRaise, strReprs } from '../../../objects/index.ts';
import { checkPositional } from '../../eval/calls/native-arguments.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Keywords,
  type NativeDefinition,
  native,
  resumable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { asksForText, strSteps } from '../../eval/texts/text.ts';
import { classArgument, newStrOfClass } from '../allocate.ts';
import { bytesOf, codecArguments, stepsPackedUpTo } from '../arguments.ts';
import { HASH, PERCENT, sequenceDunders } from './dunders.ts';
import { newArgumentsOf } from './reducing.ts';
import { STR_FORMAT } from './str-format.ts';
import { STR_PARTS } from './str-parts.ts';
import { STR_SEARCH } from './str-search.ts';
import { MAKETRANS, STR_SHAPE } from './str-shape.ts';

type Args = readonly number[];

function* construct(vm: Interpreter, [ofClass = 0, of = 0, encoding = 0, errors = 0]: Args): Steps {
  const type = classArgument(vm, ofClass);
  if (encoding !== 0 || errors !== 0) return newStrOfClass(vm, type, decoded(vm, of, encoding, errors));
  if (of === 0) return newStrOfClass(vm, type, '');
  if (type.dict === 0 && vm.heap.typeOf(of) === type.info) return vm.own(of);
  if (type.dict === 0) return asksForText(vm, of) ? yield* strSteps(vm, of) : vm.strObject(of);
  return newStrOfClass(vm, type, vm.str(of));
}

/** str(bytes, encoding, errors). */
function decoded(vm: Interpreter, of: number, encoding: number, errors: number): string {
  const given = codecArguments(vm, 'str', [encoding, errors]);
  const bytes = of === 0 ? new Uint8Array(0) : bytesOf(vm, of);
  if (bytes === null) {
    if (vm.isStr(of)) throw new PythonRaise('TypeError', 'decoding str is not supported');
    throw new PythonRaise('TypeError', `decoding to str: need a bytes-like object, ${vm.typeName(of)} found`);
  }
  return codecs.decodeBytes(bytes, {
    ...given,
    profile: vm.process.values,
  });
}

const packing = stepsPackedUpTo(Number.MAX_SAFE_INTEGER, construct);

function call(vm: Interpreter, args: Args, keywords: Keywords): Steps {
  const { strCallPacks } = vm.rules;
  const packs = strCallPacks === 'always' || (strCallPacks === 'cold' && !vm.warmCall);
  vm.warmCall = false;
  return packs ? packing(vm, args, keywords) : construct(vm, args);
}

const OWN: Readonly<Record<string, NativeDefinition>> = {
  __str__: native((vm, [self = 0]) => (vm.typeOf(self).dict === 0 ? vm.own(self) : vm.newStr(vm.text(self)))),
  __repr__: native((vm, [self = 0]) => vm.newStr(strReprs.strRepr(vm.text(self), vm.process.values))),
  __hash__: HASH,
  ...PERCENT,
};

export const STR: TypeDefinition = {
  name: 'str',
  methods: {
    ...sequenceDunders({ hashable: true }),
    __getnewargs__: newArgumentsOf((vm, self) => vm.newStr(vm.text(self))),
    ...OWN,
    ...STR_SEARCH,
    ...STR_SHAPE,
    ...STR_PARTS,
    ...STR_FORMAT,
  },
  staticMethods: { maketrans: MAKETRANS },
  construct: resumable(call, {
    args: [0, 3],
    keywords: ['object', 'encoding', 'errors'],
    vectorcall: (_vm, count, names) => {
      if (names.size === 0) checkPositional('str', 3, count);
    },
    parsesUpTo: 10,
    converts: (vm, [, , encoding = 0, errors = 0]) => codecArguments(vm, 'str', [encoding, errors]),
    asks: (vm, [, of = 0]) => of !== 0 && asksForText(vm, of),
  }),
};
