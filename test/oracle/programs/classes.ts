/** Classes: inheritance, super, properties, slots, descriptors, dunders, class attributes, finalizers. */
import { counted, probe } from './probes.ts';
import type { Writer } from './writer.ts';

const DUNDERS: readonly string[] = [
  "def __repr__(self):\n    return 'R(%s)' % (self.x,)",
  "def __str__(self):\n    return 'S' + str(self.x)",
  'def __eq__(self, other):\n    return isinstance(other, type(self)) and self.x == other.x',
  'def __eq__(self, other):\n    return self.x == other.x\ndef __hash__(self):\n    return hash(str(self.x))',
  'def __lt__(self, other):\n    return str(self.x) < str(other.x)',
  'def __len__(self):\n    return 3',
  'def __bool__(self):\n    return bool(self.x)',
  'def __getitem__(self, key):\n    if isinstance(key, int) and key > 4:\n        raise IndexError(key)\n    return (self.x, key)',
  'def __setitem__(self, key, value):\n    self.x = [key, value]',
  'def __delitem__(self, key):\n    print("delitem", key)',
  'def __contains__(self, item):\n    return item == self.x',
  'def __iter__(self):\n    return iter([self.x, 1])',
  'def __iter__(self):\n    yield self.x\n    yield self',
  'def __call__(self, *args, **kw):\n    return args, kw',
  'def __add__(self, other):\n    return type(self)(other)\ndef __radd__(self, other):\n    return [other, self.x]',
  'def __iadd__(self, other):\n    self.x = other\n    return self',
  'def __neg__(self):\n    return -7',
  'def __getattr__(self, name):\n    if name.startswith("__"):\n        raise AttributeError(name)\n    return name.upper()',
  'def __enter__(self):\n    print("enter")\n    return self\ndef __exit__(self, kind, value, tb):\n    print("exit", kind is None, sys.getrefcount(value) if kind else 0)\n    return <bool>',
  'def __format__(self, spec):\n    return "F" + spec',
  'def __index__(self):\n    return 2',
  'def __hash__(self):\n    return 5',
  '@property\ndef p(self):\n    return self.x\n@p.setter\ndef p(self, value):\n    self.x = (value, 1)',
  '@property\ndef p(self):\n    return [self.x]',
  '@classmethod\ndef cm(cls, *a):\n    return cls.__name__, a',
  '@staticmethod\ndef sm(a=1):\n    return a',
  'def method(self, a=None, *rest):\n    return sys.getrefcount(self)',
  'def method(self):\n    self.y = [self.x]\n    return self.y',
  'def method(self, n=2):\n    return n if n < 1 else self.method(n - 1)',
  'shared = <list>',
  'count = 0\ndef bump(self):\n    type(self).count += 1\n    return self.count',
  'def __del__(self):\n    print("del", type(self).__name__)',
  'def __setattr__(self, name, value):\n    object.__setattr__(self, name, value)',
  'def __init_subclass__(cls, **kw):\n    print("subclass", cls.__name__, kw)',
  'table = {k: k for k in range(3)}',
  'def __reversed__(self):\n    return [9]',
  'def __matmul__(self, other):\n    return "mm"',
  'def __ge__(self, other):\n    return NotImplemented',
];

const USES: readonly string[] = [
  'print(O.x)',
  'print(str(O)[:1], bool(O))',
  'print(O == O2, O != O2)',
  'print(len(O))',
  'print(O[<small>])',
  'O["k"] = <int>',
  'del O[1]',
  'print(<int> in O)',
  'print(len(list(O)))',
  'print(O(1, k=2))',
  'print(type(O + <int>).__name__)',
  'print(<int> + O)',
  'O += <int>',
  'print(-O)',
  'print(O.missing)',
  'with O as q:\n    print(q is O)',
  'with O:\n    raise KeyError(<str>)',
  "print(f'{O:>5}')",
  'print([1, 2, 3, 4][O])',
  'print(hash(O) == hash(O2))',
  'print(O.p)',
  'O.p = <list>',
  'print(O.cm(<int>))',
  'print(C.cm())',
  'print(O.sm(), C.sm(2))',
  'print(O.method())',
  'print(C.method(O))',
  'm = O.method\nprint(sys.getrefcount(O), m.__self__ is O, m == O.method, m is O.method)\ndel m',
  'print(O.shared is C.shared, sys.getrefcount(C.shared))',
  'print(O.bump(), C.count)',
  'O.extra = <any>\nprint(sorted(vars(O)))',
  'del O.x',
  'print(sorted(O.__dict__))',
  'print(sys.getsizeof(O), sys.getsizeof(O.__dict__))',
  'print(sys.getrefcount(C), sys.getrefcount(O))',
  'print(C.__mro__[-1] is object, C.__bases__[0].__name__)',
  'print(isinstance(O, C), issubclass(C, object))',
  'O.me = O',
  'O.other = O2\nO2.other = O',
  'print(gc.is_tracked(O))',
  'for z in range(5):\n    O.z = z',
  'print([C(z).x for z in range(3)])',
  'print(getattr(O, "x", 5), hasattr(O, "nope"))',
  'setattr(O, "w", <int>)\nprint(O.w)',
  'O.__class__ = C',
  'print(sorted([O, O2], key=id) == [O], O is O2)',
  'print(max(O, O2) is O)',
  'print({O: 1}.get(O2))',
  'C.late = <int>\nprint(O.late)',
  'print(O @ O2)',
  'print(O < O2)',
  'print(sys.getsizeof(C))',
  'print(len(gc.get_referents(O)))',
  'print(O.__doc__, C.__name__, C.__qualname__)',
  'print(C.__dict__.get("shared"))',
  'print(type(O).__name__, O.__class__ is C)',
  'print(reversed(O))',
  'for z in range(20):\n    C(z)',
  'O.__dict__["direct"] = <int>\nprint(O.direct)',
  'O.__dict__.clear()',
  'print(C())',
  'print(C(<int>, <int>))',
  'weak = weakref.ref(O, lambda r: print("gone"))\nprint(weak() is O, sys.getrefcount(O), weakref.getweakrefcount(O))',
  'for attr in ("a", "b", "c", "d"):\n    setattr(O, attr, [])',
  'print(sys.getsizeof(O.__dict__))\nO.n1 = O.n2 = O.n3 = 1\nprint(sys.getsizeof(O.__dict__))',
  'O.method = len\nprint(O.method([]))',
  'print(O.__eq__(O2))',
  'print(callable(O), iter(O) is O)',
  'print(super(C, O).__init__ is None)',
  'print(C.x)',
  'print(O >= 3)',
  `print(${counted('O.x')})`,
  'O.x, O2.x = O2.x, O.x',
  'O.x = O.x',
  'print(next(iter(O)) is O.x)',
];

const HEADS: readonly string[] = [
  'def __init__(self, x=0):\n    self.x = x',
  'def __init__(self, x=0):\n    self.x = x\n    self.items = []\n    self.d = {}',
  '__slots__ = ("x", "y", "__weakref__")\ndef __init__(self, x=0):\n    self.x = x',
  '__slots__ = ("x",)\ndef __init__(self, x=0):\n    self.x = x',
  'x = <int>',
  'def __new__(cls, *args):\n    made = super().__new__(cls)\n    made.x = args[0] if args else None\n    return made',
  'x = None\ndef __init__(self, x=0, *more):\n    if x:\n        self.x = [x]',
];

const BASES: readonly string[] = [
  '',
  '',
  '',
  '(object)',
  '(list)',
  '(dict)',
  '(Exception)',
  '(int)',
  '(str)',
  '(tuple)',
  '(set)',
];

function body(w: Writer, head: string): void {
  w.line(w.fill(head));
  for (let left = w.random.between(0, 5); left > 0; left--) w.line(w.fill(w.random.pick(DUNDERS)));
}

function uses(w: Writer, cls: string, name: string, other: string): void {
  for (let left = w.random.between(3, 8); left > 0; left--) {
    const text = w
      .fill(w.random.pick(USES))
      .replaceAll(/\bO2\b/g, other)
      .replaceAll(/\bO\b/g, name)
      .replaceAll(/\bC\b/g, cls);
    w.block('try:', () => w.line(text));
    w.block('except Exception as exc:', () => w.line('print(type(exc).__name__, exc)'));
    if (w.random.chance(35)) probe(w);
  }
}

export function plainClass(w: Writer): void {
  const cls = w.fresh('C');
  w.block(`class ${cls}${w.random.pick(BASES)}:`, () => body(w, w.random.pick(HEADS)));
  const [name, other] = [w.fresh('o'), w.fresh('o')];
  w.line(
    w.random
      .pick([
        `${name} = ${cls}()`,
        `${name} = ${cls}(${w.expression('int')})`,
        `${name} = ${cls}(x=${w.expression('int')})`,
        `${name} = ${cls}()`,
      ])
      .replace('x=', w.random.chance(50) ? 'x=' : ''),
  );
  w.line(`${other} = ${cls}()`);
  w.know(name, 'instance');
  w.know(cls, 'cls');
  uses(w, cls, name, other);
  if (w.random.chance(50)) {
    w.line(`del ${name}, ${other}`);
    w.forget(name);
    w.line('print(gc.get_count(), gc.collect())');
  }
}

export function hierarchy(w: Writer): void {
  const [base, left, right, bottom] = [w.fresh('Base'), w.fresh('Left'), w.fresh('Right'), w.fresh('Bottom')];
  w.block(`class ${base}:`, () => {
    w.line(
      w.random.pick([
        'def __init__(self, *a):\n    self.x = list(a)',
        'def __init__(self, x=1):\n    self.x = x',
        '__slots__ = ()\ndef __init__(self, *a):\n    pass',
      ]),
    );
    w.line("def who(self):\n    return ['base']");
    for (let n = w.random.between(0, 2); n > 0; n--) w.line(w.fill(w.random.pick(DUNDERS)));
  });
  for (const cls of [left, right]) {
    w.block(`class ${cls}(${base}):`, () => {
      if (w.random.chance(50))
        w.line('def __init__(self, *a):\n    super().__init__(*a)\n    self.tag = sys.getrefcount(self)');
      w.line(
        w.random.pick([
          `def who(self):\n    return ['${cls}'] + super().who()`,
          `def who(self):\n    return [type(self).__name__] + super(${cls}, self).who()`,
          `def who(self):\n    return [__class__.__name__, *super().who()]`,
        ]),
      );
    });
  }
  w.block(`class ${bottom}(${left}, ${right}):`, () => {
    w.line(
      w.random.pick(
        [
          'pass',
          'def who(self):\n    return [1] + super().who()',
          'def __del__(self):\n    print("gone")',
          '__slots__ = ("only",)',
          'kind = <int>',
        ].map((one) => w.fill(one)),
      ),
    );
  });
  const name = w.fresh('o');
  w.block('try:', () => {
    w.line(`${name} = ${bottom}(${w.expression('small')})`);
    w.line(
      `print(${name}.who(), [c.__name__ for c in ${bottom}.__mro__], sys.getsizeof(${name}), sys.getrefcount(${name}))`,
    );
    w.line(
      w.random.pick([
        `print(sorted(getattr(${name}, '__dict__', {})))`,
        `print(sys.getrefcount(${bottom}), sys.getrefcount(${left}))`,
        `${name}.loop = ${name}`,
        `print(${base}.__subclasses__() == [${left}, ${right}])`,
      ]),
    );
    w.line(`del ${name}`);
  });
  w.block('except Exception as exc:', () => w.line('print(type(exc).__name__, exc)'));
  w.line(
    w.random.pick([`del ${bottom}, ${left}, ${right}, ${base}`, `del ${bottom}`, 'print(gc.get_count())']),
  );
  w.line('print(gc.collect(), gc.get_count())');
}

export function descriptor(w: Writer): void {
  const [d, cls] = [w.fresh('D'), w.fresh('C')];
  w.block(`class ${d}:`, () => {
    w.line("def __set_name__(self, owner, name):\n    self.name = name\n    print('named', name)");
    w.line(
      'def __get__(self, obj, kind=None):\n    return self if obj is None else (self.name, sys.getrefcount(obj))',
    );
    if (w.random.chance(60))
      w.line("def __set__(self, obj, value):\n    obj.__dict__[self.name] = value\n    print('set', value)");
    if (w.random.chance(30)) w.line("def __delete__(self, obj):\n    print('delete')");
  });
  w.block(`class ${cls}:`, () => w.line(`a = ${d}()\nb = ${d}()`));
  const name = w.fresh('o');
  w.line(`${name} = ${cls}()\nprint(${name}.a, ${cls}.b.name)`);
  w.block('try:', () =>
    w.line(`${name}.a = ${w.expression('int')}\nprint(${name}.a, sorted(${name}.__dict__))\ndel ${name}.a`),
  );
  w.block('except AttributeError as exc:', () => w.line('print(exc)'));
  w.line('print(gc.get_count())');
}
