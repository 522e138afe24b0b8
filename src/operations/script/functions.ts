/**
 * Functions as operations tell them: a body for each call. In the script one function has all of them, and SITE says which one is
 * meant, so that it has one code object, as it has in Heaplab. Programs do not see functions of operations: where there are programs,
 * operations say `__function_f__`.
 */
export interface Written {
  readonly name: string;
  /** As its definition calls it, and as operations do. */
  readonly definedAs: string;
  readonly pythonName: string;
  readonly params: readonly string[];
  readonly sites: { readonly site: number; readonly lines: readonly string[] }[];
  readonly assigned: Set<string>;
}

export class Functions {
  readonly #written: Written[] = [];
  readonly #current = new Map<string, Written>();
  #sites = 0;
  readonly #apart: boolean;

  /** `apart`: from the names of programs. */
  constructor(apart: boolean) {
    this.#apart = apart;
  }

  /** From now on calls of this name mean this function. */
  define(name: string, params: readonly string[]): Written {
    const earlier = this.#written.filter((one) => one.name === name).length;
    const definedAs = earlier === 0 ? name : `${name}__${earlier + 1}`;
    const pythonName = this.#apart ? `__function_${definedAs}__` : definedAs;
    const written = { name, definedAs, pythonName, params, sites: [], assigned: new Set<string>() };
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

function definition({ name, definedAs, pythonName, params, sites, assigned }: Written): string[] {
  const global = [...assigned].filter((one) => !params.includes(one)).toSorted();
  const bodies = sites.flatMap(({ site, lines }) => [
    `    if SITE == ${site}:`,
    ...(lines.length === 0 ? ['        pass'] : lines.map((line) => `        ${line}`)),
    '        return',
  ]);
  return [
    `def ${definedAs}(${params.join(', ')}):`,
    ...(global.length === 0 ? [] : [`    global ${global.join(', ')}`]),
    ...bodies,
    '    return',
    ...(name === definedAs ? [] : [`${definedAs}.__name__ = ${definedAs}.__qualname__ = '${name}'`]),
    ...(definedAs === pythonName ? [] : [`__builtins__.${pythonName} = ${definedAs}`, `del ${definedAs}`]),
  ];
}
