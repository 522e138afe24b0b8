/** _typing: from 3.12 on what typing has in C, before that Python code of typing's own. */
import { since } from '../../../heap/index.ts';
import { TYPING_GENERIC_CLASS, TYPING_VARIABLES } from '../../lib/typing-variables.ts';
import { classValue } from '../define-type.ts';
import { library } from '../library.ts';
import { TYPE_ALIAS } from './alias.ts';
import { PARAM_SPEC, PARAM_SPEC_ARGS, PARAM_SPEC_KWARGS, TYPE_VAR, TYPE_VAR_TUPLE } from './variables.ts';

const IN_C = [TYPE_VAR, PARAM_SPEC, PARAM_SPEC_ARGS, PARAM_SPEC_KWARGS, TYPE_VAR_TUPLE, TYPE_ALIAS];

export const TYPING_IN_C = library('_typing', since({ 8: TYPING_VARIABLES, 12: TYPING_GENERIC_CLASS }), {
  newerValues: { 12: Object.fromEntries(IN_C.map((spec) => [spec.name, classValue(spec)])) },
});
