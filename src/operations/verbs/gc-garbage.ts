import { lists } from '../../objects/index.ts';
import { objectId } from '../object-id.ts';
import { verb } from '../verb.ts';

export const gcGarbage = verb({
  op: 'gc.garbage',
  question: true,
  summary: 'The objects in gc.garbage.',
  fields: {},
  python: () => 'gc.garbage',
  compile: (_, process) => (out) => {
    out.value = lists.listItems(process, process.garbage).map((ref) => objectId(process, ref));
  },
});
