/** The door of the objects room: the actions of which every statement is made. */
export * as attributeDicts from './attribute-dicts.ts';
export type { ClassDefinition, Finalizer, PythonClass } from './classes.ts';
export { defineClass } from './classes.ts';
export * as dicts from './dict.ts';
export * as dictCopies from './dict-copies.ts';
export {
  callFrozenset,
  constantList,
  constantSet,
  dictDisplay,
  listDisplay,
  setDisplay,
  tupleDisplay,
} from './displays.ts';
export { equalKeys, KeyQuestion } from './equality.ts';
export { handle, raiseAndHandle } from './exceptions.ts';
export type { Frame, PythonFunction } from './functions.ts';
export { enter, exchangeLocal, freeKeptFrame, leave, localOf, localsOf } from './functions.ts';
export { addressHash, hash64Of } from './hash.ts';
export { maySeeReferences, whileHeld } from './held-keys.ts';
export * as instanceStates from './instance-state.ts';
export * as instances from './instances.ts';
export * as lists from './list.ts';
export * as namePlaces from './name-places.ts';
export type { NameDict } from './namespace.ts';
export { intValue, newComplex, newFloat, newInt, newIntWithRoom } from './numbers.ts';
export type { Held, HoldsAs, ProgramOutlook } from './outlook.ts';
export { newPlainObject, newRange } from './plain.ts';
export { Process, type ProcessConfig } from './process.ts';
export { atomRepr, reprOf, typeLabel } from './repr.ts';
export * as sets from './set.ts';
export type { KeysHolder, SharedKeys } from './shared-keys.ts';
export type { SharedObjects, Sought } from './shared-objects.ts';
export { sizeOf } from './sizeof.ts';
export { type ProcessState, restoreProcess, saveProcess } from './snapshot.ts';
export {
  storedHashesOf,
  wholeHashes,
  withHashAsked,
  withHashes,
  withStoredHashes,
} from './stored-hashes.ts';
export * as strings from './strings.ts';
export { tableBytes } from './table-bytes.ts';
export * as bytesMethods from './values/bytes-methods.ts';
export * as characterNames from './values/character-names.ts';
export * as points from './values/code-points.ts';
export * as codecs from './values/codec.ts';
export * as complexes from './values/complex.ts';
export * as floats from './values/float-arithmetic.ts';
export * as floatBits from './values/float-bits.ts';
export { intTrueDivide } from './values/float-bits.ts';
export * as floatHexes from './values/float-hex.ts';
export * as floatTexts from './values/float-repr.ts';
export { floatRepr } from './values/float-repr.ts';
export * as numberFormats from './values/format-number.ts';
export { formatStr } from './values/format-str.ts';
export * as hashes from './values/hash.ts';
export * as hash64s from './values/hash64.ts';
export * as intBytes from './values/int-bytes.ts';
export * as intTexts from './values/int-text.ts';
export * as mathErfs from './values/math-erf.ts';
export * as maths from './values/math-functions.ts';
export * as mathGammas from './values/math-gamma.ts';
export * as mathIntegers from './values/math-integers.ts';
export * as mathSums from './values/math-sums.ts';
export * as mathVectors from './values/math-vectors.ts';
export * as mersennes from './values/mersenne.ts';
export * as percents from './values/percent-format.ts';
export * as percentRenders from './values/percent-render.ts';
export * as ints from './values/py-int.ts';
export { type PythonExceptionName, PythonRaise, type UnicodeErrorDetails } from './values/python-raise.ts';
export * as distributions from './values/random-distributions.ts';
export * as strClasses from './values/str-classify.ts';
export * as strFinds from './values/str-find.ts';
export * as strPads from './values/str-pad.ts';
export * as strReprs from './values/str-repr.ts';
export { bytearrayRepr, bytesRepr, strRepr } from './values/str-repr.ts';
export * as strSplits from './values/str-split.ts';
export * as strTranslations from './values/str-translate.ts';
export * as stringFormats from './values/string-format.ts';
export * as timsorts from './values/timsort.ts';
export * as strCases from './values/unicode-case.ts';
export { type ValueProfile, valueProfile } from './values/value-profile.ts';
export { zeroDivisionMessage } from './values/zero-division.ts';
export { build, WAYS } from './ways.ts';
export { makeWeakref, newWeakref } from './weakref.ts';
