/**
 * heapq: the functions over an iterable; those on a heap are natives (modules/heapq.ts). What they compare, in which order, and what
 * they hold meanwhile is as in CPython: a heap of entries, of which the order of arrival decides between equal ones.
 */
export const HEAPQ_SOURCE = `
def merge(*iterables, key=None, reverse=False):
    waiting = []  # 334
    add = waiting.append  # 335
    if reverse:
        arrange = _heapify_max
        drop = _heappop_max
        renew = _heapreplace_max
        sign = -1
    else:
        arrange = heapify
        drop = heappop
        renew = heapreplace
        sign = 1
    if key is None:
        for place, one in enumerate(map(iter, iterables)):  # 349
            try:
                advance = one.__next__  # 351
                add([advance(), place * sign, advance])  # 352
            except StopIteration:
                pass
        arrange(waiting)
        while len(waiting) > 1:
            try:
                while True:
                    item, place, advance = entry = waiting[0]
                    yield item
                    entry[0] = advance()
                    renew(waiting, entry)
            except StopIteration:
                drop(waiting)
        if waiting:
            item, place, advance = waiting[0]
            yield item
            yield from advance.__self__
        return
    for place, one in enumerate(map(iter, iterables)):
        try:
            advance = one.__next__
            item = advance()
            add([key(item), place * sign, item, advance])
        except StopIteration:
            pass
    arrange(waiting)
    while len(waiting) > 1:
        try:
            while True:
                rank, place, item, advance = entry = waiting[0]
                yield item
                item = advance()
                entry[0] = key(item)
                entry[2] = item
                renew(waiting, entry)
        except StopIteration:
            drop(waiting)
    if waiting:
        rank, place, item, advance = waiting[0]
        yield item
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        least = min(iter(iterable), default=nothing, key=key)
        return [] if least is nothing else [least]  # 474
    try:
        there_are = len(iterable)
    except (AttributeError, TypeError):
        there_are = None
    if there_are is not None and n >= there_are:
        return sorted(iterable, key=key)[:n]  # 483
    rest = iter(iterable)
    if key is None:
        kept = [(item, place) for place, item in zip(range(n), rest)]  # 490
        if not kept:
            return kept
        _heapify_max(kept)
        worst = kept[0][0]
        place = n
        for item in rest:  # 497
            if item < worst:
                _heapreplace_max(kept, (item, place))
                worst, _ = kept[0]
                place += 1
        kept.sort()
        return [item for (item, place) in kept]  # 503
    kept = [(key(item), place, item) for place, item in zip(range(n), rest)]  # 507
    if not kept:
        return kept
    _heapify_max(kept)
    worst = kept[0][0]
    place = n
    for item in rest:  # 514
        rank = key(item)
        if rank < worst:
            _heapreplace_max(kept, (rank, place, item))
            worst, _, _ = kept[0]
            place += 1
    kept.sort()
    return [item for (rank, place, item) in kept]  # 521


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        greatest = max(iter(iterable), default=nothing, key=key)  # 533
        return [] if greatest is nothing else [greatest]  # 534
    try:
        there_are = len(iterable)  # 538
    except (AttributeError, TypeError):
        there_are = None
    if there_are is not None and n >= there_are:  # 542
        return sorted(iterable, key=key, reverse=True)[:n]  # 543
    rest = iter(iterable)  # 564
    if key is None:
        kept = [(item, place) for place, item in zip(range(0, -n, -1), rest)]  # 548
        if not kept:
            return kept
        heapify(kept)
        worst = kept[0][0]
        place = -n
        for item in rest:  # 555
            if worst < item:
                heapreplace(kept, (item, place))
                worst, _ = kept[0]
                place -= 1
        kept.sort(reverse=True)
        return [item for (item, place) in kept]  # 561
    kept = [(key(item), place, item) for place, item in zip(range(0, -n, -1), rest)]  # 565
    if not kept:
        return kept
    heapify(kept)
    worst = kept[0][0]
    place = -n
    for item in rest:  # 572
        rank = key(item)
        if worst < rank:
            heapreplace(kept, (rank, place, item))
            worst, _, _ = kept[0]
            place -= 1
    kept.sort(reverse=True)
    return [item for (rank, place, item) in kept]  # 579
`;
