/** property (descrobject.c: propertyobject). */
import { PythonRaise } from '../../../objects/index.ts';
import { PROPERTY } from '../../eval/classes/descriptors.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  answersNone,
  type GetSet,
  type NativeDefinition,
  native,
  type TypeDefinition,
} from '../../eval/native.ts';
import { allocate, classArgument } from '../allocate.ts';
import { packed } from '../arguments.ts';
import { READING_AND_STORING } from './descriptor-methods.ts';
import { isAbstract } from './descriptors.ts';
import { inTheClass } from './dunders.ts';

const { GET, SET, DELETE, DOC, NAME } = PROPERTY;

/** property_init: without a text of its own a property has its getter's, the object of a subclass in its `__dict__`. */
function newProperty(vm: Interpreter, [ofClass = 0, ...given]: readonly number[]): number {
  const made = emptyProperty(vm, ofClass);
  return inTheClass(vm, made, () => fill(vm, made, given));
}

function emptyProperty(vm: Interpreter, ofClass: number): number {
  const made = allocate(vm, classArgument(vm, ofClass), vm.rules.typeSizes.property[0]);
  vm.fillFields(made, [0, 0, 0, 0, 0]);
  vm.heap.track(made);
  return made;
}

function fill(vm: Interpreter, made: number, given: readonly number[]): void {
  for (const at of [GET, SET, DELETE]) vm.setField(made, at, own(vm, nothingForNone(vm, given[at] ?? 0)));
  giveText(vm, made, vm.field(made, GET), given[DOC] ?? 0);
}

function giveText(vm: Interpreter, made: number, get: number, doc: number): void {
  const isOwn = doc !== 0 && !vm.isNone(doc);
  const text = isOwn || get === 0 ? own(vm, doc) : vm.findAttr(get, '__doc__');
  const kept = text !== 0 && vm.isNone(text) && !vm.rules.propertyKeepsNone ? drop(vm, text) : text;
  const inField = vm.classes.of(made).dict === 0 || (isOwn && !vm.rules.propertyTextInDict);
  if (inField) vm.setField(made, DOC, kept);
  else if (!isOwn && get === 0) drop(vm, kept);
  else vm.guard(kept || vm.none(), (value) => vm.setAttr(made, '__doc__', value));
}

const nothingForNone = (vm: Interpreter, ref: number): number => (ref !== 0 && vm.isNone(ref) ? 0 : ref);

const own = (vm: Interpreter, ref: number): number => (ref === 0 ? 0 : vm.own(ref));

function drop(vm: Interpreter, ref: number): 0 {
  if (ref !== 0) vm.decref(ref);
  return 0;
}

/** The text is the getter's (getter_doc): a copy with another getter asks that one. */
function hasDocOfGetter(vm: Interpreter, self: number): boolean {
  const get = vm.field(self, GET);
  const doc = vm.field(self, DOC);
  if (get === 0 || doc === 0) return vm.classes.of(self).dict !== 0;
  const found = vm.findAttr(get, '__doc__');
  drop(vm, found);
  return found === doc;
}

/** property.getter and its like: a copy with one function replaced, made by a call of the class (property_copy). */
function replacing(place: number): NativeDefinition {
  return native(
    (vm, [self = 0, func = 0]) => {
      const none = vm.process.none;
      const parts = [GET, SET, DELETE].map((at) => vm.field(self, at) || none);
      if (!vm.isNone(func)) parts[place] = func;
      const asks = !vm.isNone(parts[GET] as number) && hasDocOfGetter(vm, self);
      const given = [...parts, asks ? none : vm.field(self, DOC) || none];
      const type = vm.classes.of(self);
      if (type.dict !== 0) return vm.call(type.ref, given);
      return vm.withTuple(given, () => newProperty(vm, [type.ref, ...given]));
    },
    { args: [1, 1] },
  );
}

const held = (place: number): GetSet => ({
  get: (vm, self) => vm.own(vm.field(self, place) || vm.process.none),
  member: true,
});

const PARAMETERS = { args: [0, 4], keywords: ['fget', 'fset', 'fdel', 'doc'] } as const;

export const PROPERTY_TYPE: TypeDefinition = {
  name: 'property',
  construct: native(packed(newProperty), {
    ...PARAMETERS,
    makesEmpty: emptyProperty,
  }),
  methods: {
    __init__: native(
      answersNone((vm, [self = 0, ...given]) => fill(vm, self, given)),
      PARAMETERS,
    ),
    ...READING_AND_STORING,
    getter: replacing(GET),
    setter: replacing(SET),
    deleter: replacing(DELETE),
    __set_name__: native(
      (vm, [self = 0, , name = 0]) => {
        vm.setField(self, NAME, vm.own(name));
        return vm.none();
      },
      { args: [2, 2], packs: true },
    ),
  },
  getsets: {
    __isabstractmethod__: isAbstract([GET, SET, DELETE]),
    fget: held(GET),
    fset: held(SET),
    fdel: held(DELETE),
    __doc__: {
      ...held(DOC),
      set: (vm, self, value) => vm.setField(self, DOC, vm.own(value)),
      delete: (vm, self) => {
        if (vm.field(self, DOC) === 0) throw new PythonRaise('AttributeError', '__doc__');
        vm.setField(self, DOC, 0);
      },
    },
  },
};
