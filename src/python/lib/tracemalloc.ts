/**
 * The Python part of tracemalloc: snapshots, filters, statistics and their printed forms.
 * A raw trace is (domain, size, frames, total); frames are (file, line) pairs, most recent first.
 */
export const TRACEMALLOC_SOURCE = `
from fnmatch import fnmatch as _fnmatch


def _format_size(size, sign):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return ("%+.1f %s" if sign else "%.1f %s") % (size, unit)
        if abs(size) < 10 * 1024 or unit == 'TiB':
            return ("%+.0f %s" if sign else "%.0f %s") % (size, unit)
        size /= 1024


class Frame:
    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __le__(self, other):
        return self._frame <= other._frame if isinstance(other, Frame) else NotImplemented

    def __gt__(self, other):
        return self._frame > other._frame if isinstance(other, Frame) else NotImplemented

    def __ge__(self, other):
        return self._frame >= other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return "%s:%s" % (self.filename, self.lineno)

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % (self.filename, self.lineno)


class Traceback:
    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(one) for one in self._frames[index])
        return Frame(self._frames[index])

    def __iter__(self):
        for one in self._frames:
            yield Frame(one)

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __le__(self, other):
        return self._frames <= other._frames if isinstance(other, Traceback) else NotImplemented

    def __gt__(self, other):
        return self._frames > other._frames if isinstance(other, Traceback) else NotImplemented

    def __ge__(self, other):
        return self._frames >= other._frames if isinstance(other, Traceback) else NotImplemented

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        text = "<Traceback %r" % (tuple(self),)
        if self._total_nframe is None:
            return text + ">"
        return text + " total_nframe=%s>" % self._total_nframe

    def format(self, limit=None, most_recent_first=False):
        frames = self[:]
        if limit is not None:
            frames = frames[-limit:] if limit > 0 else frames[:limit]
        if most_recent_first:
            frames = reversed(frames)
        lines = []
        for frame in frames:
            lines.append('  File "%s", line %s' % (frame.filename, frame.lineno))
            text = _source_line(frame.filename, frame.lineno)
            if text:
                lines.append('    %s' % text)
        return lines


def get_object_traceback(obj):
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return "%s: %s" % (self.traceback, _format_size(self.size, False))

    def __repr__(self):
        return "<Trace domain=%s size=%s, traceback=%r>" % (self.domain, _format_size(self.size, False), self.traceback)


class _Traces:
    def __init__(self, traces):
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(one) for one in self._traces[index])
        return Trace(self._traces[index])

    def __iter__(self):
        for one in self._traces:
            yield Trace(one)

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return "<Traces len=%s>" % len(self)


class Statistic:
    __slots__ = ('traceback', 'size', 'count')

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return self.traceback == other.traceback and self.size == other.size and self.count == other.count

    def __str__(self):
        text = "%s: size=%s, count=%i" % (self.traceback, _format_size(self.size, False), self.count)
        if self.count:
            text += ", average=%s" % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return '<Statistic traceback=%r size=%i count=%i>' % (self.traceback, self.size, self.count)

    def _sort_key(self):
        return (self.size, self.count, self.traceback)


class StatisticDiff:
    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def __hash__(self):
        return hash((self.traceback, self.size, self.size_diff, self.count, self.count_diff))

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return (self.traceback == other.traceback and self.size == other.size and self.size_diff == other.size_diff
                and self.count == other.count and self.count_diff == other.count_diff)

    def __str__(self):
        text = "%s: size=%s (%s), count=%i (%+i)" % (self.traceback, _format_size(self.size, False),
                                                     _format_size(self.size_diff, True), self.count, self.count_diff)
        if self.count:
            text += ", average=%s" % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return '<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>' % (
            self.traceback, self.size, self.size_diff, self.count, self.count_diff)

    def _sort_key(self):
        return (abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback)


def _differences(old, new):
    found = []
    for traceback, stat in new.items():
        before = old.pop(traceback, None)
        if before is None:
            found.append(StatisticDiff(traceback, stat.size, stat.size, stat.count, stat.count))
        else:
            found.append(StatisticDiff(traceback, stat.size, stat.size - before.size, stat.count, stat.count - before.count))
    for traceback, stat in old.items():
        found.append(StatisticDiff(traceback, 0, -stat.size, 0, -stat.count))
    return found


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.inclusive = inclusive
        self._filename_pattern = filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _fits(self, frame):
        if not _fnmatch(frame[0], self._filename_pattern):
            return False
        return self.lineno is None or frame[1] == self.lineno

    def _match(self, trace):
        domain, size, frames, total = trace
        if self.all_frames:
            fits = any(self._fits(frame) for frame in frames)
        else:
            fits = self._fits(frames[0])
        matches = fits if self.inclusive else not fits
        if self.domain is None:
            return matches
        if self.inclusive:
            return matches and domain == self.domain
        return matches or domain != self.domain


class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self.domain) ^ (not self.inclusive)


class Snapshot:
    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def _keeps(self, include, exclude, trace):
        if include and not any(one._match(trace) for one in include):
            return False
        return all(one._match(trace) for one in exclude)

    def filter_traces(self, filters):
        if filters:
            include = [one for one in filters if one.inclusive]
            exclude = [one for one in filters if not one.inclusive]
            kept = [trace for trace in self.traces._traces if self._keeps(include, exclude, trace)]
        else:
            kept = self.traces._traces.copy()
        return Snapshot(kept, self.traceback_limit)

    def _keys(self, key_type, cumulative, trace):
        domain, size, frames, total = trace
        if key_type == 'traceback':
            return [(frames, total)]
        if not cumulative:
            frames = frames[:1]
        if key_type == 'lineno':
            return [((frame,), None) for frame in frames]
        return [(((frame[0], 0),), None) for frame in frames]

    def _group_by(self, key_type, cumulative):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError("unknown key_type: %r" % (key_type,))
        if cumulative and key_type not in ('lineno', 'filename'):
            raise ValueError("cumulative mode cannot by used with key type %r" % key_type)
        known = {}
        found = {}
        for trace in self.traces._traces:
            for key in self._keys(key_type, cumulative, trace):
                stat = known.get(key[0])
                if stat is None:
                    traceback = Traceback(*key)
                    stat = known[key[0]] = found[traceback] = Statistic(traceback, 0, 0)
                stat.size += trace[1]
                stat.count += 1
        return found

    def statistics(self, key_type, cumulative=False):
        found = list(self._group_by(key_type, cumulative).values())
        found.sort(reverse=True, key=Statistic._sort_key)
        return found

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        new = self._group_by(key_type, cumulative)
        old = old_snapshot._group_by(key_type, cumulative)
        found = _differences(old, new)
        found.sort(reverse=True, key=StatisticDiff._sort_key)
        return found


def take_snapshot():
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    traces = _get_traces()
    traceback_limit = get_traceback_limit()
    return Snapshot(traces, traceback_limit)
`;
