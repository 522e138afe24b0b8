import gc
import functools
class T:
    pass
def t(nm, f):
    gc.collect()
    a = gc.get_count()
    try: f()
    except Exception as e: print(type(e).__name__, e)
    b = gc.get_count()
    print(nm, b[0] - a[0])
def store(k): k.x = 5
def store_object(k): k.obj = 5
def remove(k): del k.x
k = functools.cmp_to_key(lambda a, b: a - b)
t('call', lambda: k(1))
t('sorted', lambda: sorted([3, 1, 2], key=k))
t('compared', lambda: k(1) < k(2))
t('shown', lambda: repr(k)[:10])
t('type', lambda: type(k))
t('callable', lambda: callable(k))
t('stored', lambda: store(k))
t('stored object', lambda: store_object(k))
t('removed', lambda: remove(k))
t('read', lambda: k.parameters)
t('read again', lambda: k.parameters)
t('stored', lambda: store(k))
t('stored object', lambda: store_object(k))
t('removed', lambda: remove(k))
t('object', lambda: k.obj)
