/**
 * What changed between versions in the library modules that are Python source (lib/). A source says `RULE.name` where versions differ;
 * library.ts puts the value of the version there before the text is compiled, so that no module asks for a version while it runs.
 */
import { atVersion, type Minor, since } from '../heap/index.ts';

/** What came with a version, where nothing else is to be said of it. */
const from = (minor: 9 | 10 | 11 | 12 | 13) => since({ 8: false, [minor]: true });

const COLLECTION_RULES = {
  /** frame.f_locals is a proxy, which is registered as a mapping. */
  framesShowProxies: from(13),
  /** PEP 585: classes of the library are subscripted as list[int] is. */
  classesTakeItems: from(9),
  /** UserDict.get does not ask __missing__. */
  userDictGets: from(12),
  /** Mappings have | and |=. */
  dictsUnite: from(9),
  /** _replace and replace() raise TypeError, not ValueError, for names that they cannot take. */
  replaceErrorIsOfType: from(13),
  /** The first Counter.most_common(n) imports heapq. */
  heapqComesLate: from(10),
  /** What makes a named tuple asks for the caller's module, not for its frame. */
  callersTellModules: from(12),
  /** Named tuples have __match_args__. */
  classesMatch: from(10),
  /** collections.abc.Buffer. */
  buffers: from(12),
  /** ChainMap.new_child takes items by their names. */
  childrenTakeItems: from(10),
  /** A ChainMap is gone through by way of |=. */
  chainsUniteNames: from(12),
  /** ChainMap.fromkeys() takes one value, and not whatever dict.fromkeys() takes. */
  chainsNameTheirValue: from(13),
  /** Counters compare as multisets. */
  countersCompare: from(10),
  /** A counter shows itself as a dict. */
  counterShowsDict: from(9),
  /** Callable takes its parameters in a tuple, too. */
  callableTakesTuples: from(12),
  /** Callable checks what stands for its parameters. */
  callableTakesForms: from(10),
};

const COMMON_RULES = {
  /** copy.deepcopy gives ranges back as they are. */
  rangesCopiedWhole: from(10),
  /** copy.replace, and the __replace__ that it calls. */
  objectsReplace: from(13),
  /** types.NoneType and its like, and the class of int | str. */
  classesOfNone: from(10),
  /** What stands for a class among bases is kept in __orig_bases__, also by NamedTuple and TypedDict. */
  originalBases: from(12),
  /** Abstract context managers have __slots__. */
  managersHaveSlots: from(13),
  /** Asynchronous managers decorate, nullcontext and aclosing among them. */
  asyncManagers: from(10),
  /** A manager throws an exception into its generator as its class, itself and its traceback. */
  managersThrowParts: since({ 8: true, 12: false }),
  /** A generator that did not stop is closed. */
  managersCloseGenerators: from(11),
  /** warnings.simplefilter checks without assert. */
  warningsCheckKinds: from(13),
  /** abc.update_abstractmethods. */
  abstractMethodsUpdate: from(10),
  /** What wraps a function takes its type parameters. */
  wrappersTakeTypeParameters: from(12),
  /** ExitStack says that an object is no context manager. */
  stacksNameProtocol: from(11),
  /** ExitStack asks sys.exception() what is handled, not sys.exc_info(). */
  stacksAskException: from(13),
  /** contextlib.chdir. */
  stacksChangeDirectory: from(11),
  /** string.Template.is_valid. */
  templatesValidate: from(11),
  /** threading.Lock is a class. */
  lockIsClass: from(13),
  /** functools.cache. */
  plainCache: from(9),
  cachesTellParameters: from(9),
  /** cached_property has no lock. */
  cachedPropertyUnlocked: from(12),
  /** cached_property tells the module of its function. */
  cachedPropertyNamesModule: from(13),
  /** singledispatch knows unions. */
  dispatchTakesUnions: from(11),
  softKeywords: since<readonly string[]>({
    8: [],
    10: ['_', 'case', 'match'],
    12: ['_', 'case', 'match', 'type'],
  }),
};

const ENUM_RULES = {
  /** Flag looks at the class of a value that no member has before anything else. */
  flagsRefuseOthers: from(11),
  /** Members that were composed are named, and flags show themselves as flags. */
  flagsNamedWhole: from(11),
  /** Composed flags are named by members of one bit. */
  flagNamesAreSingle: from(11),
  /** Flags give their members in turn. */
  flagsIterate: from(11),
  /** A flag without members shows its value. */
  flagsShowValue: from(11),
  /** IntFlag shows itself as an int. */
  flagsNamedByValue: from(11),
  /** A thread without a name has one of its function's. */
  threadsNamedByTarget: from(10),
  /** Semaphores, events and barriers show in their repr how they stand. */
  waitsShowState: from(11),
  /** Semaphore.release takes how many. */
  semaphoresReleaseMany: from(9),
  /** A barrier has to be for somebody. */
  barriersCheckParties: from(13),
  /** Queues can be shut down. */
  queuesShutDown: from(13),
  /** queue.Queue[int] */
  queuesAreGeneric: from(9),
  /** enum.property, which knows the member of its name. */
  enumProperty: from(11),
  /** What enum.property says of classes without such a member. */
  enumPropertyTells: from(12),
  /** The errors of enum show the member and the class by their repr. */
  enumErrorsNameKey: from(11),
  /** Enumerations have no text of their own. */
  enumWithoutText: from(11),
  /** Calling a class of members takes values of more than one part. */
  enumCallsWhole: from(12),
  /** in finds values, and takes what it is asked about. */
  enumContainsValues: from(12),
  /** dir() of an enumeration shows what classes have, too. */
  enumMembersInDir: from(11),
  /** Members are attributes of the class, not found by __getattr__. */
  enumMembersInClass: from(12),
  /** EnumMeta is called EnumType. */
  enumTypeRenamed: from(11),
  /** Members know their place (_sort_order_). */
  enumKeepsOrder: from(11),
  /** Composed members of a flag count as aliases. */
  enumAliasesCompose: from(11),
  /** auto() goes on from the greatest value. */
  enumCountsFromGreatest: from(13),
  /** A member shows its value as the class mixed in does. */
  enumShowsMixed: from(12),
  /** format() of a member is its str. */
  enumFormatsByStr: from(11),
  /** copies of a member are the member. */
  enumCopiesItself: from(11),
  /** IntEnum is made with ReprEnum. */
  enumNumbersRedone: from(11),
  /** `in` of something that is no member warns of what it will do. */
  enumContainsWarning: since({
    8: '',
    10: "in 3.12 __contains__ will no longer raise TypeError, but will return True if\nobj is a member or a member's value",
    11: 'in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending on whether the value is a member or the value of a member',
  }),
};

const DATACLASS_RULES = {
  /** What a dataclass hands to functions that it writes has names that no field has. */
  dataclassLongNames: from(12),
  /** Lines of functions that a dataclass writes are indented where they are written. */
  dataclassIndents: from(13),
  /** Functions that a dataclass writes get object under a name of its own, not through the module builtins. */
  dataclassGivesObject: from(10),
  /** A field without default after one with it: the error names both. */
  defaultErrorsNameField: from(13),
  /** The functions of a dataclass are compiled in one text (_FuncBuilder). */
  dataclassBuildsTogether: from(13),
  /** KW_ONLY, slots and __match_args__ of dataclasses. */
  keywordOnlyFields: from(10),
  /** Frozen dataclasses look for a name in a set of fields. */
  frozenNamesInSet: from(12),
  /** __dataclass_params__ has all parameters; annotations are asked of inspect. */
  dataclassParametersWhole: from(12),
  /** A frozen dataclass checks that all of its bases are. */
  frozenBasesAll: from(13),
  /** A dataclass whose signature is not to be had gets a __doc__ all the same. */
  dataclassesWithoutSignature: from(11),
  /** Dataclasses leave out slots that a base has. */
  dataclassSlotsInherit: from(11),
  /** weakref_slot of dataclasses. */
  dataclassWeakSlot: from(11),
  /** A default of a field must be hashable. */
  defaultsHashable: from(11),
  /** asdict and astuple give atoms back without a look at them. */
  dataclassKnowsAtoms: from(12),
  /** asdict makes plain lists and dicts by comprehensions. */
  dataclassBuildsPlain: from(13),
  /** make_dataclass takes the module. */
  dataclassMakesInModule: from(12),
  /** Setting an attribute of the class gives the function its __qualname__. */
  dataclassNamesWhileSetting: since({ 8: false, 10: true, 13: false }),
};

const SIGNATURE_RULES = {
  /** The kind of a parameter shows its name by its property. */
  signatureKindsNamed: from(11),
  /** A keyword is no name of a parameter. */
  signaturesRefuseKeywords: from(11),
  /** A parameter without default after one with it is refused across kinds. */
  signaturesKeepDefaults: from(11),
  /** inspect.get_annotations, and eval_str. */
  annotationsEvaluate: from(10),
  /** Signature.format. */
  signaturesFormat: from(13),
  /** inspect imports ast, whose classes wrap methods. */
  astWraps: from(9),
  /** unwrap() does not go through classes. */
  unwrapStopsAtClasses: from(13),
  /** Signatures look methods up without calling descriptors, and go through the bases in order. */
  signaturesFindStatically: from(13),
  /** A signature asks for another through one partial object. */
  signaturesRecur: from(9),
  /** A signature unwraps as far as a method. */
  unwrapStopsAtMethods: from(10),
  /** What a partialmethod leaves on its function is called __partialmethod__. */
  partialMethodRenamed: from(13),
  /** A signature takes __new__ or __init__ by the order of bases. */
  signaturesByOrder: from(11),
};

const RANDOM_RULES = {
  /** random asks numbers for __index__ alone. */
  randomIndexes: from(12),
  /** randrange warns of what has no __index__. */
  rangesCheckArguments: from(10),
  /** seed() looks whether it knows the class, and from 3.11 on takes no other. */
  seedsLooked: from(9),
  seedsChecked: from(11),
  /** A number below nothing is not drawn. */
  drawsOfNothingFail: from(11),
  /** An empty range is shown as it was asked for. */
  rangeErrorsShowCall: from(12),
  /** choice() looks whether there is something to choose. */
  choicesChecked: from(11),
  /** shuffle() takes no source of numbers. */
  shuffleTakesNoSource: from(11),
  /** sample() takes no sets. */
  samplesOfSetsFail: from(11),
  /** choices() checks the sum of its weights. */
  weightsChecked: from(9),
  /** choices() checks that the sum is finite. */
  weightsFinite: from(10),
  /** normalvariate has defaults. */
  normalDefaults: from(11),
  /** expovariate has a default. */
  distributionDefaults: from(12),
  /** binomialvariate. */
  binomial: from(12),
  /** What seed() says of other classes. */
  seedError: since({
    8: 'Seeding based on hashing is deprecated\nsince Python 3.9 and will be removed in a subsequent version. The only \nsupported seed types are: None, int, float, str, bytes, and bytearray.',
    11: 'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
    13: 'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.',
  }),
};

const TYPING_RULES = {
  /** NamedTuple and TypedDict may derive from Generic, too. */
  namedTuplesGeneric: from(11),
  /** Attributes of a NamedTuple are told their names (__set_name__). */
  attributesToldOfNames: from(13),
  /** Required and NotRequired. */
  requiredFields: from(11),
  /** ReadOnly items of a TypedDict. */
  readOnlyFields: from(13),
  /** typing.NewType is a class. */
  newTypeIsClass: from(10),
  /** TypeVarTuple, and what came to typing with it. */
  typeVarTuples: from(11),
  /** Type variables have defaults. */
  typeVarDefaults: from(13),
  /** The words about Generic mention ParamSpec. */
  parameterSpecifications: from(10),
  /** Generic[...] twice among bases: the words say times. */
  genericTwice: from(12),
  /** issubclass() with a protocol names what is not a method. */
  protocolsNameMembers: from(13),
  /** isinstance() with a protocol asks first for the class, also where it has attributes. */
  protocolInstancesBySubclass: from(12),
  /** A protocol keeps an __init__ of its own. */
  protocolsKeepInit: from(11),
  /** What an alias makes need not take __orig_class__. */
  genericAttributesOptional: from(13),
  /** Aliases and forms of typing answer __name__. */
  aliasesNamed: from(10),
  /** PEP 604: | makes unions of what typing has. */
  unionsByOperator: from(10),
  /** Unpack[...] is shown by its name. */
  unpackShownWhole: from(12),
  /** Annotated[...] has a name. */
  annotatedNamed: from(11),
  /** typing speaks of arguments, not of parameters. */
  typingSaysArguments: from(11),
  /** typing.get_overloads. */
  overloadsKept: from(11),
  /** typing.final leaves a mark. */
  finalMarks: from(11),
  /** frozen_default of dataclass_transform. */
  frozenDefault: from(12),
  /** A default None no longer makes a hint optional. */
  hintsOfNoneStay: from(11),
  /** get_type_hints knows include_extras. */
  annotationsKept: from(9),
  /** ClassVar and Final in one another. */
  formsNestQualifiers: from(13),
  /** Concatenate may end with an ellipsis. */
  concatenateTakesEllipsis: from(11),
  /** Annotated is a special form, not a class. */
  annotatedIsForm: from(13),
  /** typing.Any is a class. */
  anyIsClass: from(11),
  /** Self, Never and their like stand alone; Final does not. */
  formsStandAlone: from(11),
  /** issubclass() with a protocol looks first whether it may be asked. */
  protocolsCheckedFirst: since({ 8: true, 12: false, 13: true }),
  /** What refuses other keywords: {0} is the class. */
  typeVarMaker: since({ 8: '__init__', 10: '{0}.__init__' }),
};

const PATH_RULES = {
  /** normpath leaves it to C what a path is without `.`, `..` and slashes too many (_path_normpath), and is that function itself. */
  normpathInC: from(11),
  normpathIsC: from(13),
  realpathIsStrict: from(10),
  /** commonpath makes a tuple before it asks whether there are any. */
  commonpathTakesIterators: from(13),
};

const SOURCE_RULES = {
  ...PATH_RULES,
  ...COLLECTION_RULES,
  ...COMMON_RULES,
  ...ENUM_RULES,
  ...DATACLASS_RULES,
  ...SIGNATURE_RULES,
  ...RANDOM_RULES,
  ...TYPING_RULES,
};

/** What a rule says: true or false, words, or a list of words. */
export type RuleValue = boolean | string | readonly string[];

const made = new Map<Minor, Readonly<Record<string, RuleValue>>>();

export function sourceRulesOf(minor: Minor): Readonly<Record<string, RuleValue>> {
  const known = made.get(minor);
  if (known !== undefined) return known;
  const rules = atVersion(SOURCE_RULES, minor);
  made.set(minor, rules);
  return rules;
}
