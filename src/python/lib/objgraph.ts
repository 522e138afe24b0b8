/** objgraph: the counting functions. */
export const OBJGRAPH_SOURCE = `
import gc


def count(typename, objects=None):
    return sum(1 for o in (gc.get_objects() if objects is None else objects) if type(o).__name__ == typename)


def typestats(objects=None, shortnames=True, filter=None):
    stats = {}
    for o in gc.get_objects() if objects is None else objects:
        name = type(o).__name__
        stats[name] = stats.get(name, 0) + 1
    return stats


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    stats = sorted(typestats(objects).items(), key=lambda pair: pair[1], reverse=True)
    return stats[:limit] if limit else stats


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    stats = most_common_types(limit, objects)
    width = max(len(name) for name, count in stats)
    for name, count in stats:
        print('%-*s %i' % (width, name, count), file=file)


def by_type(typename, objects=None):
    return [o for o in (gc.get_objects() if objects is None else objects) if type(o).__name__ == typename]
`;
