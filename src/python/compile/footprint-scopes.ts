/** The containers of the symbol table (symtable.c): those of every scope, which stay, and those of the analysis, which go again. */
import type { LanguageProfile } from '../language-profile.ts';
import type { Footprint } from './footprint.ts';
import type { Scope } from './scope.ts';

type Profile = Pick<LanguageProfile, 'analysisSets' | 'directiveSize'>;

/** Scopes in the order in which they were entered, the module's first, before the analysis; what stays until the compilation ends. */
export function recordScopes(footprint: Footprint, scopes: readonly Scope[], profile: Profile): number[] {
  const [top] = scopes;
  const kept = [footprint.list(), footprint.dict(scopes.length)];
  for (const scope of scopes) {
    kept.push(footprint.namesDict(scope.uses.size), footprint.list(), footprint.list());
    recordDirectives(footprint, scope, profile, kept);
  }
  const sets = profile.analysisSets.top.map(() => footprint.set());
  if (top !== undefined) recordAnalysis(footprint, top, profile);
  for (const set of sets) footprint.drop(set);
  return kept;
}

/** symtable_record_directive */
function recordDirectives(
  footprint: Footprint,
  { directives }: Scope,
  { directiveSize }: Profile,
  kept: number[],
): void {
  if (directives.length > 0) kept.push(footprint.list());
  for (const _ of directives) kept.push(footprint.tuple(directiveSize));
}

/** analyze_block, analyze_child_block */
function recordAnalysis(footprint: Footprint, scope: Scope, profile: Profile): void {
  const { block, child } = profile.analysisSets;
  const local = footprint.set();
  const scopes = footprint.namesDict(scope.uses.size);
  const sets = block.map(() => footprint.set());
  for (const inner of scope.children) {
    const temporary = child.map(() => footprint.set());
    recordAnalysis(footprint, inner, profile);
    for (const set of temporary) footprint.drop(set);
  }
  footprint.drop(scopes);
  footprint.drop(local);
  for (const set of sets) footprint.drop(set);
}
