/** The evaluator looks whether a collection waits where a code object begins (RESUME, 3.12). */
import { verb } from '../verb.ts';

export const compileUnit = verb({
  op: 'compile_unit',
  summary: 'Starts a new code object: equal literals before and after it are no longer one object.',
  fields: {},
  python: () => '# the following statements are compiled as a new code object',
  compile: (_, process) => () => {
    process.constants.newUnit();
    process.check();
  },
});
