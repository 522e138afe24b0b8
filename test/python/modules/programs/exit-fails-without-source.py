# The last line of stderr: no module io is there to read the line of the source with.
import sys


class Bad:
    def __del__(self):
        raise ValueError("cannot close")


async def never():
    pass


bad = Bad()
waits = never()
sys.exit(5)
