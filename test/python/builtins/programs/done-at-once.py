"""What asks no Python code is done at once: numbers compared, added and sorted, members of lists, loops over lists, texts that grow."""
import sys
def t(f, *a, **k):
    try: print(f.__name__, f(*a, **k))
    except Exception as e: print(f.__name__, type(e).__name__, e)
big = 10**6
vals = [big, big + 1, 3.5, -2, float('nan'), True, 2**60]
t(min, vals); t(max, vals); t(min, *vals); t(max, *vals)
t(min, [5, 2, 9], key=lambda x: -x); t(min, 4, 2, key=lambda x: -x); t(min, [], default=7); t(max, 1, 2, default=3)
t(sum, [1, 2, 3]); t(sum, (big, big)); t(sum, [2**52, 2**52]); t(sum, [1.5, 2]); t(sum, [1, 2], 10); t(sum, []); t(sum, ['a']); t(sum, [True, 2])
t(sorted, [3, 1, 2]); t(sorted, ['b', 'a']); t(sorted, [1, 'a']); t(sorted, (3.5, 2, True)); t(sorted, []); t(sorted, [2, 1], reverse=True); t(sorted, [float('nan'), 1, 2]); t(sorted, 'cab'); t(sorted, {3, 1})
t(abs, -5); t(abs, -5.5); t(abs, 2**40); t(abs, 'x'); t(abs, True); t(round, 2.5); t(round, 2.567, 2); t(round, 25, -1); t(round, 2.5, None); t(round, 'x')
class I(int):
    def __abs__(self): return 'mine'
    def __round__(self, n=None): return ('r', n)
    def __lt__(self, o): print('lt'); return int(self) < int(o)
    def __gt__(self, o): print('gt'); return int(self) > int(o)
    def __eq__(self, o): print('eq'); return True
    def __hash__(self): return 1
    def __len__(self): return 3
t(abs, I(3)); t(round, I(3)); t(round, I(3), 1); t(min, I(1), I(2)); t(max, [1, I(2)]); t(sorted, [I(2), I(1)]); t(len, I(1)); t(sum, [I(1), 2])
print(1 in [3, I(5)], 7 in (1, 2), 'a' in ['b', 'a'], 'a' not in ('b',), I(1) in [2], 2.0 in [1, 2], None in [1], 1 in [True])
class M(type):
    def __instancecheck__(c, o): print('check'); return True
class K(metaclass=M): pass
t(isinstance, 3, K); t(isinstance, K(), K); t(isinstance, 3, (str, K)); t(isinstance, 3, int); t(isinstance, 3, 4); t(isinstance, True, (int, str))
it = iter([1, 2, 3])
for x in it:
    if x == 1: it.__setstate__(2)
    print(x)
l = [1, 2, 3]
for x in l:
    if len(l) < 6: l.append(x * 10)
    print(x, end=' ')
print()
for a, b in [(1, 2), [3, 4], 'ab']: print(a, b)
for i in range(2**40, 2**40 + 3): print(i)
for i in range(2**70, 2**70 + 2): print(i)
print(list(range(10, 0, -3)), range(5)[2], len(range(2**40)), list(reversed(range(3))))
s = 'é'; s += 'a'; s += '€'; s += 'x' * 600; s += 'é'; print(len(s), sys.getsizeof(s))
s = 'a' * 20; s += 'b'; print(sys.getsizeof(s)); s += 'é'; print(sys.getsizeof(s)); s += '€'; print(sys.getsizeof(s)); s += '\U0001f600'; print(sys.getsizeof(s), len(s))
for n in range(1, 40):
    for c in 'aé€\U0001f600':
        w = c * n; w += 'x'; print(sys.getsizeof(w), w[0] == c, end=' ')
print()
def deep(n): return deep(n - 1) if n else min(1, 2)
sys.setrecursionlimit(120)
for n in range(90, 120):
    try: deep(n)
    except RecursionError as e: print(n, e); break
def deep(n): return deep(n - 1) if n else (3 in [1, 2, 3])
for n in range(90, 120):
    try: deep(n)
    except RecursionError as e: print(n, e); break
print([x * 2**31 for x in range(-3, 4)], [i ** 2 for i in range(40000, 40003)])
