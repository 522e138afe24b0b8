/** What typing has of `|`: it makes unions of what may stand for a type. */

/** The two methods of a class, indented by so many spaces. */
export function uniting(indent: number): string {
  const space = ' '.repeat(indent);
  const method = (name: string, members: string): string =>
    `${space}def __${name}__(self, other):\n${space}    return Union[${members}]`;
  return `${method('or', 'self, other')}\n\n${method('ror', 'other, self')}`;
}
