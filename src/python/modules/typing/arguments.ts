/** The arguments of what makes type variables and aliases: C code whose checks are those of its argument clinic. */
import { PythonRaise } from '../../../objects/index.ts';
import { checkedArguments } from '../../eval/calls/native-arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native } from '../../eval/native.ts';

interface Parameters {
  /** How messages call it. */
  readonly callee: string;
  /** Those that are given by place or by name; the first is a str. */
  readonly named: readonly string[];
  /** Any number of arguments may follow them. */
  readonly rest?: boolean;
  /** Those that are given by keyword alone. */
  readonly known: readonly string[];
}

interface Given {
  /** Borrowed, by name. */
  readonly given: Keywords;
  readonly rest: readonly number[];
}

/** What was given for each parameter; the class is not among the arguments. */
export function argumentsOf(
  vm: Interpreter,
  args: readonly number[],
  keywords: Keywords,
  { callee, named, known, rest = false }: Parameters,
): Given {
  const names = known.length === 0 ? named : [...named, '*', ...known];
  const count = named.length;
  const definition = native(() => 0, { args: [count, count], keywords: names });
  const first = rest ? args.slice(0, count) : args;
  const { args: values } = checkedArguments(vm, definition, callee, { args: first, keywords }, 0);
  const given = new Map<string, number>();
  for (const [at, name] of [...named, ...known].entries())
    if ((values[at] ?? 0) !== 0) given.set(name, values[at] as number);
  const text = given.get(named[0] as string) as number;
  if (!vm.isStr(text))
    throw new PythonRaise(
      'TypeError',
      `${callee}() argument '${named[0]}' must be str, not ${vm.typeName(text)}`,
    );
  return { given, rest: rest ? args.slice(count) : [] };
}
