/**
 * To 3.9 the hint about Python 2's print is put into a plain "invalid syntax" afterwards, from the text of the line
 * alone (Objects/exceptions.c:_report_missing_parentheses).
 */

export function legacyStatementMessage(line: string): string | null {
  if (line.includes('(')) return null;
  return legacyAt(line, 0) ?? legacyAt(line, line.indexOf(':') + 1);
}

function legacyAt(line: string, from: number): string | null {
  const rest = line.slice(from).replace(/^\s+/, '');
  if (rest.startsWith('exec ')) return "Missing parentheses in call to 'exec'";
  if (!rest.startsWith('print ')) return null;
  const semicolon = rest.indexOf(';');
  const argument = rest.slice('print '.length, semicolon === -1 ? undefined : semicolon).trim();
  const end = argument.endsWith(',') ? ' end=" "' : '';
  return `Missing parentheses in call to 'print'. Did you mean print(${argument}${end})?`;
}
