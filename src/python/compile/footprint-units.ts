/** The containers of a unit, which live while it is compiled, and those of its code, which stay (compile.c: compiler_enter_scope, makecode). */
import { strConst } from '../constant.ts';
import type { LanguageProfile, UnitTable } from '../language-profile.ts';
import { type CodeObject, SUSPENDS } from './code-object.ts';
import type { Footprint } from './footprint.ts';
import type { ConstantFootprint, ConstTuple } from './footprint-constants.ts';
import type { Scope } from './scope.ts';

type Profile = Pick<
  LanguageProfile,
  'unitTables' | 'mergedTables' | 'localsAreOneTuple' | 'wrapsStopIteration' | 'codeEqualityHasPositions'
>;

/** Its dicts. */
export type UnitTables = Readonly<Record<'variables' | 'cells' | 'free' | UnitTable, number>>;

export function enterUnit(footprint: Footprint, scope: Scope, profile: Profile): Partial<UnitTables> {
  const tables: Partial<Record<keyof UnitTables, number>> = {};
  tables.variables = footprint.namesDict(scope.parameters.length);
  for (const [table, names] of [
    ['cells', scope.cellNames()],
    ['free', scope.freeNames()],
  ] as const) {
    tables[table] = footprint.namesDict(names.length);
    // dictbytype() sorts the names of the scope.
    footprint.passingList();
  }
  for (const table of profile.unitTables)
    tables[table] = table === 'constants' ? footprint.dict() : footprint.namesDict();
  return tables;
}

/** Its code is made: the tuples that it keeps. */
export function leaveUnit(
  footprint: Footprint,
  tables: Partial<UnitTables>,
  made: { readonly code: CodeObject; readonly constants: ConstantFootprint; readonly profile: Profile },
): number[] {
  const { code, constants, profile } = made;
  footprint.passingList();
  for (const [table, content] of bytesOf(code, profile)) constants.mergeBytes(table, content);
  const kept = groupsOf(code, profile).flatMap((group) =>
    group
      .map((one) => [one, constants.tupleOf(one)] as const)
      .map(([one, object]) => constants.mergeForCode(one, object)),
  );
  for (const table of Object.values(tables)) footprint.drop(table);
  return kept;
}

/** The bytes of the code that are merged with equal ones. */
function bytesOf(code: CodeObject, profile: Profile): [string, string][] {
  const keys = {
    exceptions: () => exceptionsOf(code, profile),
    lines: () => linesOf(code, profile),
    code: () => Array.from(code.instructions).join(),
  };
  return profile.mergedTables.map((table) => [table, keys[table]()]);
}

/** Two texts are equal where the bytes are. What suspends itself has a handler for its StopIteration around it (3.12). */
function exceptionsOf({ exceptionTable, flags }: CodeObject, { wrapsStopIteration }: Profile): string {
  const entries = exceptionTable.map((entry) => Object.values(entry).join());
  return [...entries, ...(wrapsStopIteration && (flags & SUSPENDS) !== 0 ? ['StopIteration'] : [])].join(';');
}

/** Lines count from the first; columns belong to the table where it says them. */
function linesOf({ positions, firstLine }: CodeObject, { codeEqualityHasPositions }: Profile): string {
  const shown = Array.from(positions, (at, index) => {
    if (index % 4 < 2) return at === 0 ? 'none' : at - firstLine;
    return codeEqualityHasPositions ? at : '';
  });
  return shown.join();
}

/** Tuples that are made together, and then merged. */
function groupsOf(code: CodeObject, { localsAreOneTuple }: Profile): readonly (readonly ConstTuple[])[] {
  const { names, varNames, cellVars, freeVars, constants } = code;
  const ofNames = (list: readonly string[]): ConstTuple => ({ type: 'tuple', items: list.map(strConst) });
  const ofConstants: ConstTuple = { type: 'tuple', items: constants };
  if (!localsAreOneTuple) return [[names, varNames, cellVars, freeVars].map(ofNames), [ofConstants]];
  const locals = [...varNames, ...cellVars.filter((name) => !varNames.includes(name)), ...freeVars];
  return [[ofNames(names)], [ofConstants], [ofNames(locals)]];
}
