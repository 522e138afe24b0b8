/** The part of objgraph that writes graphs as DOT text. */
export const OBJGRAPH_DOT_SOURCE = `


def _needs_output(name, output):
    if output is None:
        raise RuntimeError("%s() draws no pictures here: pass output= for the graph's DOT text; "
                           "GET /v1/sessions/{id}/graph answers pictures" % name)


def show_chain(*chains, **kw):
    _needs_output('show_chain', kw.get('output'))
    backrefs = kw.pop('backrefs', True)
    chains = [chain for chain in chains if chain]
    if not chains:
        return
    members = {id(o) for chain in chains for o in chain}
    ends = [chain[-1] if backrefs else chain[0] for chain in chains]
    kw.setdefault('max_depth', max(len(chain) for chain in chains) - 1)
    kw.setdefault('filter', lambda o: id(o) in members)
    show = show_backrefs if backrefs else show_refs
    show(ends, **kw)


def _quote(text):
    escaped = text.replace('\\\\', '\\\\\\\\').replace('"', '\\\\"').replace('\\n', '\\\\n').replace('\\0', '\\\\\\\\0')
    return '"%s"' % escaped


def _text_of(o):
    try:
        text = repr(o)
    except Exception:
        return '(unrepresentable)'
    return text[:40].replace('\\n', ' ')


def _label(o, options):
    name = (_short_typename if options['shortnames'] else _long_typename)(o)
    if options['refcounts']:
        name = '%s [%d]' % (name, options['count'])
    kind = type(o)
    detail = '%d items' % len(o) if kind in (dict, list, tuple, set) else _text_of(o)
    if options['extra_info']:
        detail = '%s\\n%s' % (detail, options['extra_info'](o))
    return '%s\\n%s' % (name, detail)


def _edge(source, target):
    found = getattr(source, '__dict__', None) if not isinstance(source, type) else None
    if found is target:
        return '__dict__'
    pairs = source if isinstance(source, dict) else found if isinstance(found, dict) else {}
    for key, value in list(pairs.items()):
        if value is target:
            return key if isinstance(key, str) else _text_of(key)
    return ''


def _graph(objs, neighbours, backwards, options):
    if not isinstance(objs, (list, tuple)):
        objs = [objs]
    write = options['output'].write
    write('digraph ObjectGraph {\\n  node[shape=box, style=filled, fillcolor=white];\\n')
    queue, depths, seen = [], {}, set()
    ignore = set(options['extra_ignore'])
    ignore.update(id(o) for o in (objs, options, queue, depths, seen, ignore, sys._getframe(), sys._getframe(1),
                                  sys._getframe(2)))
    for o in objs:
        depths[id(o)] = 0
        queue.append(o)
    o = None
    gc.collect()
    while queue:
        here = queue.pop(0)
        found = wanted = one = source = target = None
        # One reference is this function's name for it, one the argument.
        options['count'] = sys.getrefcount(here) - 2
        _node(here, depths[id(here)], options)
        if depths[id(here)] >= options['max_depth'] or is_proper_module(here) and backwards:
            continue
        found = neighbours(here)
        ignore.add(id(found))
        wanted = [o for o in found if id(o) not in ignore and (not options['filter'] or options['filter'](o))]
        ignore.add(id(wanted))
        for one in wanted[:options['too_many']]:
            source, target = (one, here) if backwards else (here, one)
            name = _edge(source, target)
            write('  o%d -> o%d%s;\\n' % (id(source), id(target), '[label=%s]' % _quote(name) if name else ''))
            if id(one) not in depths:
                depths[id(one)] = depths[id(here)] + 1
                queue.append(one)
        if len(wanted) > options['too_many']:
            _too_many(here, len(wanted) - options['too_many'], backwards, write)
    write('}\\n')


def _node(o, depth, options):
    write, node = options['output'].write, 'o%d' % id(o)
    write('  %s[label=%s];\\n' % (node, _quote(_label(o, options))))
    if depth == 0:
        write('  %s[fontcolor=red];\\n' % node)
    shade = 1 - 0.7 * depth / options['max_depth'] if options['max_depth'] else 1
    hue = '0.3,1' if is_proper_module(o) else '0.6,1' if options['highlight'] and options['highlight'](o) else '0,0'
    write('  %s[fillcolor="%s,%g"];\\n' % (node, hue, shade))
    for key, value in (options['extra_node_attrs'](o) if options['extra_node_attrs'] else {}).items():
        write('  %s[%s=%s];\\n' % (node, key, _quote(str(value))))


def _too_many(o, more, backwards, write):
    node, rest = 'o%d' % id(o), 'more%d' % id(o)
    write('  %s -> %s;\\n' % ((rest, node) if backwards else (node, rest)))
    write('  %s[label="%d %s"];\\n' % (rest, more, 'more backreferences' if backwards else 'more references'))
`;
