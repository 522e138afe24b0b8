import traceback
from collections import namedtuple


def gen():
    yield 1


async def co():
    pass


coroutine = co()
for one in (gen(), coroutine, (x for x in ())):
    try:
        one.throw(ValueError("early"))
    except ValueError:
        print(traceback.format_exc().replace(__file__, "FILE"))
for names in ("1a", "class"):
    try:
        namedtuple("N", names)
    except ValueError as e:
        print(e, e.__traceback__.tb_next.tb_lineno)
