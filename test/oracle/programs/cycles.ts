/** Garbage: cycles of every kind, weak references, finalizers that resurrect, thresholds, freezing, callbacks of the collector. */
import { probe } from './probes.ts';
import type { Writer } from './writer.ts';

const CYCLES: readonly string[] = [
  'a = []\na.append(a)\ndel a',
  'a, b = [], []\na.append(b)\nb.append(a)\ndel a, b',
  'd = {}\nd["self"] = d\nd = None',
  'a = Node(1)\na.next = a\ndel a',
  'a, b = Node(1), Node(2)\na.next, b.next = b, a\ndel a, b',
  'a = Node([])\na.value.append(a)\na = None',
  'a = ([],)\na[0].append(a)\ndel a',
  'def loop(): return loop\nloop.me = loop\ndel loop',
  'def outer():\n    def inner(): return inner\n    return inner\nouter()\ndel outer',
  'class Temp: pass\ndel Temp',
  'class Temp:\n    def m(self): return __class__\ndel Temp',
  'ring = [Node(z) for z in range(<small>)]\nfor z in range(len(ring)): ring[z].next = ring[z - 1]\ndel ring',
  'a = Node(3)\na.bound = a.method\ndel a',
  'a = Node(0)\na.call = lambda: a\ndel a',
  'try:\n    raise ValueError\nexcept ValueError as exc:\n    a = [exc]\n    a.append(exc.__traceback__)\n    exc.a = a\ndel a',
  'def gen():\n    me = yield\n    yield me\ng = gen()\nnext(g)\ng.send(g)\ndel g',
  'a = {1: []}\na[1].append(a)\na.clear()\ndel a',
  'a = [[]]\na[0].append(a)\na.pop()\ndel a',
  'it = iter([])\na = [it]\na.append(a)\ndel a, it',
  's = Node(5)\ns.all = {s}\ndel s',
  'for z in range(<small>):\n    a = [z]\n    a.append(a)\ndel a',
  'a = type("Dyn", (Node,), {"k": 1})(4)\na.next = a\ndel a',
  'a = Node(6)\na.d = a.__dict__\ndel a',
  'a = []\na.append(zip(a, a))\na.append(map(len, a))\na[0] = a\ndel a',
  'p = property(lambda s: p)\nq = [p]\nq.append(q)\ndel p, q',
  'a = [Node(1), Node(2)]\na[0].next = a\nb = a[1]\ndel a\nprint(b.value)\ndel b',
  'a = Node(7)\na.next = [a, (a, {"k": a})]\ndel a',
  'a = Slot()\na.x = [a]\ndel a',
  'a = MyList()\na.append(a)\na.tag = 1\ndel a',
  'a = Fin("f")\na.me = a\ndel a',
  'a, b = Fin("x"), Fin("y")\na.o, b.o = b, a\ndel a, b',
  'a = Fin("r")\na.keep = saved\na.me = a\ndel a',
  'a = Fin("plain")\ndel a',
];

const CLASSES = `class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
    def method(self):
        return self.value
class Slot:
    __slots__ = ("x", "y")
class MyList(list):
    pass
class Fin:
    def __init__(self, tag):
        self.tag = tag
    def __del__(self):
        print("fin", self.tag, sys.getrefcount(self))
        if self.tag == "r":
            saved.append(self)
            self.tag = "again"
saved = []`;

const SETTINGS: readonly string[] = [
  'gc.disable()',
  'gc.enable()',
  'gc.set_threshold(5)',
  'gc.set_threshold(10, 2, 2)',
  'gc.set_threshold(700, 10, 10)',
  'gc.set_threshold(20, 1, 1)',
  'gc.set_threshold(0)',
  'gc.freeze()',
  'gc.unfreeze()',
  'print(gc.get_freeze_count() > 0)',
  'gc.collect(0)',
  'gc.collect(1)',
  'print(gc.collect())',
  'print([s["collections"] - b["collections"] for s, b in zip(gc.get_stats(), base)])',
  'print([s["collected"] - b["collected"] for s, b in zip(gc.get_stats(), base)])',
  'print(gc.get_count())',
  'print(len(gc.garbage))',
  'gc.set_debug(gc.DEBUG_SAVEALL)',
  'gc.set_debug(0)',
  'gc.garbage.clear()',
  'print(gc.get_threshold(), gc.isenabled(), gc.get_debug())',
  'saved.clear()',
  'gc.callbacks.append(watch)',
  'gc.callbacks.clear()',
  'print(len(saved), [f.tag for f in saved])',
  'print(sum(isinstance(o, Node) for o in gc.get_objects()))',
];

/** Loops that allocate enough to collect by themselves. */
const CHURN: readonly string[] = [
  'for z in range(N):\n    a = []\n    a.append(a)\ndel a',
  'x = [[z] for z in range(N)]\nprint(gc.get_count())\ndel x',
  'x = [{} for z in range(N)]\nx.clear()',
  'x = [Node(z) for z in range(N)]\ndel x',
  'x = {z: (z, [z]) for z in range(N)}\ndel x',
  'head = None\nfor z in range(N):\n    n = Node(z)\n    n.next = head\n    head = n\ndel head, n',
  'for z in range(N):\n    n = Node(z)\n    n.next = n\ndel n',
  'x = [(z, str(z)) for z in range(N)]\nprint(sum(gc.is_tracked(t) for t in x))\ndel x',
  'x = list(map(lambda q: [q], range(N)))\ndel x',
  'def churn(n):\n    kept = []\n    for z in range(n):\n        kept.append({"k": [z]})\n    return len(kept)\nprint(churn(N))',
  'x = [lambda: z for z in range(N)]\ndel x',
  'x = [set() for z in range(N)]\nprint(gc.get_count())\ndel x',
];

export function garbage(w: Writer): void {
  w.line(CLASSES);
  if (w.random.chance(25))
    w.line(
      'def watch(phase, info):\n    print(phase, info["generation"], info["collected"] if phase == "stop" else "")',
    );
  else w.line('def watch(phase, info):\n    seen.append(phase)\nseen = []');
  w.line('base = gc.get_stats()');
  for (let left = w.random.between(3, 10); left > 0; left--) {
    const kind = w.random.weighted({ cycle: 6, setting: 3, churn: 1, probe: 2, weak: 1 });
    if (kind === 'cycle') w.line(w.fill(w.random.pick(CYCLES)));
    else if (kind === 'setting') w.line(w.random.pick(SETTINGS));
    else if (kind === 'churn')
      w.line(w.random.pick(CHURN).replaceAll(/\bN\b/g, String(w.random.pick([10, 60, 300, 900, 2500]))));
    else if (kind === 'probe') probe(w);
    else weak(w);
  }
  w.line('gc.callbacks.clear()\ngc.set_debug(0)\nprint(gc.collect(), gc.get_count(), len(gc.garbage))');
  w.line(
    'gc.garbage.clear()\nsaved.clear()\ngc.enable()\ngc.set_threshold(700, 10, 10)\ngc.unfreeze()\nprint(gc.collect())',
  );
}

const WEAK: readonly string[] = [
  'r = weakref.ref(o)',
  'r2 = weakref.ref(o)\nprint(r2 is weakref.ref(o))',
  'r = weakref.ref(o, lambda q: print("cb", q() is None))',
  'p = weakref.proxy(o)\nprint(p.value)',
  'r = weakref.ref(o, print)\nr = None',
  'print(weakref.getweakrefcount(o), len(weakref.getweakrefs(o)))',
  'print(sys.getrefcount(o))',
  'o.next = o',
  'o.r = weakref.ref(o)',
  'wd = weakref.WeakValueDictionary()\nwd["k"] = o\nprint(len(wd), "k" in wd)',
  'ws = weakref.WeakSet([o])\nprint(len(ws), o in ws)',
  'wk = weakref.WeakKeyDictionary()\nwk[o] = 1\nprint(len(wk), wk.get(o))',
  'weakref.finalize(o, print, "finalized")',
  'print(hash(weakref.ref(o)) == hash(o), weakref.ref(o) == weakref.ref(o))',
  'm = weakref.WeakMethod(o.method)\nprint(m()() == o.value)',
  'c = [weakref.ref(o, lambda q, n=z: print("cb", n)) for z in range(3)]',
  'print(gc.is_tracked(weakref.ref(o)), sys.getsizeof(weakref.ref(o)))',
];

export function weak(w: Writer): void {
  w.line(
    'class Weak:\n    def __init__(self, value):\n        self.value = value\n    def method(self):\n        return self.value',
  );
  w.line(`o = Weak(${w.expression('int', 1)})`);
  for (let left = w.random.between(1, 5); left > 0; left--) w.line(w.random.pick(WEAK));
  w.line(w.random.pick(['del o', 'o = None', 'o = [o]', 'o = Weak(1)', 'o.next = o; del o']));
  w.line(w.random.pick(['print(gc.collect())', 'print(gc.get_count(), gc.collect())', 'pass']));
  w.block('for name in ("r", "p", "wd", "ws", "wk", "m"):', () => {
    w.block('if name in globals():', () => {
      w.block('try:', () =>
        w.line(
          'x = globals()[name]\nprint(name, x() is None if isinstance(x, weakref.ref) else len(x) if name[0] == "w" else x.value)\ndel x',
        ),
      );
      w.block('except ReferenceError as exc:', () => w.line('print(exc)'));
    });
  });
}
