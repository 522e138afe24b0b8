"""Pattern matching of commands, shapes and trees, where there is a match statement."""
import sys
SOURCE = '''
from dataclasses import dataclass
from enum import Enum
from collections import namedtuple, OrderedDict, deque
import sys


class Color(Enum):
    RED = 1
    GREEN = 2


@dataclass
class Circle:
    r: float


@dataclass
class Rect:
    w: float
    h: float = 1
    tag: str = ""


class Node:
    __match_args__ = ("left", "value", "right")

    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right


Pt = namedtuple("Pt", "x y")
LIMIT = 10


def kind(v):
    match v:
        case None | True | False:
            return f"constant {v}"
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float() as num:
            return f"number {num}"
        case "":
            return "empty text"
        case "go" | "run" as word:
            return f"verb {word}"
        case str(s):
            return f"text {s!r}"
        case Color.RED:
            return "red"
        case Color():
            return f"color {v.name}"
        case Circle(r=0) | Rect(w=0):
            return "flat"
        case Circle(r):
            return f"circle {r}"
        case Rect(w, h) if w == h:
            return f"square {w}"
        case Rect(w, h, tag=t):
            return f"rect {w}x{h} {t!r}"
        case Pt(x=0, y=y):
            return f"on the axis at {y}"
        case Pt(x, y):
            return f"point {x},{y}"
        case Node(None, value, None):
            return f"leaf {value}"
        case Node(left, value, right):
            return f"({kind(left) if left else '.'} {value} {kind(right) if right else '.'})"
        case []:
            return "nothing"
        case [x]:
            return f"one {x!r}"
        case [first, *_, last] if first == last:
            return f"ring of {first}"
        case ["move", ("n" | "s") as way, int(steps)]:
            return f"move {way} by {steps}"
        case ["say", *words]:
            return "say " + " ".join(words)
        case [[a, b], [c, d]]:
            return f"2x2 {a + d - b - c}"
        case [_, _, *rest]:
            return f"two and {rest}"
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"items": [{"id": first_id}, *_]}:
            return f"first id {first_id}"
        case {1: _, 2: two}:
            return f"has one, two is {two}"
        case {}:
            return f"mapping of {len(v)}"
        case bytes(b):
            return f"bytes {b}"
        case type():
            return f"class {v.__name__}"
        case complex(real=0):
            return "imaginary"
        case _:
            return f"other {type(v).__name__}"


for v in (None, True, 0, -5, 7, 2.5, 0.0, "", "go", "stop", Color.RED, Color.GREEN, Circle(0), Circle(2), Rect(2, 2), Rect(2, 3, "t"), Rect(0), Pt(0, 5), Pt(1, 2), Node(1), Node(1, Node(2), Node(3, Node(4))),
          [], [1], (1,), [1, 2, 1], ["move", "n", 3], ["move", "w", 3], ["say", "hello", "you"], [[1, 2], [3, 4]], [1, 2], (1, 2, 3), deque([1, 2]), range(3), "abc", b"ab", bytearray(b"x"), {"type": "user", "name": "ann", "age": 3}, {"type": "user", "name": 5}, {"items": [{"id": 7}, 2]}, {1: "a", 2: "b", 3: 0}, {}, OrderedDict(a=1), {1, 2}, int, 3j, 1 + 1j, object(), iter([])):
    print(type(v).__name__, "->", kind(v))


def flow(cmds):
    state = "idle"
    for cmd in cmds:
        match state, cmd:
            case "idle", "start":
                state = "running"
            case "running", ("stop" | "pause") as how:
                state = {"stop": "idle", "pause": "paused"}[how]
            case "paused", "start":
                state = "running"
            case _, "reset":
                state = "idle"
            case s, c:
                yield f"cannot {c} when {s}"
                continue
        yield state


print(list(flow("start start pause start stop stop reset".split())))


class Odd:
    __match_args__ = ["a"]
class Odd2:
    __match_args__ = (5,)
class Odd3:
    __match_args__ = ("a", "b")
    a = 1
class Odd4:
    pass
def bad(n, v):
    match n:
        case 0:
            match v:
                case Odd(1): pass
        case 1:
            match v:
                case Odd2(1): pass
        case 2:
            match v:
                case Odd3(1, 2): return "both"
                case Odd3(1): return "first"
        case 3:
            match v:
                case Odd4(1): pass
        case 4:
            match v:
                case int(1, 2): pass
        case 5:
            match v:
                case Odd3(1, a=1): pass
        case 6:
            match v:
                case LIMIT(): pass
        case 7:
            match v:
                case {Color.RED.value: x, 1: y}: return x
        case 8:
            match v:
                case undefined.name: pass
        case 9:
            match v:
                case Pt(1, 2, 3): pass


for n, v in enumerate((Odd(), Odd2(), Odd3(), Odd4(), 5, Odd3(), 5, {1: 2}, 5, Pt(1, 2))):
    try:
        print(n, bad(n, v))
    except Exception as e:
        print(n, type(e).__name__, e)
match = case = _ = 1
print(match, case, _)
match (1, 2):
    case (a, b) if (c := a + b) > 2:
        print("walrus in guard", a, b, c)
match [1, [2, 3]]:
    case [x, [y, *z]]:
        print(x, y, z)
'''
if sys.version_info >= (3, 10):
    exec(SOURCE)
