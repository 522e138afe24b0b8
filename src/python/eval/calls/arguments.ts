/**
 * Arguments to parameters: positional, keyword, `*args`, `**kwargs`, defaults, and what TypeError says when they do not fit
 * (ceval.c:initialize_locals). The slots get new references of their own.
 */
import { dicts, lists, PythonRaise } from '../../../objects/index.ts';
import { CodeFlag } from '../../compile/code-object.ts';
import { keywordSuggestion } from '../exceptions/suggestions.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Keywords } from '../native.ts';
import { FN } from './functions.ts';

export interface Arguments {
  readonly args: readonly number[];
  readonly keywords: Keywords;
  /** The dict that they come in (CALL_FUNCTION_EX), borrowed. */
  readonly dict?: number;
  /** The tuple that they come in (CALL_FUNCTION_EX), borrowed, which a callee that needs one uses; 0: none. */
  readonly tuple?: number;
  /** An instruction calls, not C code. */
  readonly byInstruction?: boolean;
}

/** Fills the parameters' slots, which are empty. */
export function bindArguments(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  given: Arguments,
  slots: number[],
): void {
  const { code } = runtime;
  const { args, keywords } = given;
  const count = code.argCount;
  const simple = keywords.size === 0 && args.length === count && code.kwOnlyCount === 0;
  const extras = (code.flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) !== 0;
  const positional = Math.min(args.length, count);
  if (simple && !extras) {
    for (let at = 0; at < count; at++) slots[at] = vm.own(args[at] as number);
    return;
  }
  const total = count + code.kwOnlyCount;
  const rest = (code.flags & CodeFlag.VARKEYWORDS) !== 0 ? vm.newDict() : 0;
  if (rest !== 0) slots[total + ((code.flags & CodeFlag.VARARGS) !== 0 ? 1 : 0)] = rest;
  for (let at = 0; at < positional; at++) slots[at] = vm.own(args[at] as number);
  if ((code.flags & CodeFlag.VARARGS) !== 0) slots[total] = vm.newTuple(args.slice(count));
  if (keywords.size > 0) bindKeywords(vm, func, runtime, keywords, slots, rest);
  if (args.length > count && (code.flags & CodeFlag.VARARGS) === 0)
    throw tooMany(vm, func, runtime, given, slots);
  fillDefaults(vm, func, runtime, args.length, slots);
}

function qualname(vm: Interpreter, func: number, runtime: CodeRuntime): string {
  return vm.rules.argumentErrorsQualify ? vm.text(vm.field(func, FN.QUALNAME)) : runtime.code.name;
}

function bindKeywords(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  keywords: Keywords,
  slots: number[],
  rest: number,
): void {
  const { code } = runtime;
  const total = code.argCount + code.kwOnlyCount;
  for (const [name, value] of keywords) {
    const at = code.varNames.indexOf(name, code.posOnlyCount);
    if (at >= 0 && at < total) {
      if (slots[at] !== 0) {
        throw new PythonRaise(
          'TypeError',
          `${qualname(vm, func, runtime)}() got multiple values for argument '${name}'`,
        );
      }
      slots[at] = vm.own(value);
    } else if (rest !== 0) {
      dicts.dictSet(vm.process, rest, vm.process.internName(name), value);
    } else {
      throw unexpected(vm, func, runtime, keywords, name);
    }
  }
}

function unexpected(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  keywords: Keywords,
  name: string,
): PythonRaise {
  const positionalOnly = positionalOnlyGiven(vm, runtime, keywords);
  const who = `${qualname(vm, func, runtime)}()`;
  if (positionalOnly.length > 0) {
    return new PythonRaise(
      'TypeError',
      `${who} got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
    );
  }
  const { code } = runtime;
  const known = code.varNames.slice(code.posOnlyCount, code.argCount + code.kwOnlyCount);
  const near = keywordSuggestion(vm, known, name);
  return new PythonRaise('TypeError', `${who} got an unexpected keyword argument '${name}'${near}`);
}

/** positional_only_passed_as_keyword: their names go through a list. */
function positionalOnlyGiven(vm: Interpreter, runtime: CodeRuntime, keywords: Keywords): string[] {
  const { varNames, posOnlyCount } = runtime.code;
  if (posOnlyCount === 0) return [];
  const found = varNames.slice(0, posOnlyCount).filter((one) => keywords.has(one));
  const list = vm.newList();
  for (const name of found) lists.append(vm.process, list, vm.process.internName(name));
  vm.decref(list);
  return found;
}

function fillDefaults(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  given: number,
  slots: number[],
): void {
  const { code } = runtime;
  const defaults = vm.field(func, FN.DEFAULTS);
  const defaultCount = defaults === 0 || vm.isNone(defaults) ? 0 : vm.listSize(defaults);
  const required = code.argCount - defaultCount;
  const missing: string[] = [];
  for (let at = given; at < code.argCount; at++) {
    if (slots[at] !== 0) continue;
    if (at < required) missing.push(code.varNames[at] as string);
    else slots[at] = vm.own(vm.itemAt(defaults, at - required));
  }
  if (missing.length > 0) throw missingError(vm, func, runtime, missing, 'positional');
  const kwdefaults = vm.field(func, FN.KWDEFAULTS);
  for (let at = code.argCount; at < code.argCount + code.kwOnlyCount; at++) {
    if (slots[at] !== 0) continue;
    const name = code.varNames[at] as string;
    const value = kwdefaults === 0 || vm.isNone(kwdefaults) ? 0 : vm.readDict(kwdefaults, name);
    if (value !== 0) slots[at] = vm.own(value);
    else missing.push(name);
  }
  if (missing.length > 0) throw missingError(vm, func, runtime, missing, 'keyword-only');
}

function missingError(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  names: readonly string[],
  kind: string,
): PythonRaise {
  const quoted = names.map((name) => `'${name}'`);
  // missing_arguments collects the names in a list.
  vm.decref(vm.newList(names.map((name) => vm.process.internName(name))));
  const last = quoted.pop() as string;
  const listed =
    quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`;
  const plural = names.length === 1 ? '' : 's';
  return new PythonRaise(
    'TypeError',
    `${qualname(vm, func, runtime)}() missing ${names.length} required ${kind} argument${plural}: ${listed}`,
  );
}

function tooMany(
  vm: Interpreter,
  func: number,
  runtime: CodeRuntime,
  given: Arguments,
  slots: readonly number[],
): PythonRaise {
  const { code } = runtime;
  const defaults = vm.field(func, FN.DEFAULTS);
  const defaultCount = defaults === 0 || vm.isNone(defaults) ? 0 : vm.listSize(defaults);
  const least = code.argCount - defaultCount;
  const takes = defaultCount > 0 ? `from ${least} to ${code.argCount}` : String(code.argCount);
  const plural = defaultCount > 0 ? code.argCount !== 1 || least !== code.argCount : code.argCount !== 1;
  const keywordOnly = slots
    .slice(code.argCount, code.argCount + code.kwOnlyCount)
    .filter((one) => one !== 0).length;
  const count = given.args.length;
  const were = count === 1 && keywordOnly === 0 ? 'was' : 'were';
  const extra =
    keywordOnly === 0
      ? ''
      : ` positional argument${count === 1 ? '' : 's'} (and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'})`;
  const who = `${qualname(vm, func, runtime)}()`;
  return new PythonRaise(
    'TypeError',
    `${who} takes ${takes} positional argument${plural ? 's' : ''} but ${count}${extra} ${were} given`,
  );
}
