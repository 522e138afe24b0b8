/**
 * The conventions between the evaluator and everything written in TypeScript: built-in functions, methods, modules.
 *
 * THE MAP of the evaluator (each folder's files say more in their headers):
 *   here            the Interpreter (`vm`), layer upon layer: values.ts, containers.ts, protocols.ts, surroundings.ts, interpreter.ts;
 *                   program.ts runs a program on it, pace.ts and effort.ts count its steps, hooks.ts is what the heap asks of it
 *   instructions/   the loop (dispatch.ts), the instructions by kind (ops-*.ts), and short ways for the hottest ones (quick-*.ts)
 *   frames/         frames, code objects and their constants on the heap, generators and coroutines
 *   calls/          every kind of call (calls.ts), arguments to parameters, functions, methods and cells as objects
 *   classes/        PyType: one record for each class; the built-in ones, the class statement, attributes and descriptors
 *   operators/      arithmetic, comparison, iteration, subscripts
 *   texts/          repr(), str(), format(), `%`, and what a program prints
 *   exceptions/     raising, unwinding, tracebacks and their text, warnings
 *   start/          what was there before the program, imports, and the end
 * Around it: builtins/types/*.ts (methods, one file a type), builtins/functions/*.ts, modules/*.ts, lib/*.ts (Python source).
 * builtins/table.ts and modules/table.ts list them: a new file is one line there.
 *
 * VALUES. A value is a heap ref (a number > 0); 0 is NULL. There are no other values. Numbers, text and bytes are read with
 * `vm.int(ref)`, `vm.text(ref)` ... and made with `vm.newInt(x)`, `vm.newStr(text)`, `vm.bool(x)`, `vm.none()`.
 *
 * WHO OWNS A REFERENCE.
 *   - A native's `args` and `keywords` are borrowed: never drop them. Keep one by `vm.incref(ref)`.
 *   - A native returns a NEW reference: fresh from a `new...` function, or `vm.own(ref)` (incref and return) of a borrowed one.
 *   - Everything that returns a value and is called `get...`/`borrow...`/`lookup...` in heap or objects lends it;
 *     `vm.call`, `vm.getAttr`, `vm.iter`, `vm.next`, `vm.binary`, `vm.str`, `vm.repr` ... return new references.
 *   - Drop what you own with `vm.decref(ref)`. Dropping can run Python code (`__del__`), so put your structures in order first.
 *   - When something throws while you own references, drop them (try/finally, or `vm.guard(ref, () => ...)`).
 *
 * RAISING. `throw new PythonRaise('TypeError', message)` (from objects) for plain messages; `vm.raise(classRef, argRefs)` for
 * exceptions with other arguments; `vm.keyError(key)`. In JavaScript a Python exception travels as `Thrown` (owning the exception
 * object) or as PythonRaise, which becomes an object only when Python code or a traceback sees it. To catch: `vm.catches(error, 'KeyError')`
 * inside `catch (error)`, which drops it when it matches and is false (rethrow!) otherwise. Never catch and go on otherwise.
 *
 * CALLING BACK. A native that calls Python code is written in steps (`resumable`, calls/waiting.ts): `yield* callSteps(vm, callable, args)`, so
 * that the program can be paused in what it calls. `vm.call(callable, args)` runs to completion in a nested loop, its depth limited by
 * RecursionError, and cannot be paused. Collections, finalizers and callbacks may run in both: keep owned everything that you still need.
 *
 * ARGUMENTS. `native(call, { args: [min, max], keywords: [...] })` checks counts with CPython's messages before it calls.
 * `args` of a method begin with self. `packs: true` stands for METH_VARARGS: the call makes a tuple of its arguments, which a
 * later gc.get_count() shows. `keywords` names parameters: then `args` has one entry for each parameter, 0 where none was given.
 */
import type { Steps } from './calls/waiting.ts';
import type { Interpreter } from './interpreter.ts';

/** Keyword arguments by name, borrowed. */
export type Keywords = ReadonlyMap<string, number>;

export const NO_KEYWORDS: Keywords = new Map();

export type Native = (vm: Interpreter, args: readonly number[], keywords: Keywords) => number;

/** The same in steps, between which Python code runs. */
export type NativeSteps = (vm: Interpreter, args: readonly number[], keywords: Keywords) => Steps;

/** A native of at most three arguments, self among them; one that was not given is 0. Who calls it has counted them. */
export type Direct = (vm: Interpreter, a: number, b: number, c: number) => number;

/** Is there Python code to wait for, with these arguments? */
export type Asks = (vm: Interpreter, args: readonly number[], keywords: Keywords) => boolean;

/** `asks` of such a native. */
export type DirectAsks = (vm: Interpreter, a: number, b: number, c: number) => boolean;

export interface NativeTraits {
  /** Fewest and most positional arguments, self not counted. Default: exactly none. */
  readonly args?: readonly [number, number];
  /** The last version (3.x) whose C function takes them apart with PyArg_ParseTuple, which has words of its own for wrong counts. */
  readonly parsesUpTo?: number;
  /** Names of parameters that may also be given by keyword, in order; '' for one that may not, `*` before the keyword-only ones. */
  readonly keywords?: readonly string[];
  /** Takes any keywords: they come as the third argument. */
  readonly anyKeywords?: boolean;
  /** Of what makes the objects of a class: the keywords that its __init__ takes, which a class with another __init__ need not. */
  readonly initKeywords?: (vm: Interpreter) => readonly string[];
  /** And where it is __init__ that takes the arguments apart: what tp_new makes of any, empty. */
  readonly makesEmpty?: (vm: Interpreter, type: number) => number;
  /** What the vectorcall of the class itself refuses, in words of its own; calls of its subclasses do not come through it. */
  readonly vectorcall?: (vm: Interpreter, count: number, keywords: Keywords) => void;
  /** What is wrong with the arguments themselves, where the C function sees it before names that it does not know (parsesUpTo). */
  readonly converts?: (vm: Interpreter, args: readonly number[]) => void;
  /** The same without an array for the arguments, where there are never more than three (`directNative`). */
  readonly direct?: Direct;
  /** The same as the native in steps, between which the program can be paused (`resumable`). */
  readonly steps?: NativeSteps;
  /** Is there Python code to wait for, with these arguments? Otherwise it is called at once. Left out: always. */
  readonly asks?: Asks;
  /** What is called where it does not ask (`waitingWhere`). */
  readonly atOnce?: Native;
  /** The same where no array is needed for the arguments. */
  readonly directAsks?: DirectAsks;
  /** METH_VARARGS: the arguments are packed into a tuple for the call. */
  readonly packs?: boolean;
  /** The last version (3.x) in which it packs both arguments and keywords (METH_VARARGS | METH_KEYWORDS), as later ones do not. */
  readonly packsUpTo?: number;
  /** What packs finds the tuple in `vm.callTuple`, and takes it from there. */
  readonly seesTuple?: boolean;
  /** Of what makes the objects of a class without vectorcall: the call has its arguments in a tuple, its keywords in a dict (_PyObject_MakeTpCall). */
  readonly throughTuple?: boolean;
  /** And the dict is what the object goes on with. */
  readonly keepsDict?: boolean;
  /** METH_KEYWORDS without METH_FASTCALL: keywords come in a dict, made for the call unless `**` brought one. */
  readonly packsKeywords?: boolean;
  /** METH_METHOD, from 3.10: an object of it holds the class beside self. */
  readonly holdsClass?: boolean;
  /** 3.12+: a specialised call of it does not look at the eval breaker (len, isinstance, list.append, type(x)). */
  readonly quietWhenWarm?: boolean;
  /** It is list.append, for which a call has a short way (CALL_LIST_APPEND). */
  readonly appends?: boolean;
}

export interface NativeDefinition extends NativeTraits {
  readonly call: Native;
  readonly plan: CallPlan;
}

/** What an instruction that calls a native has to know of it, in one shape for all, so that it is read without looking for it. */
export interface CallPlan {
  readonly call: Native;
  /** The same where it is known that it does not ask. */
  readonly atOnce: Native;
  readonly direct: Direct | null;
  readonly steps: NativeSteps | null;
  readonly asks: Asks | null;
  readonly directAsks: DirectAsks | null;
  /** Fewest and most arguments by place, self not counted. */
  readonly least: number;
  readonly most: number;
  /** They are packed into a tuple. */
  readonly packs: boolean;
  /** NativeTraits.seesTuple */
  readonly seesTuple: boolean;
  /** Parameters that have a name: each has an entry among the arguments. */
  readonly names: number;
  /** From 3.11: a specialised call of it counts against the limit of recursion. */
  readonly counts: boolean;
  /** NativeTraits.quietWhenWarm */
  readonly quietWhenWarm: boolean;
  /** NativeTraits.appends */
  readonly appends: boolean;
}

export function native(call: Native, traits: NativeTraits = {}): NativeDefinition {
  return { ...traits, call, plan: planOf(call, traits) };
}

/** A native that answers None. */
export function answersNone(act: (...given: Parameters<Native>) => void): Native {
  return (vm, args, keywords) => {
    act(vm, args, keywords);
    return vm.none();
  };
}

/** A native whose arguments need no array. It packs none into a tuple, and takes no keywords but by name. */
export function directNative(direct: Direct, traits: NativeTraits = {}): NativeDefinition {
  const { directAsks } = traits;
  const asks: NativeTraits =
    directAsks === undefined ? {} : { asks: (vm, [a = 0, b = 0, c = 0]) => directAsks(vm, a, b, c) };
  return native((vm, [a = 0, b = 0, c = 0]) => direct(vm, a, b, c), { ...traits, ...asks, direct });
}

/** A native in steps. C code that does not wait calls it as any other: its steps run at once, to their end. */
export function resumable(steps: NativeSteps, traits: NativeTraits = {}): NativeDefinition {
  return native((vm, args, keywords) => vm.finish(steps(vm, args, keywords)), { ...traits, steps });
}

/** What a native does in steps, when it has to, and what it does otherwise. */
interface Waiting {
  readonly asks: Asks;
  readonly steps: NativeSteps;
  readonly atOnce: Native;
}

/** A native in steps where it asks Python code; for other arguments, which are the most, it needs none. */
export function waitingWhere({ asks, steps, atOnce }: Waiting, traits: NativeTraits = {}): NativeDefinition {
  const call: Native = (vm, args, keywords) =>
    asks(vm, args, keywords) ? vm.finish(steps(vm, args, keywords)) : atOnce(vm, args, keywords);
  return native(call, { ...traits, asks, steps, atOnce });
}

/**
 * A native that is called at once, but where somebody watches lines: then it is in steps, which do the same. For what asks Python code often
 * and does little between, which steps would make slower.
 */
export function steppable(call: Native, steps: NativeSteps, traits: NativeTraits = {}): NativeDefinition {
  return native(call, { ...traits, steps, asks: (vm) => vm.lines.watched });
}

function planOf(call: Native, traits: NativeTraits): CallPlan {
  const { args = [0, 0], packs = false, keywords = [] } = traits;
  const { direct = null, steps = null, asks = null, directAsks = null } = traits;
  const names = keywords.filter((one) => one !== '*').length;
  const star = keywords.indexOf('*');
  const most = traits.keywords === undefined ? args[1] : star < 0 ? names : star;
  return {
    call,
    atOnce: traits.atOnce ?? call,
    direct,
    steps,
    asks,
    directAsks,
    least: args[0],
    most,
    packs,
    seesTuple: traits.seesTuple === true,
    names,
    counts: countsWhenWarm(traits),
    quietWhenWarm: traits.quietWhenWarm === true,
    appends: traits.appends === true,
  };
}

/**
 * Those of none or one argument that no instruction is specialised for, and those that get a tuple (CALL_NO_KW_BUILTIN_O,
 * _PyObject_MakeTpCall).
 */
function countsWhenWarm({ packs, keywords, quietWhenWarm, args }: NativeTraits): boolean {
  if (packs === true) return true;
  if (keywords !== undefined || quietWhenWarm === true) return false;
  return args === undefined || (args[0] === args[1] && args[1] <= 1);
}

/** The native as this version has it. */
export function ofVersion(definition: NativeDefinition, minor: number): NativeDefinition {
  const { packsUpTo = 0, call } = definition;
  if (minor > packsUpTo) return definition;
  const traits = { ...definition, packs: true, packsKeywords: true };
  return { ...traits, plan: planOf(call, traits) };
}

/** An attribute computed on reading (a getset or member descriptor). */
export interface GetSet {
  readonly get: (vm: Interpreter, self: number) => number;
  readonly set?: (vm: Interpreter, self: number, value: number) => void;
  /** Deleting it; without this it cannot be deleted. */
  readonly delete?: (vm: Interpreter, self: number) => void;
  /** A member (T_OBJECT) rather than a getset. */
  readonly member?: boolean;
}

/** The attributes of one built-in type. */
export interface TypeDefinition {
  readonly name: string;
  readonly methods?: Readonly<Record<string, NativeDefinition>>;
  /** Class methods: args[0] is the class. */
  readonly classMethods?: Readonly<Record<string, NativeDefinition>>;
  readonly staticMethods?: Readonly<Record<string, NativeDefinition>>;
  readonly getsets?: Readonly<Record<string, GetSet>>;
  /** Calling the class: args[0] is the class (which may be a subclass). Makes and fills the object. */
  readonly construct?: NativeDefinition;
}

/** A module written in TypeScript. */
export interface ModuleDefinition {
  readonly name: string;
  /** The name by which it is imported as well (os.path). */
  readonly alsoNamed?: string;
  readonly functions?: Readonly<Record<string, NativeDefinition>>;
  /** Further attributes, made at import; each call returns a new reference. */
  readonly values?: Readonly<Record<string, (vm: Interpreter) => number>>;
  /** Names that are younger than 3.8, with the second number of the version that brought them. */
  readonly since?: Readonly<Record<string, number>>;
  /** More of them, by the second number of the version since which they are there. */
  readonly newerValues?: Readonly<Record<number, Readonly<Record<string, (vm: Interpreter) => number>>>>;
}

export function defineMethods(
  name: string,
  methods: Readonly<Record<string, NativeDefinition>>,
): TypeDefinition {
  return { name, methods };
}
