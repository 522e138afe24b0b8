/**
 * The Python part of tracemalloc: snapshots, filters and the functions around them. A raw trace is (domain, size, frames, total);
 * frames are (file, line) pairs, most recent first. Statistics and frames are in tracemalloc-statistics.ts.
 * What stays alive is allocated on the lines of CPython's own module (3.9 to 3.13 have one and the same), since it shows in the next snapshot.
 */
import { type Piece, placed } from './placed.ts';
import { TRACEMALLOC_FRAMES, TRACEMALLOC_STATISTICS } from './tracemalloc-statistics.ts';

const IMPORTS: readonly Piece[] = [
  [1, 'from fnmatch import fnmatch as _fnmatch'],
  [
    2,
    `_iterables = None
def _iterable_hook(cls, C):
    return hasattr(C, '__iter__')`,
  ],
  // As abstract sequences are gone through (_collections_abc.py: Sequence.__iter__): up to an IndexError.
  [
    5,
    `def _steps(self):
    i = 0
    try:
        while True:
            v = self[i]
            yield v; i += 1
    except IndexError: return`,
  ],
];

const TRACES: readonly Piece[] = [
  [
    265,
    `    frames = _get_object_traceback(obj)
    if frames is None: return None
    return Traceback(frames)`,
  ],
  [
    272,
    `class Trace:
    __slots__ = ("_trace",)

    def __init__(self, trace):`,
  ],
  [281, '        self._trace = trace'],
  [
    283,
    `    @property
    def domain(self): return self._trace[0]

    @property
    def size(self): return self._trace[1]

    @property
    def traceback(self):`,
  ],
  [293, '        return Traceback(*self._trace[2:])'],
  [
    295,
    `    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):`,
  ],
  [301, '        return hash(self._trace)'],
  [303, '    def __str__(self):'],
  [304, '        return "%s: %s" % (self.traceback, _format_size(self.size, False))'],
  [306, '    def __repr__(self):'],
  [
    307,
    `        return ("<Trace domain=%s size=%s, traceback=%r>"
                % (self.domain, _format_size(self.size, False), self.traceback))`,
  ],
  [
    311,
    `class _Traces:
    def __init__(self, traces, _of=None):  # one parameter more: a call of an abstract class is never specialised
        (self,)  # stands for Sequence.__init__(self): a slot wrapper is called through a tuple`,
  ],
  [315, '        self._traces = traces'],
  [
    317,
    `    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(one) for one in self._traces[index])
        return Trace(self._traces[index])

    def __contains__(self, trace): return trace._trace in self._traces
    def __iter__(self):
        for one in self._traces: yield Trace(one)`,
  ],
  [
    329,
    `    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented`,
  ],
  [334, '    def __repr__(self):'],
  [335, '        return "<Traces len=%s>" % len(self)'],
];

const FILTERS: readonly Piece[] = [
  [
    345,
    `class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError`,
  ],
  [
    353,
    `class Filter(BaseFilter):
    def __init__(self, inclusive, filename_pattern,
                 lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.inclusive = inclusive
        self._filename_pattern = filename_pattern[:-1] if filename_pattern.endswith('.pyc') else filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain`,
  ],
  [
    363,
    `    @property
    def filename_pattern(self): return self._filename_pattern

    def _fits(self, filename, lineno):
        if filename.endswith('.pyc'): filename = filename[:-1]
        if not _fnmatch(filename, self._filename_pattern): return False
        return self.lineno is None or lineno == self.lineno`,
  ],
  [
    379,
    `    def _match_traceback(self, traceback):
        if self.all_frames:
            fits = any(self._fits(filename, lineno)
                       for filename, lineno in traceback)
        else:`,
  ],
  [387, '            filename, lineno = traceback[0]'],
  [
    388,
    `            fits = self._fits(filename, lineno)
        return fits == bool(self.inclusive)
    def _match(self, trace):
        domain, size, frames, total_nframe = trace
        fits = self._match_traceback(frames)
        if self.domain is None: return fits
        if not self.inclusive: return fits or domain != self.domain
        return fits and domain == self.domain`,
  ],
  [
    401,
    `class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        domain, size, frames, total_nframe = trace
        return (domain == self.domain) == bool(self.inclusive)`,
  ],
];

const SNAPSHOTS: readonly Piece[] = [
  [415, 'class Snapshot:'],
  [420, '    def __init__(self, traces, traceback_limit):'],
  [423, '        self.traces = _Traces(traces)'],
  [424, '        self.traceback_limit = traceback_limit'],
  [
    426,
    `    def dump(self, filename):
        raise OSError("Snapshot.dump() is not supported: a program here has no files")`,
  ],
  [
    433,
    `    @staticmethod
    def load(filename):
        raise OSError("Snapshot.load() is not supported: a program here has no files")`,
  ],
  [441, '    def _keeps(self, include, exclude, trace):'],
  [
    442,
    `        if include:
            if not any(one._match(trace)
                       for one in include): return False`,
  ],
  [
    446,
    `        if exclude:
            if any(not one._match(trace)
                   for one in exclude): return False
        return True`,
  ],
  [452, '    def filter_traces(self, filters):'],
  [
    458,
    `        if not _asked(filters, _iterable_hook):
            raise TypeError("filters must be a list of filters, not %s" % type(filters).__name__)`,
  ],
  [
    461,
    `        if filters:
            include = []
            exclude = []
            for one in filters:
                (exclude if not one.inclusive else include).append(one)`,
  ],
  [
    469,
    `            kept = [trace for trace in self.traces._traces
                    if self._keeps(include, exclude, trace)]
        else:`,
  ],
  [474, '            kept = self.traces._traces.copy()'],
  [475, '        return Snapshot(kept, self.traceback_limit)'],
  [477, '    def _group_by(self, key_type, cumulative):'],
  [478, "        if key_type not in ('traceback', 'filename', 'lineno'):"],
  [479, '            raise ValueError("unknown key_type: %r" % (key_type,))'],
  [480, "        if cumulative and key_type == 'traceback':"],
  [481, '            raise ValueError("cumulative mode cannot by used with key type %r" % key_type)'],
  [484, '        found = {}'],
  [485, '        known = {}'],
  [486, '        if not cumulative:'],
  [487, '            for trace in self.traces._traces:'],
  [488, '                domain, size, where, total_nframe = trace'],
  [
    489,
    `                try:
                    shown = known[where]
                except KeyError:
                    if key_type == 'traceback': frames = where`,
  ],
  [494, "                    elif key_type == 'lineno':"],
  [495, '                        frames = where[:1]'],
  [496, '                    else:'],
  [497, '                        frames = ((where[0][0], 0),)'],
  [498, '                    shown = Traceback(frames)'],
  [499, '                    known[where] = shown'],
  [
    500,
    `                try:
                    entry = found[shown]
                    entry.size += size
                    entry.count += 1
                except KeyError:
                    found[shown] = Statistic(shown, size, 1)`,
  ],
  [506, '        else:'],
  [508, '            for trace in self.traces._traces:'],
  [509, '                domain, size, where, total_nframe = trace'],
  [
    510,
    `                for frame in where:
                    try:
                        shown = known[frame]
                    except KeyError:`,
  ],
  [
    514,
    `                        if key_type == 'lineno':
                            frames = (frame,)
                        else:
                            frames = ((frame[0], 0),)
                        shown = Traceback(frames)
                        known[frame] = shown
                    try:
                        entry = found[shown]
                        entry.size += size
                        entry.count += 1
                    except KeyError:
                        found[shown] = Statistic(shown, size, 1)
        return found`,
  ],
  [528, '    def statistics(self, key_type, cumulative=False):'],
  [533, '        grouped = self._group_by(key_type, cumulative)'],
  [534, '        ranked = list(grouped.values())'],
  [535, '        ranked.sort(key=Statistic._sort_key, reverse=True)'],
  [536, '        return ranked'],
  [538, '    def compare_to(self, old_snapshot, key_type, cumulative=False):'],
  [544, '        later = self._group_by(key_type, cumulative)'],
  [545, '        earlier = old_snapshot._group_by(key_type, cumulative)'],
  [546, '        ranked = _differences(earlier, later)'],
  [547, '        ranked.sort(key=StatisticDiff._sort_key, reverse=True)'],
  [548, '        return ranked'],
  [551, 'def take_snapshot():'],
  [555, '    if not is_tracing():'],
  [
    556,
    `        raise RuntimeError("the tracemalloc module must be tracing memory "
                           "allocations to take a snapshot")`,
  ],
  [558, '    traces = _get_traces()'],
  [559, '    traceback_limit = get_traceback_limit()'],
  [560, '    return Snapshot(traces, traceback_limit)'],
];

export const TRACEMALLOC_SOURCE = placed([
  ...IMPORTS,
  ...TRACEMALLOC_STATISTICS,
  ...TRACEMALLOC_FRAMES,
  ...TRACES,
  ...FILTERS,
  ...SNAPSHOTS,
]);
