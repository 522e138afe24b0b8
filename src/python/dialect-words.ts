/**
 * Words that changed between versions: what exceptions say where programs run. The objects room has its own (heap/profiles.ts, messages)
 * for what operations can raise, too. Each is CPython's text from the version on that is named.
 */
import { since } from '../heap/index.ts';

type Named = (name: string) => string;
type OfType = (name: string, type: string) => string;

const invalidKeyword = (name: string, callee: string): string =>
  `'${name}' is an invalid keyword argument for ${callee}()`;
const unexpectedKeyword = (name: string, callee: string): string =>
  `${callee}() got an unexpected keyword argument '${name}'`;

const INVERSION =
  "This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

const OVERFLOW = 'OverflowError: Python int too large to convert to C long\n';

export const WORDS = {
  /** A built-in function or method got a keyword that it does not have (getargs.c). */
  wrongKeyword: since<(name: string, callee: string) => string>({ 8: invalidKeyword, 13: unexpectedKeyword }),
  /** How messages call the codec and the error handler that a class is called with. */
  codecArguments: since<readonly [string, string]>({ 8: ['2', '3'], 10: ["'encoding'", "'errors'"] }),
  /** An exit status that is too large for a C long leaves its error behind, which is shown with what happens next (handle_system_exit). */
  exitOverflow: since({ 8: '', 12: OVERFLOW, 13: `Exception ignored on threading shutdown:\n${OVERFLOW}` }),
  /** Lock.acquire(timeout=-2). */
  lockTimeout: since({
    8: 'timeout value must be positive',
    13: 'timeout value must be a non-negative number',
  }),
  /** '%d' % 'x'. */
  percentNumber: since({ 8: 'a number is required', 10: 'a real number is required' }),
  weakrefSlotTwice: since({
    8: '__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0',
    12: '__weakref__ slot disallowed: we already got one',
  }),
  sliceWantsIterable: since({
    8: 'can only assign an iterable',
    13: 'must assign iterable to extended slice',
  }),
  noMethodOrder: since({
    8: 'Cannot create a consistent method resolution\norder (MRO) for bases',
    13: 'Cannot create a consistent method resolution order (MRO) for bases',
  }),
  changeableClasses: since({ 8: 'heap types', 10: 'mutable types' }),
  typeTakesNoKeywords: since({ 8: 'type() takes 1 or 3 arguments', 11: 'type() takes no keyword arguments' }),
  superTakesTwo: since<(count: number) => string>({
    8: (count) => `super() takes at most 2 arguments (${count} given)`,
    11: (count) => `super() expected at most 2 arguments, got ${count}`,
  }),
  superNeedsType: since<(given: string) => string>({
    8: (given) => `super() argument 1 must be type, not ${given === 'NoneType' ? 'None' : given}`,
    11: (given) => `super() argument 1 must be a type, not ${given}`,
  }),
  superUnrelated: since<(type: string, given: string) => string>({
    8: () => 'super(type, obj): obj must be an instance or subtype of type',
    13: (type, given) =>
      `super(type, obj): obj (instance of ${given}) is not an instance or subtype of type (${type}).`,
  }),
  setOnBuiltinClass: since<OfType>({
    8: (_name, type) => `can't set attributes of built-in/extension type '${type}'`,
    10: (name, type) => `cannot set '${name}' attribute of immutable type '${type}'`,
  }),
  patternNotClass: since({
    8: 'called match pattern must be a type',
    12: 'called match pattern must be a class',
  }),
  deletedOfClass: since<OfType>({
    8: (name, type) => `can't delete ${type}.${name}`,
    10: (name, type) => `cannot delete '${name}' attribute of immutable type '${type}'`,
  }),
  classNotSubscriptable: since<OfType>({
    8: (_name, metaclass) => `'${metaclass}' object is not subscriptable`,
    11: (name) => `type '${name}' is not subscriptable`,
  }),
  stringIndex: since<Named>({
    8: () => 'string indices must be integers',
    11: (type) => `string indices must be integers, not '${type}'`,
  }),
  emptyFreeVariable: since<Named>({
    8: (name) => `free variable '${name}' referenced before assignment in enclosing scope`,
    11: (name) =>
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  }),
  methodOfNone: since({ 8: 'self must not be None', 12: 'instance must not be None' }),
  abstractClass: since<(name: string, methods: readonly string[]) => string>({
    8: (name, methods) =>
      `Can't instantiate abstract class ${name} with abstract methods ${methods.join(', ')}`,
    9: (name, methods) =>
      `Can't instantiate abstract class ${name} with abstract method${plural(methods)} ${methods.join(', ')}`,
    12: (name, methods) =>
      `Can't instantiate abstract class ${name} without an implementation for abstract method${plural(methods)} ${methods.map((one) => `'${one}'`).join(', ')}`,
  }),
  iterNeedsCallable: since({
    8: 'iter(v, w): v must be callable',
    12: 'iter(object, sentinel): object must be callable',
    13: 'iter(v, w): v must be callable',
  }),
  /** bytearray().extend('text') */
  bytesOfText: since({
    8: "'str' object cannot be interpreted as an integer",
    13: "expected iterable of integers; got: 'str'",
  }),
  searchArgument: since<OfType>({
    8: (_name, type) => `must be str, not ${type}`,
    13: (name, type) => `${name}() argument 1 must be str, not ${type === 'NoneType' ? 'None' : type}`,
  }),
  emptyExtreme: since<Named>({
    8: (name) => `${name}() arg is an empty sequence`,
    12: (name) => `${name}() iterable argument is empty`,
  }),
  attributeName: since<OfType>({
    8: (callee) => `${callee}(): attribute name must be string`,
    11: (_callee, type) => `attribute name must be string, not '${type}'`,
  }),
  classOrClasses: since({
    8: 'a class or tuple of classes',
    10: 'a class, a tuple of classes, or a union',
  }),
  classOrTuple: since({ 8: 'a type or tuple of types', 10: 'a type, a tuple of types, or a union' }),
  /** A C int is wanted (PyArg_ParseTuple `i`); until 3.9 a float was refused apart, since it could have been truncated. */
  intArgument: since<(type: string) => string>({
    8: (type) =>
      type === 'float' ? 'integer argument expected, got float' : `an integer is required (got type ${type})`,
    10: (type) => `'${type}' object cannot be interpreted as an integer`,
  }),
  noTypeVariables: since<Named>({
    8: (alias) => `There are no type variables left in ${alias}`,
    11: (alias) => `${alias} is not a generic class`,
  }),
  typeArgumentCount: since<(alias: string, actual: number, expected: number) => string>({
    8: (alias, actual, expected) => `Too ${actual > expected ? 'many' : 'few'} arguments for ${alias}`,
    11: (alias, actual, expected) =>
      `Too ${actual > expected ? 'many' : 'few'} arguments for ${alias}; actual ${actual}, expected ${expected}`,
    13: (alias, actual, expected) =>
      `Too ${actual > expected ? 'many' : 'few'} arguments for ${alias}; actual ${actual}, expected ${actual > expected ? '' : 'at least '}${expected}`,
  }),
  heapNotList: since<OfType>({
    8: () => 'heap argument must be a list',
    10: (argument, type) => `${argument} must be list, not ${type === 'NoneType' ? 'None' : type}`,
  }),
  /** gc.set_threshold(), by PyArg_ParseTuple and later by Argument Clinic for an optional group. */
  thresholdCount: since<(count: number) => string>({
    8: (count) =>
      `set_threshold() takes at ${count === 0 ? 'least 1 argument' : 'most 3 arguments'} (${count} given)`,
    13: () => 'gc.set_threshold requires 1 to 3 arguments',
  }),
  importArgument: since<(type: string) => string>({
    8: (type) => `__import__() argument 1 must be str, not ${type}`,
    11: () => 'module name must be a string',
  }),
  /** `~True`, `bool(NotImplemented)`, generator.throw(type, value): what is warned of; null for nothing. */
  invertedBool: since<string | null>({
    8: null,
    12: `Bitwise inversion '~' on bool is deprecated. ${INVERSION}`,
    13: `Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. ${INVERSION}`,
  }),
  notImplementedTruth: since<string | null>({
    8: null,
    9: 'NotImplemented should not be used in a boolean context',
  }),
  throwInParts: since<string | null>({
    8: null,
    12: 'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.',
  }),
  groupCondition: since({
    8: 'expected a function, exception type or tuple of exception types',
    13: 'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  }),
  /** Until 3.9 complex numbers had these operations, which refused; null where there is none. */
  complexQuotient: since<{ readonly [operator in '//' | '%' | 'divmod']: string | null }>({
    8: {
      '//': "can't take floor of complex number.",
      '%': "can't mod complex numbers.",
      divmod: "can't take floor or mod of complex number.",
    },
    10: { '//': null, '%': null, divmod: null },
  }),
  powerOperator: since({ 8: 'pow()', 10: '** or pow()' }),
  inPlacePower: since({ 8: '** or pow()', 10: '**=' }),
  /** What is said when sys.stdout cannot be flushed at the end; null: that its exception is ignored. */
  flushFailed: since<string | null>({ 8: null, 13: 'Exception ignored on flushing sys.stdout' }),
  /** Where a warning is said to come from when no frame runs. */
  warnsWithoutFrame: since({ 8: { filename: 'sys', line: 1 }, 13: { filename: '<sys>', line: 0 } }),
};

function plural(methods: readonly string[]): string {
  return methods.length === 1 ? '' : 's';
}
