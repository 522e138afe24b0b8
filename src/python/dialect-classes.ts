/** What changed between versions about classes: their attributes, the words of AttributeError, and what stands for a class among annotations. */
import { since } from '../heap/index.ts';

export const CLASS_RULES = {
  /** int | str makes a union. */
  classesUnite: since({ 8: false, 10: true }),
  /** What an alias of a class answers itself, besides what it did from the beginning. */
  aliasesAnswer: since<readonly string[]>({ 8: [], 11: ['__class__'], 13: ['__class__', '__bases__'] }),
  /** An alias of a class gives itself once, starred, where it is gone through. */
  aliasesUnpack: since({ 8: false, 11: true }),
  /** PEP 585: type[int], though type has no __class_getitem__, and weakref.ref[int]. */
  builtInsAreGeneric: since({ 8: false, 9: true }),
  /** A type variable checks what comes into its place. */
  typeArgumentsChecked: since({ 8: false, 11: true }),
  /** Type variables are looked for in lists and tuples among the arguments of an alias. */
  parametersInLists: since({ 8: false, 13: true }),
  /** The repr of an alias shows classes in a list by their names. */
  aliasesShowLists: since({ 8: false, 12: true }),
  /** Deleting an attribute that is not there says whose it is. */
  deletionErrorsTell: since({ 8: false, 11: true }),
  /** classmethod(x).__get__ asks x's own `__get__`. */
  classMethodChains: since({ 8: false, 9: true }),
  /** The text that a property of a subclass is given lies in its `__dict__`, where its getter's lies. */
  propertyTextInDict: since({ 8: false, 12: true }),
  /** A getter without a text gives the property None to hold (property_init). */
  propertyKeepsNone: since({ 8: true, 12: false }),
  /** A wrapper of a function looks for what it copies without an error (PyObject_GetOptionalAttr). */
  wrappersAskQuietly: since({ 8: false, 13: true }),
  /** Where `except*` takes nothing of a group, what it leaves stands for it, too (CHECK_EG_MATCH). */
  restStandsUnmatched: since({ 8: false, 12: true }),
  /** What a property that lacks the function names: nothing, itself, itself and the class. */
  propertyErrorNames: since<'nothing' | 'itself' | 'class'>({ 8: 'nothing', 10: 'itself', 11: 'class' }),
  /** A store or deletion that fails tells what it was about, for suggestions (_PyObject_SetAttributeErrorContext). */
  storeErrorsTell: since({ 8: false, 13: true }),
  /**
   * The table of what was found in classes: whether a name's place in it comes from its hash or its address (MCACHE_HASH_METHOD), whether
   * it is sought before a class that has no tag gets one (_PyType_LookupRef), and the tag of the first class that a program makes.
   */
  methodCache: since<{
    readonly places: 'hash' | 'address';
    readonly placedEarly: boolean;
    readonly firstTag: number;
  }>({
    8: { places: 'hash', placedEarly: false, firstTag: 57 },
    10: { places: 'address', placedEarly: false, firstTag: 60 },
    12: { places: 'address', placedEarly: false, firstTag: 131_102 },
    13: { places: 'address', placedEarly: true, firstTag: 131_102 },
  }),
  /** An empty slot names the class of its object with where it was defined (%T). */
  slotsNameWholeClass: since({ 8: false, 13: true }),
};
