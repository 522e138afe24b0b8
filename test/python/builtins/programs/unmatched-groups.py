# What except* leaves of a group that it takes nothing of.
import sys
source = '''
import gc
o0 = ExceptionGroup("g", [ValueError(1), KeyError(2)])
print(o0.subgroup(lambda e: isinstance(e, TypeError)))
gc.collect()
print('A', gc.get_count())
try:
    try:
        raise o0
    except* TypeError as g:
        raise KeyError("new") from g
except BaseException as e:
    print('B', gc.get_count())
print('C', gc.get_count())
gc.collect()
try:
    try:
        raise o0
    except* ValueError as g:
        pass
except BaseException as e:
    print('D', gc.get_count())
print('E', gc.get_count())
gc.collect()
try:
    try:
        raise o0
    except* ValueError as g:
        print('F', gc.get_count())
    except* KeyError as g:
        print('G', gc.get_count())
except BaseException as e:
    pass
print('H', gc.get_count())
gc.collect()
o0.split(ValueError)
print('I', gc.get_count())
gc.collect()
o0.split(TypeError)
print('J', gc.get_count())
gc.collect()
o0.subgroup(TypeError)
print('K', gc.get_count())
gc.collect()
o0.subgroup(lambda e: isinstance(e, TypeError))
print('L', gc.get_count())
gc.collect()
o0.subgroup(lambda e: isinstance(e, ValueError))
print('M', gc.get_count())
gc.collect()
o0.derive([KeyError(1)])
print('N', gc.get_count())
import gc
o0 = ExceptionGroup("g", [ValueError(1), KeyError(2)])
def show(x): print(x, gc.get_count())
gc.collect()
try:
    try:
        raise o0
    except* TypeError as g:
        pass
except BaseException as e:
    show('B')
show('C')
gc.collect()
try:
    try:
        raise o0
    except* TypeError as g:
        pass
    except* OSError as g:
        pass
except BaseException as e:
    show('B')
show('C')
gc.collect()
try:
    try:
        raise o0
    except* (TypeError, OSError) as g:
        pass
except BaseException as e:
    print(e is o0)
    show('B')
show('C')
o0 = KeyError(1)
gc.collect()
try:
    try:
        raise o0
    except* TypeError as g:
        pass
except BaseException as e:
    print(e is o0)
    show('B')
show('C')
'''
if sys.version_info >= (3, 11):
    exec(compile(source, 'groups', 'exec'), {})
