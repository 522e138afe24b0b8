def match_all(command, Point):
    match command:
        case 0 | 1:
            return "low"
        case "go" | "run" as word:
            return word
        case None:
            return None
        case [x, y]:
            return x + y
        case [first, *rest] if rest:
            return first, rest
        case [1, *_, last]:
            return last
        case {"key": value, **others}:
            return value, others
        case {"a": 1}:
            return 1
        case {}:
            return {}
        case Point(x=0, y=yy):
            return yy
        case Point(a, b):
            return a, b
        case (int() as n) | [n]:
            return n
        case Point.ORIGIN:
            return 0
        case -1.5 | 2+3j:
            return 2
        case str():
            return "s"
        case other if other:
            return other
        case _:
            return "default"


match (1, 2):
    case (a, b):
        print(a, b)

match x:
    case 1:
        pass
    case y:
        print(y)
