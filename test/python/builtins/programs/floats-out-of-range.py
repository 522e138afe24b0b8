import gc
def n(f):
    gc.collect()
    a = gc.get_count()[0]
    try: f()
    except Exception as e: t = repr(e), e.args
    else: t = None
    return gc.get_count()[0] - a, t
print(n(lambda: 5e-324 ** -1), n(lambda: 1e308 ** 2), n(lambda: 10.0 ** 400), n(lambda: 2.0 * 10 ** 400))
import math
print(n(lambda: math.exp(1000)), n(lambda: math.pow(10.0, 400)), n(lambda: (10 ** 400) / 3), n(lambda: math.ldexp(1.0, 5000)), n(lambda: int(1e400)), n(lambda: round(float('nan'))))
class D:
    def __set__(self, obj, value): raise AttributeError("read only")
    def __get__(self, obj, kind=None): raise AttributeError("no reading")
    def __delete__(self, obj): raise AttributeError("no deleting")
class C: a = D()
o = C()
for f in (lambda: object.__setattr__(o, 'a', 1), lambda: object.__getattribute__(o, 'a'), lambda: object.__delattr__(o, 'a'), lambda: setattr(o, 'a', 1), lambda: getattr(o, 'a'), lambda: getattr(o, 'a', 5), lambda: hasattr(o, 'a'), lambda: delattr(o, 'a'), lambda: super(C, o).__setattr__('a', 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
class K:
    __slots__ = ('x',)
for f in (lambda: object.__setattr__(K(), 'z', 1), lambda: object.__delattr__(K(), 'x'), lambda: object.__delattr__(K(), 'z'), lambda: object.__setattr__(5, 'z', 1), lambda: object.__setattr__(o, 5, 1), lambda: type.__setattr__(int, 'a', 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
big = 10 ** 400
for text in ('1.5 + big', 'big - 1.5', '1.5 * big', 'big / 1.5', '1.5 // big', '1.5 % big', 'big ** 1.5', '1.5 ** big', 'big ** -1', 'divmod(1.5, big)', '1.5 < big', '1.5 == big', 'big > float("inf")', '1j * big', 'complex(big)', 'float(big)', 'math.sqrt(big)', 'math.floor(1.5 + 0)', 'sum([1.5, big])', 'round(1.5, big)', 'math.fsum([big])', 'math.sin(big)', 'math.log(big)', 'math.hypot(big)', 'abs(1.5) + big', 'max(1.5, big) == big', '"%f" % big', 'f"{big:.2f}"', 'hash(float("inf")) == hash(big)', 'pow(1.5, big)', '(-big) ** 0.5', 'math.isclose(1.5, big)', 'math.dist([big],[1])', 'big // 1.5', 'big % 1.5', '1.5 - big', 'math.pow(big, 2)', 'math.fmod(big, 2)', 'math.ceil(big) == big', 'math.trunc(1.5)', 'math.copysign(big, 1)', 'math.prod([1.5, big])', '1.5 .__add__(big)', 'float.__rmul__(1.5, big)'):
    try: print(text, '->', eval(text))
    except Exception as e: print(text, '->', type(e).__name__, e, e.args)
