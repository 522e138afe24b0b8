/**
 * `:=` inside a comprehension binds in the function around it (symtable.c:symtable_extend_namedexpr_scope).
 */
import type { Name } from '../parse/ast-expressions.ts';
import type { Scope } from './scope.ts';
import { oneLess, Use } from './scope.ts';
import type { ScopeBuilder } from './scope-builder.ts';
import { placeOf } from './scope-type-params.ts';

export function bindWalrus(builder: ScopeBuilder, target: Name): void {
  const { id, at } = target;
  for (let scope: Scope | null = builder.scope; scope !== null; scope = scope.parent) {
    if (scope.comprehension !== null) {
      if ((scope.use(builder.mangled(id)) & Use.COMP_ITER) !== 0) {
        builder.fail(
          `assignment expression cannot rebind comprehension iteration variable '${id}'`,
          at,
          oneLess(at),
        );
      }
      continue;
    }
    if (scope.kind === 'class') {
      builder.fail(
        'assignment expression within a comprehension cannot be used in a class body',
        at,
        oneLess(at),
      );
    }
    if (scope.annotation !== null) {
      const word = scope.annotation === 'typeParameters' ? 'within' : 'in';
      const place = `assignment expression within a comprehension cannot be used ${word} ${placeOf(scope)}`;
      builder.fail(place, at);
    }
    return bindOutside(builder, scope, target);
  }
}

function bindOutside(builder: ScopeBuilder, scope: Scope, target: Name): void {
  const { id, at } = target;
  const isGlobal = !scope.isFunction || (scope.use(builder.mangled(id)) & Use.GLOBAL) !== 0;
  builder.defineIn(builder.scope, { name: id, use: isGlobal ? Use.GLOBAL : Use.NONLOCAL, at });
  builder.scope.directives.push({ name: builder.mangled(id), at });
  if (scope.isFunction && isGlobal) return;
  builder.defineIn(scope, { name: id, use: scope.isFunction ? Use.LOCAL : Use.GLOBAL, at });
}
