/** Values that a JSON Schema describes, and values that nearly are: what a fuzz test sends. */
import type { Random } from './random.ts';

type Schema = Readonly<Record<string, unknown>>;

const JUNK: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '',
  'x',
  '#0',
  '#1',
  '0x10',
  'x'.repeat(3000),
  '\u0000\ud83d',
  [],
  {},
  [[[[[]]]]],
  { constructor: { prototype: { polluted: true } } },
];

/** Longest lists by depth: what is nested deeply is short. */
const LENGTHS = [12, 12, 12, 4, 3];

export class SchemaSampler {
  readonly #random: Random;
  readonly #schemas: Readonly<Record<string, Schema>>;
  /** Values for schemas and fields that are known by name: ids that exist, programs. */
  readonly #known: Readonly<Record<string, () => unknown>>;

  constructor(
    random: Random,
    schemas: Readonly<Record<string, Schema>>,
    known: Readonly<Record<string, () => unknown>>,
  ) {
    this.#random = random;
    this.#schemas = schemas;
    this.#known = known;
  }

  /** A value of the schema, at times spoilt somewhere. */
  nearly(schema: Schema, spoiling: number): unknown {
    const value = this.sample(schema);
    return this.#random.chance(spoiling) ? this.#spoil(value) : value;
  }

  sample(schema: Schema, depth = 0): unknown {
    const { $ref, anyOf, oneOf, enum: values } = schema;
    if (typeof $ref === 'string') return this.#named($ref.slice($ref.lastIndexOf('/') + 1), depth);
    const options = anyOf ?? oneOf;
    if (Array.isArray(options)) return this.sample(this.#random.pick<Schema>(options), depth + 1);
    if ('const' in schema) return schema['const'];
    if (Array.isArray(values)) return this.#random.pick<unknown>(values);
    return this.#byType(schema, depth);
  }

  #named(name: string, depth: number): unknown {
    const known = this.#known[name];
    if (known !== undefined && this.#random.chance(0.9)) return known();
    return this.sample(this.#schemas[name] ?? {}, depth + 1);
  }

  #byType(schema: Schema, depth: number): unknown {
    switch (schema['type']) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, depth);
      case 'integer':
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return this.#random.chance(0.5);
      case 'null':
        return null;
      case 'string':
        return this.#text(schema);
      default:
        return this.#random.pick([...JUNK, 'a', 'b', 3]);
    }
  }

  #object(schema: Schema, depth: number): unknown {
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
    const wanted = properties.filter(
      ([name]) => required.includes(name) || this.#random.chance(depth > 4 ? 0.1 : 0.6),
    );
    return Object.fromEntries(wanted.map(([name, property]) => [name, this.#field(name, property, depth)]));
  }

  #field(name: string, schema: Schema, depth: number): unknown {
    const known = this.#known[name];
    return known !== undefined && this.#random.chance(0.9) ? known() : this.sample(schema, depth + 1);
  }

  #array(schema: Schema, depth: number): unknown {
    const { prefixItems, items, minItems = 0 } = schema;
    if (Array.isArray(prefixItems)) return prefixItems.map((item: Schema) => this.sample(item, depth + 1));
    const length = Number(minItems) + this.#random.below(LENGTHS[depth] ?? 1);
    return Array.from({ length }, () => this.sample((items ?? {}) as Schema, depth + 1));
  }

  #number(schema: Schema): number {
    const { minimum = -5, maximum = 1000 } = schema;
    const [least, most] = [Number(minimum), Number(maximum)];
    return this.#random.pick([least, most, least + this.#random.below(Math.min(most - least, 50) + 1)]);
  }

  #text(schema: Schema): string {
    const { pattern, examples } = schema;
    if (Array.isArray(examples) && this.#random.chance(0.5))
      return String(this.#random.pick<unknown>(examples));
    if (pattern !== undefined) return this.#random.pick(['0', '1', '#1', '17', '0x10', 'nope']);
    return this.#random.pick(['a', 'b', 'c', 'x', 'list', 'Node', 'a[0]', 'a.next', '', 'é\u{1f40d}']);
  }

  #spoil(value: unknown): unknown {
    const junk = this.#random.pick(JUNK);
    if (Array.isArray(value) && value.length > 0 && this.#random.chance(0.7)) {
      return value.with(this.#random.below(value.length), this.#spoil(this.#random.pick<unknown>(value)));
    }
    if (typeof value !== 'object' || value === null || this.#random.chance(0.2)) return junk;
    const entries = Object.entries(value);
    const index = this.#random.below(entries.length + 1);
    const entry = entries[index];
    if (entry === undefined) return { ...value, [this.#random.pick(['extra', 'op', '', '$ref'])]: junk };
    if (this.#random.chance(0.3)) return Object.fromEntries(entries.toSpliced(index, 1));
    return { ...value, [entry[0]]: this.#spoil(entry[1]) };
  }
}
