/** objgraph: counting, growth, and chains of references. */
import { OBJGRAPH_DOT_SOURCE } from './objgraph-dot.ts';

export const OBJGRAPH_SOURCE = `
import gc
import sys
from collections import defaultdict


def _short_typename(obj):
    return type(obj).__name__


def _long_typename(obj):
    kind = type(obj)
    module = getattr(kind, '__module__', None)
    return '%s.%s' % (module, kind.__name__) if module else kind.__name__


def _naming(typename):
    return _long_typename if '.' in typename else _short_typename


def count(typename, objects=None):
    name_of = _naming(typename)
    if objects is None:
        objects = gc.get_objects()
    try:
        return sum(1 for o in objects if name_of(o) == typename)
    finally:
        del objects


def typestats(objects=None, shortnames=True, filter=None):
    name_of = _short_typename if shortnames else _long_typename
    if objects is None:
        objects = gc.get_objects()
    try:
        stats = {}
        for o in objects:
            if filter and not filter(o):
                continue
            name = name_of(o)
            stats[name] = stats.get(name, 0) + 1
        return stats
    finally:
        del objects


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    stats = typestats(objects, shortnames, filter)
    ordered = sorted(stats.items(), key=lambda pair: pair[1], reverse=True)
    return ordered[:limit] if limit else ordered


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    stats = most_common_types(limit, objects, shortnames, filter)
    width = max(len(name) for name, count in stats)
    for name, count in stats:
        print('%-*s %i' % (width, name, count), file=file)


def growth(limit=10, peak_stats={}, shortnames=True, filter=None):
    gc.collect()
    stats = typestats(shortnames=shortnames, filter=filter)
    grown = []
    for name, count in stats.items():
        peak = peak_stats.get(name, 0)
        if count > peak:
            grown.append((name, count, count - peak))
            peak_stats[name] = count
    grown.sort(key=lambda row: row[2], reverse=True)
    return grown[:limit] if limit else grown


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    if peak_stats is None:
        rows = growth(limit, shortnames=shortnames, filter=filter)
    else:
        rows = growth(limit, peak_stats, shortnames, filter)
    if not rows:
        return
    width = max(len(name) for name, count, delta in rows)
    for name, count, delta in rows:
        print('%-*s%9d %+9d' % (width, name, count, delta), file=file)


_SORTS = {
    'old': lambda row: row[1],
    'current': lambda row: row[2],
    'new': lambda row: row[3],
    'deltas': lambda row: row[4],
}


def get_new_ids(skip_update=False, limit=10, sortby='deltas', shortnames=None, file=None, _state={}):
    if not _state:
        _state['old'] = defaultdict(set)
        _state['current'] = defaultdict(set)
        _state['new'] = defaultdict(set)
        _state['shortnames'] = True
    if shortnames is None:
        shortnames = _state['shortnames']
    else:
        _state['shortnames'] = shortnames
    if not skip_update:
        _update_ids(_state, _short_typename if shortnames else _long_typename)
    rows = []
    for name in sorted(set(_state['old']) | set(_state['current'])):
        old = len(_state['old'].get(name, ()))
        current = len(_state['current'].get(name, ()))
        new = len(_state['new'].get(name, ()))
        if old or current:
            rows.append((name, old, current, new, current - old))
    rows.sort(key=_SORTS[sortby], reverse=True)
    _print_ids(rows[:limit] if limit else rows, file)
    return _state['new']


def _update_ids(state, name_of):
    gc.collect()
    objects = gc.get_objects()
    old, current, new = state['old'], state['current'], state['new']
    old.clear()
    for name, ids in current.items():
        old[name] = set(ids)
    current.clear()
    for o in objects:
        current[name_of(o)].add(id(o))
    new.clear()
    for name, ids in current.items():
        new[name] = ids - old.get(name, set())


def _print_ids(rows, file):
    if not rows:
        return
    width = max(len(row[0]) for row in rows)
    rule = '=' * (width + 13 * 4)
    print(rule, file=file)
    print('%-*s%13s%13s%13s%13s' % (width, 'Type', 'Old_ids', 'Current_ids', 'New_ids', 'Count_Deltas'), file=file)
    print(rule, file=file)
    for name, old, current, new, delta in rows:
        print('%-*s%13d%13d%+13d%+13d' % (width, name, old, current, new, delta), file=file)
    print(rule, file=file)


def get_leaking_objects(objects=None):
    gc.collect()
    everything = gc.get_objects()
    if objects is None:
        objects = everything
    own = {id(everything), id(objects)}
    unreferred = {id(o) for o in objects}
    # Modules and their names, where they do not stand in the collector's lists.
    for module in list(sys.modules.values()):
        unreferred.difference_update(id(held) for held in gc.get_referents(getattr(module, '__dict__', None)))
    for o in everything:
        if id(o) not in own:
            unreferred.difference_update(id(held) for held in gc.get_referents(o))
    try:
        return [o for o in objects if id(o) in unreferred and id(o) not in own]
    finally:
        del objects, everything


def by_type(typename, objects=None):
    name_of = _naming(typename)
    if objects is None:
        objects = gc.get_objects()
    try:
        return [o for o in objects if name_of(o) == typename]
    finally:
        del objects


def at(addr):
    for o in gc.get_objects():
        if id(o) == addr:
            return o
    return None


def at_addrs(address_set):
    return [o for o in gc.get_objects() if id(o) in address_set]


def is_proper_module(obj):
    return isinstance(obj, type(sys)) and obj is sys.modules.get(getattr(obj, '__name__', None))


def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    return _find_chain(obj, predicate, gc.get_referents, max_depth, extra_ignore)[::-1]


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    return _find_chain(obj, predicate, gc.get_referrers, max_depth, extra_ignore)


def _find_chain(obj, predicate, neighbours, max_depth, extra_ignore):
    queue = [obj]
    depths = {id(obj): 0}
    came_from = {id(obj): None}
    ignore = set(extra_ignore)
    # The search itself refers to what it has seen: its containers, its frame, and the frame of whoever passed it the object.
    ignore.update((id(extra_ignore), id(queue), id(depths), id(came_from), id(ignore)))
    ignore.update((id(sys._getframe()), id(sys._getframe(1))))
    gc.collect()
    while queue:
        here = queue.pop(0)
        if predicate(here):
            chain = []
            while here is not None:
                chain.append(here)
                here = came_from[id(here)]
            return chain
        depth = depths[id(here)]
        if depth >= max_depth:
            continue
        found = neighbours(here)
        ignore.add(id(found))
        for one in found:
            if id(one) not in ignore and id(one) not in depths:
                depths[id(one)] = depth + 1
                came_from[id(one)] = here
                queue.append(one)
    return [obj]


def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
                  extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    _needs_output('show_backrefs', output)
    return _graph(objs, gc.get_referrers, True, locals())


def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
              extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    _needs_output('show_refs', output)
    return _graph(objs, gc.get_referents, False, locals())
${OBJGRAPH_DOT_SOURCE}`;
