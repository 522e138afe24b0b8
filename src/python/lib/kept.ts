/** Lines that library sources have many of. */

/** The body of an `__init__` that keeps what it is given: an attribute for each parameter, in this order. */
export function kept(names: string, indent = 8): string {
  const space = ' '.repeat(indent);
  return names
    .split(' ')
    .map((name) => `${space}self.${name} = ${name}`)
    .join('\n');
}
