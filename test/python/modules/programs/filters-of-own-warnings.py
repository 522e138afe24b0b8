# What the interpreter itself warns of goes through the program's filters, and into its records.
import warnings


async def co():
    return 1


with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    z = co()
    del z
    print(eval("1 is 1"))
    exec("x = (1)\nassert (x, 'text')")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    z = co()
    z = None
    print([(one.category.__name__, str(one.message), one.lineno) for one in log])
with warnings.catch_warnings():
    warnings.filterwarnings('ignore', category=RuntimeWarning)
    z = co()
    del z
    print('quiet')
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    eval("5 is 5")
    compile("y = 1 is 'a'", 'given.py', 'exec')
    print([(one.category.__name__, one.filename, one.lineno) for one in log])
with warnings.catch_warnings():
    warnings.simplefilter('ignore', DeprecationWarning)
    print(~0, bool(~1))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('once')
    for _ in range(3):
        z = co()
        z = None
    print(len(log))
z = co()
del z
print('end')
