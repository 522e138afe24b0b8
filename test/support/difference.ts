/** The first place where two plain values differ, in words; null when they are the same. Typed arrays and maps included. */
export function difference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null;
  if (!isCompound(a) || !isCompound(b)) return `${path || 'value'}: ${show(a)} and ${show(b)}`;
  if (ArrayBuffer.isView(a) || Array.isArray(a))
    return differentItems(a as ArrayLike<unknown>, b as ArrayLike<unknown>, path);
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b], path);
  return differentFields(a, b, path);
}

function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function differentItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>, path: string): string | null {
  if (a.length !== b.length) return `${path}.length: ${a.length} and ${b.length}`;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    const found = difference(a[at], b[at], `${path}[${at}]`);
    if (found !== null) return found;
  }
  return null;
}

function differentFields(a: object, b: object, path: string): string | null {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (left.has(key) !== right.has(key))
      return `${path}.${key}: only in ${left.has(key) ? 'the first' : 'the second'}`;
    const found = difference(left.get(key), right.get(key), `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function show(value: unknown): string {
  return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value)?.slice(0, 300) ?? String(value));
}
