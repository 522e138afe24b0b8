/** The names that a `case` pattern binds (symtable.c:symtable_visit_pattern). */
import type { Pattern } from '../parse/ast-patterns.ts';
import { Use } from './scope.ts';
import type { ScopeBuilder } from './scope-builder.ts';

export function bindPattern(node: Pattern, builder: ScopeBuilder): void {
  switch (node.kind) {
    case 'MatchValue':
    case 'MatchSingleton':
      return builder.expression(node.value);
    case 'MatchSequence':
    case 'MatchOr':
      for (const pattern of node.patterns) bindPattern(pattern, builder);
      return;
    case 'MatchStar':
      if (node.name !== null) builder.define(node.name, Use.LOCAL, node.at);
      return;
    case 'MatchMapping':
      for (const key of node.keys) builder.expression(key);
      for (const pattern of node.patterns) bindPattern(pattern, builder);
      if (node.rest !== null) builder.define(node.rest, Use.LOCAL, node.at);
      return;
    case 'MatchClass':
      builder.expression(node.cls);
      for (const pattern of [...node.patterns, ...node.kwdPatterns]) bindPattern(pattern, builder);
      return;
    case 'MatchAs':
      if (node.pattern !== null) bindPattern(node.pattern, builder);
      if (node.name !== null) builder.define(node.name, Use.LOCAL, node.at);
  }
}
