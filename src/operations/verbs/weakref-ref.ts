import { z } from 'zod';
import { newWeakref } from '../../objects/index.ts';
import { bind } from '../binding.ts';
import { nameSchema } from '../operand.ts';
import { reference, spellReference } from '../reference.ts';
import { reader, verb } from '../verb.ts';

export const weakrefRef = verb({
  op: 'weakref.ref',
  summary: 'Makes a weak reference; without a callback an object has one, which every call returns.',
  fields: { to: reference, as: nameSchema, callback: z.boolean().default(false) },
  python: (o) =>
    o.callback
      ? `${o.as} = weakref.ref(${spellReference(o.to)}, weakref_callback)`
      : `t = weakref.ref(${spellReference(o.to)}); ${o.as} = t; del t`,
  compile: (o, process) => {
    const target = reader(process, o.to);
    return (out) => {
      const made = newWeakref(process, target(), o.callback ? process.weakrefCallback : 0);
      process.check();
      out.object = made.weakref;
      if (made.reused) out.value = 'reused';
      bind(process, o.as, made.weakref);
    };
  },
});
