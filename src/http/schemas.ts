/**
 * The contract's schemas as JSON Schema, each published once and referred to by name.
 *
 * Both API documents take from here. What a document does not refer to, directly or not, is left out of it.
 */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
type Dialect = 'draft-2020-12' | 'draft-07';

/** Properties that tell the members of a union apart. */
const DISCRIMINATORS = ['type', 'op'] as const;
const HOME = '#/components/schemas/';
const SHARED = /^__shared#\/\$defs\/schema(\d+)$/;

export class SchemaLibrary {
  readonly #all: Record<string, JsonSchema>;
  readonly #used = new Set<string>();
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    const { schemas } = z.toJSONSchema(z.globalRegistry, {
      io: 'input',
      target: dialect,
      unrepresentable: 'any',
      uri: (id) => HOME + id,
      override: ({ jsonSchema }) => dropSafeIntegerBounds(jsonSchema),
    });
    this.#all = {};
    for (const [name, schema] of Object.entries(schemas)) this.#add(name, tidy(schema));
    if (dialect === 'draft-2020-12')
      for (const schema of Object.values(this.#all)) this.#discriminate(schema);
  }

  /** A reference where the schema has a name, the schema itself where it has none. */
  schemaOf(schema: z.ZodType): JsonSchema {
    const id = schema.meta()?.id;
    if (typeof id === 'string') return this.reference(id);
    return this.#remember(this.#inline(schema));
  }

  reference(name: string): JsonSchema {
    this.#use(name);
    return { $ref: HOME + name };
  }

  /** Every schema that was referred to, and what those refer to, by name. */
  components(): Record<string, JsonSchema> {
    const names = [...this.#used].toSorted();
    return Object.fromEntries(names.map((name) => [name, this.#all[name] ?? {}]));
  }

  /** A nameless schema; the named ones inside it are referred to. */
  #inline(schema: z.ZodType): JsonSchema {
    const { def } = schema;
    if ('options' in def && Array.isArray(def.options)) {
      const options: z.ZodType[] = def.options;
      return { anyOf: options.map((option) => this.schemaOf(option)) };
    }
    const options = { io: 'input', target: this.#dialect, unrepresentable: 'any' } as const;
    const made = z.toJSONSchema(schema, {
      ...options,
      override: ({ jsonSchema }) => dropSafeIntegerBounds(jsonSchema),
    });
    const { $schema: _, $defs, ...rest } = made;
    for (const [name, definition] of Object.entries($defs ?? {})) this.#all[name] ??= tidy(definition);
    return rewrite(rest, (target) => target.replace('#/$defs/', HOME));
  }

  #add(name: string, schema: JsonSchema): void {
    if (name !== '__shared') {
      this.#all[name] = rewrite(schema, home);
      return;
    }
    const definitions: unknown = schema['$defs'];
    if (typeof definitions !== 'object' || definitions === null) return;
    for (const [key, definition] of Object.entries(definitions)) {
      this.#all[key.replace('schema', 'Shared')] = rewrite(tidy(definition), home);
    }
  }

  /** Adds OpenAPI's discriminator to a union of named objects; without its mapping typed clients get wrong types. */
  #discriminate(schema: JsonSchema): void {
    const options = schema['oneOf'];
    if (!Array.isArray(options)) return;
    for (const propertyName of DISCRIMINATORS) {
      const mapping: Record<string, string> = {};
      for (const option of options) {
        const target: unknown = option?.$ref;
        const value = typeof target === 'string' ? this.#constant(target, propertyName) : undefined;
        if (typeof target === 'string' && value !== undefined) mapping[value] = target;
      }
      if (Object.keys(mapping).length === options.length) schema['discriminator'] = { propertyName, mapping };
    }
  }

  /** The one value that a property of a named schema can have. */
  #constant(target: string, property: string): string | undefined {
    const properties = this.#all[target.slice(HOME.length)]?.['properties'];
    if (typeof properties !== 'object' || properties === null) return undefined;
    const found: unknown = Object.entries(properties).find(([name]) => name === property)?.[1]?.const;
    return typeof found === 'string' ? found : undefined;
  }

  #remember(schema: JsonSchema): JsonSchema {
    for (const name of referencesIn(schema)) this.#use(name);
    return schema;
  }

  #use(name: string): void {
    if (this.#used.has(name)) return;
    const schema = this.#all[name];
    if (schema === undefined) throw new Error(`no schema is named ${name}`);
    this.#used.add(name);
    for (const inner of referencesIn(schema)) this.#use(inner);
  }
}

function home(target: string): string {
  return target.replace(SHARED, (_all, number: string) => `${HOME}Shared${number}`);
}

/** Without the keys that only stand-alone schemas have. */
function tidy(schema: object): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

/** zod bounds every integer by what JSON can carry exactly; said once in the description, it need not stand at each number. */
function dropSafeIntegerBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function rewrite(schema: JsonSchema, change: (target: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? change(value) : value,
  ) as JsonSchema;
}

function referencesIn(schema: JsonSchema): Set<string> {
  const names = new Set<string>();
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string' && value.startsWith(HOME))
      names.add(value.slice(HOME.length));
    return value;
  });
  return names;
}
