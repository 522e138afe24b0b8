/** `import` and `from ... import`. */
import type { Alias, Stmt } from './ast-statements.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

export function parseImport(p: Cursor): Stmt {
  const start = p.next();
  if (p.diagnosing && p.profile.errors313 && p.isType('NEWLINE')) raiseNoNames(p);
  const names = [parseDottedAlias(p)];
  while (p.accept(',')) names.push(parseDottedAlias(p));
  if (p.diagnosing && p.profile.errors312 && p.is('from')) importFromHint(p, start);
  return { kind: 'Import', at: p.spanFrom(start.at), names };
}

function raiseNoNames(p: Cursor): never {
  const { at } = p.peek();
  return p.raise("Expected one or more names after 'import'", at, { ...at, endCol: at.endCol - 1 });
}

function importFromHint(p: Cursor, start: Token): void {
  const end = p.probe(() => {
    p.next();
    dottedName(p);
    return p.previous();
  });
  if (end !== null) p.raise("Did you mean to use 'from ... import ...' instead?", start.at, end.at);
}

function dottedName(p: Cursor): string {
  let name = p.expectType('NAME').text;
  while (p.accept('.')) name += `.${p.expectType('NAME').text}`;
  return name;
}

function parseDottedAlias(p: Cursor): Alias {
  const { at } = p.peek();
  const name = dottedName(p);
  const asname = p.accept('as') ? p.expectType('NAME').text : null;
  return { at: p.spanFrom(at), name, asname };
}

export function parseFrom(p: Cursor): Stmt {
  const start = p.next();
  let level = 0;
  while (p.is('.') || p.is('...')) level += p.next().text.length;
  const module = level > 0 && p.is('import') ? null : dottedName(p);
  p.expect('import');
  const names = parseNames(p);
  return { kind: 'ImportFrom', at: p.spanFrom(start.at), module, names, level };
}

function parseNames(p: Cursor): readonly Alias[] {
  if (p.is('*')) return [{ at: p.next().at, name: '*', asname: null }];
  if (p.diagnosing && p.profile.errors313 && p.isType('NEWLINE')) raiseNoNames(p);
  const bracketed = p.accept('(');
  const names = [parseAlias(p)];
  while (p.accept(',')) {
    if (bracketed && p.is(')')) break;
    if (!bracketed && p.diagnosing && p.isType('NEWLINE')) {
      p.raise('trailing comma not allowed without surrounding parentheses', p.peek().at);
    }
    names.push(parseAlias(p));
  }
  if (bracketed) p.expect(')');
  return names;
}

function parseAlias(p: Cursor): Alias {
  const name = p.expectType('NAME');
  const asname = p.accept('as') ? p.expectType('NAME').text : null;
  return { at: p.spanFrom(name.at), name: name.text, asname };
}
