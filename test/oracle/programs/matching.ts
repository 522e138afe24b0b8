/** `match` statements with every kind of pattern. */
import { counted } from './probes.ts';
import type { Writer } from './writer.ts';

const CASES: readonly string[] = [
  'case 0 | 1:',
  'case [a, b]:',
  'case [a, *rest]:',
  'case {"k": v}:',
  'case {"a": 1, **rest}:',
  'case str() as s:',
  'case int(n) if n > 2:',
  'case Point(x=0, y=yy):',
  'case Point(1, y):',
  'case (1, (2, c)):',
  'case None:',
  'case [Point(), *_]:',
  'case "spam" | "a":',
  'case -1:',
  'case []:',
  'case {}:',
  'case float():',
  'case bool():',
  'case [[x], y]:',
  'case [1, _, 3]:',
  'case tuple():',
  'case sys.maxsize:',
];

export function match(w: Writer): void {
  w.line(
    'class Point:\n    __match_args__ = ("x", "y")\n    def __init__(self, x, y):\n        self.x, self.y = x, y',
  );
  const name = w.fresh('f');
  w.block(`def ${name}(subject):`, () => {
    w.block('match subject:', () => {
      for (let left = w.random.between(2, 6); left > 0; left--) {
        const text = w.random.pick(CASES);
        w.block(text, () =>
          w.line(
            w.random.pick([
              `print(${JSON.stringify(text)}, sorted(locals()))`,
              `return ${counted('subject')}`,
              'print("got", gc.get_count())',
            ]),
          ),
        );
      }
      if (w.random.chance(60)) w.block('case _:', () => w.line('print("other")'));
    });
    w.line('return "end"');
  });
  const subjects = Array.from({ length: w.random.between(2, 6) }, () =>
    w.random.pick([
      'Point(0, 1)',
      'Point(1, [2])',
      w.expression('any', 1),
      w.expression('list', 1),
      w.expression('dict', 1),
      w.expression('int', 1),
      '[1, 2, 3]',
      '(1, (2, 3))',
      '{"k": 1, "a": 1}',
      '"spam"',
    ]),
  );
  w.line(`for subject in [${subjects.join(', ')}]:\n    print(${name}(subject))`);
}
