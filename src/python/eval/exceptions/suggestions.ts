/**
 * What an uncaught NameError, AttributeError or ImportError adds to its message: a name that was perhaps meant
 * (suggestions.c:_Py_Offer_Suggestions, 3.10; traceback.py, 3.13).
 */

import { bytesMethods, codecs } from '../../../objects/index.ts';
import { isStandardModule } from '../../lib/standard-modules.ts';
import { frameLocals } from '../frames/frame-locals.ts';
import type { Interpreter } from '../interpreter.ts';
import { ATTRIBUTE_ERROR, IMPORT_ERROR, NAME_ERROR } from './exception-fields.ts';
import { EXC, TB } from './raise.ts';

const MOST_CANDIDATES = 750;
const LONGEST_NAME = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** The words to add, empty for none. */
export function suggestion(vm: Interpreter, exception: number): string {
  const { suggestions } = vm.rules;
  if (suggestions === 'none') return '';
  try {
    if (vm.isInstanceOf(exception, 'AttributeError')) return forAttribute(vm, exception);
    if (vm.isInstanceOf(exception, 'NameError')) return forName(vm, exception);
    if (vm.isInstanceOf(exception, 'ImportError') && suggestions !== 'names') return forImport(vm, exception);
  } catch (error) {
    vm.decref(vm.caught(error));
  }
  return '';
}

/** What 3.13 adds where a call has a keyword that is none of these parameters, empty for nothing. */
export function keywordSuggestion(vm: Interpreter, parameters: readonly string[], wrong: string): string {
  if (!vm.rules.suggestsParameters) return '';
  // initialize_locals collects the names in a list, if there are any.
  if (parameters.length === 0) return '';
  vm.decref(vm.newList(parameters.map((name) => vm.process.internName(name))));
  const near = closest(parameters, wrong);
  return near === null ? '' : `. Did you mean '${near}'?`;
}

function meant(name: string | null): string {
  return name === null ? '' : `. Did you mean: '${name}'?`;
}

function asText(vm: Interpreter, ref: number): string | null {
  return ref !== 0 && vm.isStr(ref) ? vm.text(ref) : null;
}

/** From 3.13 names that begin with an underscore only when the wrong one does, or when they are one's own. */
function visible(vm: Interpreter, names: readonly string[], wrong: string): readonly string[] {
  const { suggestions } = vm.rules;
  return suggestions === 'visible' && !wrong.startsWith('_')
    ? names.filter((name) => !name.startsWith('_'))
    : names;
}

function forAttribute(vm: Interpreter, exception: number): string {
  const wrong = asText(vm, vm.field(exception, ATTRIBUTE_ERROR.NAME));
  const object = vm.field(exception, ATTRIBUTE_ERROR.OBJ);
  if (wrong === null || object === 0) return '';
  const names = directory(vm, object);
  const frame = raisingFrame(vm, exception);
  const own = frame !== 0 && withVariables(vm, frame, (locals) => vm.readDict(locals, 'self') === object);
  return meant(closest(own ? names : visible(vm, names, wrong), wrong));
}

function directory(vm: Interpreter, object: number): string[] {
  const dir = vm.call(vm.builtin('dir'), [object]);
  return vm.guard(dir, () => vm.items(dir).map((name) => vm.text(name)));
}

/** The frame that raised; borrowed, 0 for none. */
function raisingFrame(vm: Interpreter, exception: number): number {
  let traceback = vm.field(exception, EXC.TRACEBACK);
  if (traceback === 0) return 0;
  for (let next = traceback; next !== 0; next = vm.field(next, TB.NEXT)) traceback = next;
  return vm.field(traceback, TB.FRAME);
}

/** Uses a dict of the variables of a frame. */
function withVariables<T>(vm: Interpreter, frame: number, use: (locals: number) => T): T {
  const locals = frameLocals(vm, frame);
  const dict = vm.newDict();
  return vm.guard(locals, () =>
    vm.guard(dict, () => {
      vm.updateDict(dict, locals);
      return use(dict);
    }),
  );
}

function forName(vm: Interpreter, exception: number): string {
  const wrong = asText(vm, vm.field(exception, NAME_ERROR.NAME));
  if (wrong === null) return '';
  const { suggestions } = vm.rules;
  const frame = raisingFrame(vm, exception);
  const found = frame === 0 ? null : nameInScopes(vm, wrong, frame);
  if (suggestions === 'names' || !isStandardModule(wrong, vm.process.config.python)) return meant(found);
  return found === null
    ? `. Did you forget to import '${wrong}'?`
    : `${meant(found).slice(0, -1)}? Or did you forget to import '${wrong}'?`.replace('??', '?');
}

function nameInScopes(vm: Interpreter, wrong: string, frame: number): string | null {
  const known = vm.frameOf.get(frame) ?? vm.endedFrames.get(frame);
  if (known === undefined) return null;
  const { code } = known.runtime;
  const outer = [known.globals, vm.builtinsDict];
  if (vm.rules.suggestions === 'visible')
    return withVariables(vm, frame, (locals) => {
      const own = attributeOfSelf(vm, vm.readDict(locals, 'self'), wrong);
      return (
        own ??
        closest(
          [locals, ...outer].flatMap((dict) => namesIn(vm, keysOf(vm, dict))),
          wrong,
        )
      );
    });
  const variables = code.varNames.map((name) => vm.process.internName(name));
  if (vm.rules.suggestions === 'modules' && code.varNames.includes('self')) {
    const own = withVariables(vm, frame, (locals) => attributeOfSelf(vm, vm.readDict(locals, 'self'), wrong));
    if (own !== null) return own;
  }
  let near = nearestListed(vm, variables, wrong);
  for (const dict of outer) near ??= nearestListed(vm, keysOf(vm, dict), wrong);
  return near;
}

/** `self.` and the name, where that is an attribute of it; `self` may be 0. */
function attributeOfSelf(vm: Interpreter, self: number, wrong: string): string | null {
  if (self === 0) return null;
  const attribute = vm.findAttr(self, wrong);
  if (attribute === 0) return null;
  vm.decref(attribute);
  return `self.${wrong}`;
}

/** Up to 3.12 a list is made of the names of a scope: of all its variables, whether they have values or not (co_varnames). */
function nearestListed(vm: Interpreter, names: readonly number[], wrong: string): string | null {
  return vm.guard(vm.newList(names), () => closest(namesIn(vm, names), wrong));
}

function keysOf(vm: Interpreter, dict: number): number[] {
  return vm.entries(dict).map(([key]) => key);
}

function namesIn(vm: Interpreter, keys: readonly number[]): string[] {
  return keys.filter((key) => vm.isStr(key)).map((key) => vm.text(key));
}

function forImport(vm: Interpreter, exception: number): string {
  const wrong = asText(vm, vm.field(exception, IMPORT_ERROR.NAME_FROM));
  const module = asText(vm, vm.field(exception, IMPORT_ERROR.NAME));
  const known = module === null ? undefined : vm.modules.get(module);
  if (wrong === null || known === undefined) return '';
  return meant(closest(visible(vm, directory(vm, known), wrong), wrong));
}

/** The name that needs the fewest changes, at most a third of the characters (calculate_suggestions). */
export function closest(names: readonly string[], wrong: string): string | null {
  if (names.length >= MOST_CANDIDATES) return null;
  let best: string | null = null;
  let least = Number.MAX_SAFE_INTEGER;
  const from = utf8(wrong);
  for (const name of names) {
    if (name === wrong) continue;
    const to = utf8(name);
    const most = Math.min(Math.floor(((from.length + to.length + 3) * MOVE_COST) / 6), least - 1);
    const distance = editDistance(from, to, most);
    if (distance > most || distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

/** The bytes of the text, each as a character: what is counted. */
function utf8(text: string): string {
  return bytesMethods.bytesToLatin1(codecs.utf8Bytes(text));
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  const isLetter = /^[A-Za-z]$/.test(a);
  return isLetter && a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Cost of making one text of the other; anything above `most` is `most + 1` (levenshtein_distance). */
function editDistance(from: string, to: string, most: number): number {
  let [a, b] = trimmed(from, to);
  if (a === '' || b === '') return (a.length + b.length) * MOVE_COST;
  if (a.length > LONGEST_NAME || b.length > LONGEST_NAME) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > most) return most + 1;
  let row = Array.from(a, (_, at) => (at + 1) * MOVE_COST);
  let result = 0;
  for (let column = 0; column < b.length; column++) {
    const next: number[] = [];
    let [corner, left] = [column * MOVE_COST, (column + 1) * MOVE_COST];
    for (let at = 0; at < a.length; at++) {
      const substituted = corner + substitution(b[column] as string, a[at] as string);
      corner = row[at] as number;
      left = Math.min(substituted, Math.min(left, corner) + MOVE_COST);
      next.push(left);
    }
    row = next;
    result = left;
    if (Math.min(...row) > most) return most + 1;
  }
  return result;
}

function trimmed(a: string, b: string): [string, string] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}
