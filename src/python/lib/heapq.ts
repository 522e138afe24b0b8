/** heapq: the functions over an iterable; those on a heap are natives (modules/heapq.ts). */
export const HEAPQ_SOURCE = `
def merge(*iterables, key=None, reverse=False):
    decorated = []
    for order, iterable in enumerate(map(iter, iterables)):
        for value in iterable:
            decorated.append((value if key is None else key(value), order, value))
            break
        else:
            continue
        decorated[-1] += (iterable,)
    while decorated:
        best = 0
        for at in range(1, len(decorated)):
            if reverse:
                better = decorated[best][0] < decorated[at][0]
            else:
                better = decorated[at][0] < decorated[best][0]
            if better:
                best = at
        _, order, value, iterable = decorated[best]
        yield value
        for value in iterable:
            decorated[best] = (value if key is None else key(value), order, value, iterable)
            break
        else:
            del decorated[best]


def _best(n, iterable, key, reverse):
    ordered = sorted(iterable, key=key, reverse=reverse)
    return ordered[:n] if n != 1 and n >= len(ordered) else ordered[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)
`;
