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
  return operator === '%' ? profile.intModuloByZero : 'integer division or modulo by zero';
}

function floatMessage(operator: DivisionOperator, profile: ValueProfile): string {
  if (operator === '/') return 'float division by zero';
  if (operator === '%') return profile.floatModuloByZero;
  return operator === '//' ? profile.floatFloorByZero : 'float divmod()';
}
