import traceback, sys, warnings, timeit, weakref, io


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


class Big:
    pass


def inner(value):
    held = Big()
    inner.watch = weakref.ref(held)
    return 1 / value


def outer():
    return inner(0)


def lines(text):
    return [line.strip() for line in text.splitlines() if 'File' not in line and '^' not in line and '~' not in line]


try:
    outer()
except ZeroDivisionError as error:
    print(lines(traceback.format_exc()))
    print([(one.lineno, one.name, one.line) for one in traceback.extract_tb(error.__traceback__)])
    print(traceback.format_exception_only(type(error), error), len(traceback.format_tb(error.__traceback__)))
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(lines(out.getvalue()) == lines(''.join(traceback.format_exception(type(error), error, error.__traceback__))))
    print([frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__)], inner.watch() is None)
    traceback.clear_frames(error.__traceback__)
    print(inner.watch() is None)
    kept = error
print(kept.__traceback__.tb_frame.f_code.co_name, repr(traceback.extract_tb(kept.__traceback__)[-1])[:14])
try:
    try:
        {}['k']
    except KeyError as first:
        raise ValueError('second') from first
except ValueError:
    print(lines(traceback.format_exc()))
print(traceback.format_exc().strip(), [one.name for one in traceback.extract_stack()])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('careful')
    warnings.warn('old', DeprecationWarning)
    print(len(caught), caught[0].category.__name__, str(caught[1].message), caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    show(lambda: warnings.warn('now an error'), lambda: warnings.warn(RuntimeWarning('as it is')))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    print(warnings.warn('nothing'))
print(type(timeit.timeit('x = [1]', number=10)).__name__, len(timeit.repeat(lambda: None, number=5, repeat=3)))
