/** What ZeroDivisionError says, by kind of number, operator and version (longobject.c, floatobject.c). */
import type { ValueProfile } from './value-profile.ts';

export type DivisionOperator = '/' | '//' | '%' | 'divmod';

export function zeroDivisionMessage(
  kind: 'int' | 'float',
  operator: DivisionOperator,
  profile: ValueProfile,
): string {
  return kind === 'int' ? intMessage(operator, profile) : floatMessage(operator, profile);
}

function intMessage(operator: DivisionOperator, profile: ValueProfile): string {
  if (operator === '/') return 'division by zero';
  return operator === '%' && profile.minor >= 11
    ? 'integer modulo by zero'
    : 'integer division or modulo by zero';
}

function floatMessage(operator: DivisionOperator, profile: ValueProfile): string {
  if (operator === '/') return 'float division by zero';
  if (operator === '%') return profile.minor >= 13 ? 'float modulo by zero' : 'float modulo';
  return operator === '//' && profile.minor >= 9 ? 'float floor division by zero' : 'float divmod()';
}
