/** Where an instruction ends with dropping the last reference to an object, as programs with `#T` at a line in what runs then. */

const NODE = [
  'import gc, weakref',
  'class Node:',
  '    def __init__(self, name="node"): self.name = name',
  '    def __del__(self):',
  '        self.name = None #T',
  '',
].join('\n');
const RAISES = ['def fails():', '    node = Node()', '    raise KeyError', ''].join('\n');
const CALLED = [
  'import gc, weakref',
  'class Node: pass',
  'def called(*args):',
  '    return args #T',
  '',
].join('\n');

export const DROPS: readonly (readonly [string, string])[] = [
  ['a name is deleted', `${NODE}node = Node()\ndel node`],
  ['a name gets another value', `${NODE}node = Node()\nnode = None`],
  ['a name of an outer scope', `${NODE}node = Node()\ndef f():\n    global node\n    node = None\nf()`],
  [
    'a name of an outer scope is deleted',
    `${NODE}node = Node()\ndef f():\n    global node\n    del node\nf()`,
  ],
  ['a local is deleted', `${NODE}def f():\n    node = Node()\n    del node\nf()`],
  ['a local gets another value', `${NODE}def f():\n    node = Node()\n    node = 1\nf()`],
  ['a local ends with its function', `${NODE}def f():\n    first, node, last = 1, Node(), 2\nf()`],
  ['a parameter ends with its function', `${NODE}def f(node): return 1\nf(Node())`],
  [
    'a cell gets another value',
    `${NODE}def f():\n    node = Node()\n    def g(): return node\n    node = 1\nf()`,
  ],
  [
    'a variable of a generator ends with it',
    `${NODE}def g():\n    node = Node()\n    yield 1\nfor x in g(): pass`,
  ],
  [
    'a loop variable gets the next value',
    `${NODE}def f():\n    for node in (Node() for i in "a"): pass\n    node = 1\nf()`,
  ],
  ['an attribute gets another value', `${NODE}node = Node()\nnode.next = Node()\nnode.next = None`],
  ['an attribute is deleted', `${NODE}node = Node()\nnode.next = Node()\ndel node.next`],
  ['an item gets another value', `${NODE}nodes = [Node()]\nnodes[0] = None`],
  ['an item is deleted', `${NODE}nodes = [1, Node()]\ndel nodes[1]`],
  ['an entry gets another value', `${NODE}nodes = {"a": Node()}\nnodes["a"] = None`],
  ['an entry is deleted', `${NODE}nodes = {"a": Node()}\ndel nodes["a"]`],
  ['a result is not kept', `${NODE}Node()`],
  ['what pop() took out is not kept', `${NODE}nodes = [Node()]\nnodes.pop()`],
  ['the argument of a built-in function', `${NODE}len([Node()])`],
  ['the owner of an attribute', `${NODE}Node().name`],
  ['a list that held it', `${NODE}nodes = [1, [Node(), 2]]\ndel nodes`],
  ['a handler ends', `${NODE}${RAISES}try: fails()\nexcept KeyError: pass`],
  ['a handler with a name ends', `${NODE}${RAISES}try: fails()\nexcept KeyError as e: x = 1`],
  ['a cycle is collected', `${NODE}node = Node()\nnode.me = node\ndel node\ngc.collect()`],
  [
    'a generator that waits in try is dropped',
    'def g():\n    try: yield\n    finally:\n        x = 1 #T\nit = g()\nnext(it)\ndel it',
  ],
  ['a weak reference calls back', `${CALLED}node = Node()\nref = weakref.ref(node, called)\ndel node`],
  [
    'one of several weak references calls back',
    `${CALLED}node = Node()\nrefs = [weakref.ref(node, called), weakref.ref(node, lambda r: 0)]\ndel node`,
  ],
  ['weakref.finalize', `${CALLED}node = Node()\nend = weakref.finalize(node, called)\ndel node`],
  [
    'a weak reference to garbage calls back',
    `${CALLED}node = Node()\nnode.me = node\nref = weakref.ref(node, called)\ndel node\ngc.collect()`,
  ],
  ['gc.callbacks', `${CALLED}gc.callbacks.append(called)\ngc.collect()`],
];

/** From 3.12 a collection that waits runs between instructions, and not in an allocation. */
export const COLLECTED_BETWEEN = `${NODE}gc.set_threshold(20)\nnode = Node()\nnode.me = node\ndel node\nfor i in range(100): keep = [[i], keep if i else 0]`;

/** Up to 3.11 a collection runs in the allocation that starts it. */
export const COLLECTED_IN_ALLOCATIONS: readonly (readonly [string, string])[] = [
  [
    'a list',
    `${NODE}node = Node()\nnode.me = node\ndel node\ngc.set_threshold(20)\nkeep = []\nfor i in range(100): keep = [keep]`,
  ],
  [
    'a tuple',
    `${NODE}node = Node()\nnode.me = node\ndel node\ngc.set_threshold(20)\nkeep = ()\nfor i in range(100): keep = (keep, i)`,
  ],
  [
    'a dict',
    `${NODE}node = Node()\nnode.me = node\ndel node\ngc.set_threshold(20)\nkeep = {}\nfor i in range(100): keep = {i: keep}`,
  ],
  [
    'an object',
    `${NODE}node = Node()\nnode.me = node\ndel node\nclass Plain: pass\ngc.set_threshold(20)\nkeep = []\nadd = keep.append\nfor i in range(100): add(Plain())`,
  ],
  [
    'gc.callbacks',
    `${CALLED}gc.callbacks.append(called)\ngc.set_threshold(20)\nkeep = []\nfor i in range(100): keep = [keep]`,
  ],
];
