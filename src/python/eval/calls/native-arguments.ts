/** The arguments that a function of C takes: how many, by which names, and the words for wrong ones (getargs.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { keywordSuggestion } from '../exceptions/suggestions.ts';
import type { Interpreter } from '../interpreter.ts';
import { type CallPlan, type NativeDefinition, NO_KEYWORDS } from '../native.ts';
import type { Arguments } from './arguments.ts';

/** The arguments that the native is called with, checked against its traits; `selfs` of them are self. */
export function checkedArguments(
  vm: Interpreter,
  definition: NativeDefinition,
  name: string,
  given: Arguments,
  selfs: number,
): Arguments {
  const { makesEmpty } = definition;
  const check = (): Arguments => checkedByTraits(vm, definition, name, given, selfs);
  return makesEmpty === undefined ? check() : takenByInit(vm, given.args[0] as number, makesEmpty, check);
}

/** Is it a built-in class with a vectorcall? */
export const takesVector = (vm: Interpreter, ref: number): boolean => {
  const type = vm.classes.forObject(ref);
  return type?.dict === 0 && vm.rules.vectorcallClasses.includes(type.name);
};

/**
 * What tp_init takes of its arguments: where it refuses them, tp_new has made the object, which ends (typeobject.c:type_call). Only an object of
 * a class of the program can tell.
 */
export function takenByInit<T>(
  vm: Interpreter,
  type: number,
  makeEmpty: (vm: Interpreter, type: number) => number,
  take: () => T,
): T {
  if (vm.classes.forObject(type)?.dict === 0) return take();
  try {
    return take();
  } catch (error) {
    const made = makeEmpty(vm, type);
    const raised = vm.raised(error);
    vm.decref(made);
    throw raised;
  }
}

function checkedByTraits(
  vm: Interpreter,
  definition: NativeDefinition,
  name: string,
  given: Arguments,
  selfs: number,
): Arguments {
  const { args, keywords } = given;
  if (definition.vectorcall !== undefined && takesVector(vm, args[0] as number))
    definition.vectorcall(vm, args.length - selfs, keywords);
  const short = name.slice(name.lastIndexOf('.') + 1);
  const full = vm.rules.callErrorsQualify ? name : short;
  if (definition.keywords !== undefined) {
    const { plan } = definition;
    const byPlace = args.length - selfs;
    const fits = keywords.size === 0 && byPlace >= plan.least && byPlace <= plan.most;
    const all = fits ? withEmpty(plan, args, selfs) : byName(vm, definition, short, given, selfs);
    return { args: all, keywords: NO_KEYWORDS };
  }
  const parses = vm.minor <= (definition.parsesUpTo ?? 0);
  if (keywords.size > 0 && definition.anyKeywords !== true) {
    const isShort = (parses || definition.packs === true) && !vm.rules.packedErrorsQualify;
    throw new PythonRaise('TypeError', `${isShort ? short : full}() takes no keyword arguments`);
  }
  const [least, most] = definition.args ?? [0, 0];
  const count = args.length - selfs;
  if (count < 0) throw new PythonRaise('TypeError', `unbound method ${name}() needs an argument`);
  if (count < least || count > most) {
    if (selfs === 1) checkOwner(vm, name, args[0] as number);
    if (parses) throw parsedCountError(short, [least, most], count);
    // Classes count theirs by _PyArg_CheckPositional; only functions are METH_O.
    const isClass = selfs === 1 && !name.includes('.');
    throw countError({ name: full, short, isClass }, [least, most], count);
  }
  return given;
}

/** method_check_args: before their count, whose method it is. */
function checkOwner(vm: Interpreter, name: string, self: number): void {
  const [owner = '', method] = name.split('.');
  const type = method === undefined ? undefined : vm.classes.byName.get(owner);
  if (type === undefined || method === undefined || vm.classes.forObject(self) !== undefined) return;
  if (!vm.isSubclass(vm.classes.of(self), type)) throw wrongSelf(vm, owner, method, self);
}

/** A method of a class that is called with what is no object of it. */
export function wrongSelf(vm: Interpreter, owner: string, name: string, self: number): PythonRaise {
  const given = vm.typeName(self);
  if (name.startsWith('__') && name.endsWith('__')) {
    return new PythonRaise(
      'TypeError',
      `descriptor '${name}' requires a '${owner}' object but received a '${given}'`,
    );
  }
  return new PythonRaise(
    'TypeError',
    `descriptor '${name}' for '${owner}' objects doesn't apply to a '${given}' object`,
  );
}

function countError(
  { name, short, isClass }: { readonly name: string; readonly short: string; readonly isClass: boolean },
  [least, most]: readonly [number, number],
  count: number,
): PythonRaise {
  if (least === 0 && most === 0)
    return new PythonRaise('TypeError', `${name}() takes no arguments (${count} given)`);
  if (least === 1 && most === 1 && !isClass)
    return new PythonRaise('TypeError', `${name}() takes exactly one argument (${count} given)`);
  const bound = least === most ? '' : count < least ? 'at least ' : 'at most ';
  const wanted = count < least ? least : most;
  return new PythonRaise(
    'TypeError',
    `${short} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${count}`,
  );
}

/** PyArg_ParseTuple (getargs.c:vgetargs1_impl), which says `exactly` only where there is no choice. */
function parsedCountError(
  name: string,
  [least, most]: readonly [number, number],
  count: number,
): PythonRaise {
  const wanted = count < least ? least : most;
  const bound = least === most ? 'exactly' : count < least ? 'at least' : 'at most';
  return new PythonRaise(
    'TypeError',
    `${name}() takes ${bound} ${wanted} argument${wanted === 1 ? '' : 's'} (${count} given)`,
  );
}

export function wrongKeyword(
  vm: Interpreter,
  callee: string,
  key: string,
  known: readonly string[],
): PythonRaise {
  return new PythonRaise('TypeError', vm.words.wrongKeyword(key, callee) + keywordSuggestion(vm, known, key));
}

/** _PyArg_CheckPositional of a class that takes up to so many. */
export function checkPositional(name: string, most: number, count: number): void {
  if (count > most) throw countError({ name, short: name, isClass: true }, [0, most], count);
}

/** The counts of _PyArg_UnpackKeywords; `unnamed` are the parameters that no keyword can give. */
export function checkCounts(
  name: string,
  parameters: { readonly most: number; readonly positional: number; readonly unnamed: number },
  [count, byKeyword]: readonly [number, number],
): void {
  const { most, positional, unnamed } = parameters;
  const several = (wanted: number): string => (wanted === 1 ? '' : 's');
  if (count + byKeyword > most) {
    const kind = count === 0 ? 'keyword ' : '';
    throw new PythonRaise(
      'TypeError',
      `${name}() takes at most ${most} ${kind}argument${several(most)} (${count + byKeyword} given)`,
    );
  }
  if (count > positional) {
    const bound = positional === 0 ? 'no' : `at most ${positional}`;
    const given = positional === 0 ? '' : ` (${count} given)`;
    throw new PythonRaise(
      'TypeError',
      `${name}() takes ${bound} positional argument${several(positional)}${given}`,
    );
  }
  if (count < unnamed)
    throw new PythonRaise(
      'TypeError',
      `${name}() takes at least ${unnamed} positional argument${several(unnamed)} (${count} given)`,
    );
}

/** One entry for each parameter that has a name, 0 where nothing was given for it. */
export function withEmpty({ names }: CallPlan, args: readonly number[], selfs: number): readonly number[] {
  if (args.length >= names + selfs) return args;
  const values = args.slice();
  while (values.length < names + selfs) values.push(0);
  return values;
}

/** One entry for each named parameter after the selfs; 0 where none was given. */
function byName(
  vm: Interpreter,
  definition: NativeDefinition,
  name: string,
  given: Arguments,
  selfs: number,
): number[] {
  const names = (definition.keywords ?? []).filter((one) => one !== '*');
  const starAt = definition.keywords?.indexOf('*') ?? -1;
  const positional = starAt < 0 ? names.length : starAt;
  const values = [...given.args.slice(0, selfs), ...names.map(() => 0)];
  const count = given.args.length - selfs;
  checkCounts(name, { most: names.length, positional, unnamed: names.lastIndexOf('') + 1 }, [
    count,
    given.keywords.size,
  ]);
  for (let at = 0; at < count; at++) values[selfs + at] = given.args[selfs + at] as number;
  for (const [key, value] of given.keywords) {
    const at = key === '' ? -1 : names.indexOf(key);
    if (at < 0) continue;
    if (values[selfs + at] !== 0)
      throw new PythonRaise(
        'TypeError',
        `argument for ${name}() given by name ('${key}') and position (${at + 1})`,
      );
    values[selfs + at] = value;
  }
  const least = definition.args?.[0] ?? 0;
  for (let at = 0; at < least; at++) {
    if (values[selfs + at] === 0)
      throw new PythonRaise(
        'TypeError',
        `${name}() missing required argument '${names[at]}' (pos ${at + 1})`,
      );
  }
  if (vm.minor <= (definition.parsesUpTo ?? 0)) definition.converts?.(vm, values);
  for (const key of given.keywords.keys()) if (!names.includes(key)) throw wrongKeyword(vm, name, key, names);
  return values;
}
