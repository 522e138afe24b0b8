# Asking whether sys and builtins are being made raises what nobody sees, in 3.10 and 3.11.
import gc
import sys
import weakref

gc.collect()
steps = [gc.get_count()]
import gc
steps.append(gc.get_count())
import sys
steps.append(gc.get_count())
import sys
steps.append(gc.get_count())
one = (steps,)
steps.append(gc.get_count())
import builtins
steps.append(gc.get_count())
gc.collect()
steps.append(gc.get_count())
import builtins
steps.append(gc.get_count())
gc.collect()
steps.append(gc.get_count())
import weakref
steps.append(gc.get_count())
print(steps)
steps.clear()
gc.collect()
one = (steps,)
del one
steps.append(gc.get_count())
from sys import exit
steps.append(gc.get_count())
one = (steps,)
steps.append(gc.get_count())
print(steps)
