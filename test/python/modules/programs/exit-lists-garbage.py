# The last line of stderr: what the collector gave up is listed at the end.
import gc
import sys


class A:
    def __repr__(self):
        return "A!"


gc.garbage.extend([A(), ["list"]])
gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
sys.exit(1)
