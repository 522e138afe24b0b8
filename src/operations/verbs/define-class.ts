import { z } from 'zod';
import { defineClass as define, type PythonClass, PythonRaise } from '../../objects/index.ts';
import { nameSchema, spellText } from '../operand.ts';
import { verb } from '../verb.ts';

const BODIES = {
  noop: '    def __del__(self):\n        pass',
  resurrect: '    def __del__(self):\n        resurrected.append(self)',
};

export const defineClass = verb({
  op: 'define_class',
  summary:
    'Defines a class, as if before the session: it takes no memory of it and is tracked by nothing in it.',
  fields: {
    as: nameSchema,
    bases: z.array(nameSchema).max(8).default([]),
    slots: z
      .array(nameSchema)
      .max(1000)
      .nullable()
      .default(null)
      .meta({ description: '`__slots__`; null: none.' }),
    finalizer: z.enum(['noop', 'resurrect']).nullable().default(null).meta({
      description: '`__del__`: does nothing, or appends the object to the global list `resurrected`.',
    }),
  },
  python: (o) => {
    const bases = (o.bases ?? []).length > 0 ? `(${o.bases.join(', ')})` : '';
    const lines = [`class ${o.as}${bases}:`];
    if (o.slots) lines.push(`    __slots__ = (${o.slots.map((name) => `${spellText(name)},`).join(' ')})`);
    if (o.finalizer) lines.push(BODIES[o.finalizer]);
    if (lines.length === 1) lines.push('    pass');
    return lines.join('\n');
  },
  compile: (o, process) => () => {
    const bases = (o.bases ?? []).map((name): PythonClass => {
      const base = process.classNamed(name);
      if (base === undefined) throw new PythonRaise('NameError', `name '${name}' is not defined`);
      return base;
    });
    const one = define(process, {
      name: o.as,
      bases,
      slots: o.slots ?? null,
      finalizer: o.finalizer ?? 'none',
    });
    process.program?.adopt(one);
  },
});
