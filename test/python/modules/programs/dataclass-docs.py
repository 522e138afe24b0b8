from dataclasses import dataclass, field
import typing, collections, enum
class A:
    class In: pass
class E(enum.Enum): X = 1
@dataclass
class D:
    a: list[int] = None
    b: "A" = None
    c: A.In = None
    d: typing.List[int] = None
    e: typing.Optional[str] = None
    f: collections.deque = None
    g: int = 3
    h: typing.Any = None
    i: E = E.X
    j: typing.Callable[[int], str] = len
    k: dict[str, list] = field(default_factory=dict)
    l: None = None
    m: 5 = 5
    n: typing.Union[int, A] = "s"
    o: typing.ClassVar[int] = 3
    p: tuple = (1, 2)
