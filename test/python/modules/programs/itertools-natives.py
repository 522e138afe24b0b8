import sys, gc
from itertools import *
import itertools
V = sys.version_info
def sz(o): print(type(o), sys.getsizeof(o), gc.is_tracked(o), sys.getrefcount(o))
def T(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
for o in (count(), count(5,2), repeat(1), repeat(1,2), cycle([1]), chain(), chain.from_iterable([]), accumulate([]), compress([],[]), dropwhile(bool,[]), takewhile(bool,[]), filterfalse(None,[]), starmap(pow,[]), islice([],1), zip_longest([1],[2,3]), groupby([]), product([1,2],[3]), permutations([1,2,3]), combinations([1,2,3],2), combinations_with_replacement([1,2],2), tee([])[0]): sz(o)
if V >= (3,10): sz(pairwise([])); print(list(pairwise('abcd')), list(pairwise('a')))
if V >= (3,12): sz(batched([],2)); print(list(batched('abcdefg', 3)))
print(list(islice(count(3), 4)), list(islice(count(1.5, .5), 3)), count(4), count(4, 3), repeat('x', 3), repeat('y'), list(repeat('x',3)))
print(list(islice(cycle('ab'), 5)), list(chain('ab', [1], (2,))), list(chain.from_iterable(['ab','c'])), list(accumulate([1,2,3])), list(accumulate([1,2,3], lambda a,b:a*b)), list(accumulate([1,2], initial=10)))
print(list(compress('abcd', [1,0,1,1])), list(dropwhile(lambda x: x<3, [1,3,2])), list(takewhile(lambda x: x<3, [1,3,2])), list(filterfalse(lambda x: x%2, range(6))), list(starmap(pow, [(2,3),(3,2)])))
print(list(islice('abcdef', 2, None, 2)), list(islice('abc', 1)), list(zip_longest('ab', 'xyz', fillvalue='-')), [(k, list(g)) for k, g in groupby('aabbbc')], [(k, list(g)) for k, g in groupby(range(6), key=lambda x: x//2)])
print(list(product('ab', repeat=2)), list(product('ab', [1,2])), list(product()), list(product([], [1])))
print(list(permutations('abc', 2)), list(permutations([1,2,3]))[:4], list(combinations('abcd', 3)), list(combinations_with_replacement('ab', 2)), list(combinations([1], 2)), list(permutations([1,2],3)))
a, b = tee(iter([1,2,3])); print(next(a), next(a), list(b), list(a)); a, b, c = tee(range(100), 3); print(sum(a), sum(b), sum(c))
x = [1000]; it = chain([x, x]); print(sys.getrefcount(x)); next(it); print(sys.getrefcount(x)); del it; print(sys.getrefcount(x))
p = product([[]], repeat=2); t1 = next(p); print(sys.getrefcount(t1))
T(lambda: count('a'), lambda: islice([], -1), lambda: islice([], 1, 2, 0), lambda: islice([],'a'), lambda: tee([], -1), lambda: combinations([1],-1), lambda: product([1], repeat=-1), lambda: chain(1).__next__(), lambda: next(chain()), lambda: repeat(), lambda: starmap(pow, 5), lambda: next(starmap(pow,[1])), lambda: zip_longest([], foo=1), lambda: list(accumulate(['a', 1])), lambda: permutations([1], 'a'), lambda: count().foo)
class N: pass
n = N(); n.it = cycle([n]); next(n.it); del n; print(gc.collect())
g = groupby('aab'); k1, g1 = next(g); k2, g2 = next(g); print(list(g1), list(g2))
print(list(zip(count(), 'ab')), len(list(islice(repeat(0), 1000))), repeat(7, 4).__length_hint__(), sys.getsizeof(list(repeat(1, 5))))
for q in islice(permutations(range(3)), 2): print(q)
