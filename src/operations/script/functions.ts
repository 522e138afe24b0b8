/**
 * Functions as operations tell them: a body for each call. In the script one function has all of them, and SITE says which one is
 * meant, so that it has one code object, as it has in Heaplab.
 */
export interface Written {
  readonly name: string;
  readonly pythonName: string;
  readonly params: readonly string[];
  readonly sites: { readonly site: number; readonly lines: readonly string[] }[];
  readonly assigned: Set<string>;
}

export class Functions {
  readonly #written: Written[] = [];
  readonly #current = new Map<string, Written>();
  #sites = 0;

  /** From now on calls of this name mean this function. */
  define(name: string, params: readonly string[]): Written {
    const earlier = this.#written.filter((one) => one.name === name).length;
    const pythonName = earlier === 0 ? name : `${name}__${earlier + 1}`;
    const written = { name, pythonName, params, sites: [], assigned: new Set<string>() };
    this.#written.push(written);
    this.#current.set(name, written);
    return written;
  }

  called(name: string, params: readonly string[]): Written {
    return this.#current.get(name) ?? this.define(name, params);
  }

  nextSite(): number {
    return ++this.#sites;
  }

  /** All definitions, to be executed before the session begins. */
  lines(): string[] {
    return this.#written.flatMap(definition);
  }
}

function definition({ name, pythonName, params, sites, assigned }: Written): string[] {
  const global = [...assigned].filter((one) => !params.includes(one)).toSorted();
  const bodies = sites.flatMap(({ site, lines }) => [
    `    if SITE == ${site}:`,
    ...(lines.length === 0 ? ['        pass'] : lines.map((line) => `        ${line}`)),
    '        return',
  ]);
  return [
    `def ${pythonName}(${params.join(', ')}):`,
    ...(global.length === 0 ? [] : [`    global ${global.join(', ')}`]),
    ...bodies,
    '    return',
    ...(name === pythonName ? [] : [`${pythonName}.__name__ = ${pythonName}.__qualname__ = '${name}'`]),
  ];
}
