/** Exceptions: chains of contexts and causes, handlers inside handlers, what tracebacks keep alive, finally in every way out. */
import { probe } from './probes.ts';
import type { Writer } from './writer.ts';

const RAISES: readonly string[] = [
  'raise ValueError(<str>)',
  'raise KeyError(<int>)',
  '1 / 0',
  '[][<int>]',
  '{}[<str>]',
  'raise Custom(<int>, <str>)',
  'None.x',
  'int("x")',
  'raise Custom',
  'raise LookupError from ValueError(<int>)',
  'raise TypeError("t") from None',
  'undefined',
  'assert False, <int>',
  'raise StopIteration(<int>)',
  'raise Custom(1).with_traceback(None)',
  'len(5)',
  'raise OSError(2, "no file")',
  'raise Exception(<list>)',
  'raise ArithmeticError(*<ints>)',
];

const LOOKS: readonly string[] = [
  'print(type(exc).__name__, exc, exc.args)',
  'print(repr(exc))',
  'print(sys.getrefcount(exc))',
  'print(type(exc.__context__).__name__, type(exc.__cause__).__name__, exc.__suppress_context__)',
  'print(sys.exc_info()[0] is type(exc))',
  'print(exc.__traceback__.tb_next is None, exc.__traceback__.tb_lineno > 0)',
  'keep.append(exc)',
  'exc.extra = [exc]',
  'print(gc.get_count())',
  'raise RuntimeError("second")',
  'raise',
  'raise Custom(2) from exc',
  'print(gc.is_tracked(exc), sys.getsizeof(exc))',
  'exc.__context__ = None',
  'print(isinstance(exc, LookupError))',
  'exc = None',
  'del exc',
  'print(len(gc.get_referents(exc)))',
  'exc.args = (1, 2)\nprint(exc)',
  'pass',
  'print(exc.__traceback__.tb_frame.f_code.co_name)',
  'ref = weakref.ref(exc)\nprint(ref() is exc)',
  'try:\n    raise KeyError("inner")\nexcept KeyError as k:\n    print(k.__context__ is exc)',
  'try:\n    raise exc\nexcept Exception as again:\n    print(again is exc, sys.getrefcount(exc))',
  'try:\n    1 / 0\nfinally:\n    print("inner finally", sys.exc_info()[0].__name__)',
];

function attempt(w: Writer, depth: number): void {
  w.block('try:', () => {
    if (w.random.chance(40)) w.line('held = [<int>]'.replace('<int>', w.expression('int', 1)));
    if (depth > 0 && w.random.chance(50)) attempt(w, depth - 1);
    w.line(w.random.chance(75) ? w.fill(w.random.pick(RAISES)) : `print('calm', ${w.expression('int', 1)})`);
  });
  const handled = w.random.chance(85);
  if (handled) {
    const matching = w.random.pick([
      'Exception',
      'Exception',
      '(ValueError, KeyError, ZeroDivisionError)',
      'LookupError',
      'Custom',
      'BaseException',
      'ArithmeticError',
    ]);
    w.block(`except ${matching} as exc:`, () => {
      for (let left = w.random.between(1, 3); left > 0; left--) w.line(w.fill(w.random.pick(LOOKS)));
    });
    if (w.random.chance(25)) w.block('except Exception:', () => w.line('print("other", sys.exc_info()[1])'));
    if (w.random.chance(20)) w.block('else:', () => w.line('print("else")'));
  }
  if (!handled || w.random.chance(40)) {
    w.block('finally:', () =>
      w.line(
        w.random.pick([
          'print("finally")',
          'print("finally", sys.exc_info()[0])',
          'probe = [1]\ndel probe',
          'print(gc.get_count())',
        ]),
      ),
    );
  }
}

export function failures(w: Writer): void {
  w.line(
    w.random.pick([
      'class Custom(Exception):\n    pass',
      'class Custom(KeyError):\n    def __init__(self, *a):\n        super().__init__(*a)\n        self.n = len(a)',
      'class Custom(ValueError):\n    def __str__(self):\n        return "custom!"',
      'class Custom(Exception):\n    def __init__(self, a=1, b=2):\n        self.a = a',
    ]),
  );
  w.line('keep = []');
  const name = w.fresh('f');
  w.block(`def ${name}(n):`, () => {
    if (w.random.chance(30)) w.line('local = {"n": n}');
    attempt(w, 1);
    w.line('return n');
  });
  for (let left = w.random.between(1, 2); left > 0; left--) {
    w.block('try:', () => w.line(`print(${name}(${w.random.between(0, 3)}))`));
    w.block('except Exception as out:', () =>
      w.line(
        w.random.pick([
          'print("out", type(out).__name__, out)',
          'print(type(out.__context__).__name__, sys.getrefcount(out))',
          'keep.append(out)\nprint(sys.getrefcount(out))',
          'tb = out.__traceback__\nwhile tb:\n    print(tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals) if tb.tb_next is None else "")\n    tb = tb.tb_next\ndel tb',
        ]),
      ),
    );
  }
  if (w.random.chance(40)) probe(w);
  if (w.random.chance(30)) attempt(w, 1);
  w.line('print(len(keep), gc.get_count(), gc.collect())');
  w.line('del keep\nprint(gc.collect())');
}

/** Every way out of a try with a finally. */
export function exits(w: Writer): void {
  const name = w.fresh('f');
  const way = (): string =>
    w.random.pick([
      'return n',
      'return [n]',
      'n += 1',
      'raise KeyError(n)',
      '1 / n',
      'print(n)',
      'if n: return "x"',
      'pass',
    ]);
  w.block(`def ${name}(n):`, () => {
    w.block('for z in range(2):', () => {
      w.block('try:', () => w.line(w.random.pick([way(), way(), 'continue', 'break'])));
      if (w.random.chance(50))
        w.block('except ZeroDivisionError:', () => w.line(w.random.pick([way(), 'continue'])));
      w.block('finally:', () =>
        w.line(
          w.random.pick([
            'print("f", n)',
            'n = 7',
            'print(sys.exc_info()[0] is None)',
            'if n == 1: return "swallowed"',
            'if n == 1: break',
          ]),
        ),
      );
    });
    w.line(way());
  });
  w.block(`for z in (0, 1, ${w.random.between(2, 9)}):`, () => {
    w.block('try:', () => w.line(`print(${name}(z))`));
    w.block('except Exception as exc:', () =>
      w.line('print(type(exc).__name__, exc, type(exc.__context__).__name__)'),
    );
  });
}
