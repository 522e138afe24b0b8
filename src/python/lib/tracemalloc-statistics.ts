/** tracemalloc's statistics, their differences and printed forms; frames and tracebacks. Each piece at CPython's line. */
import type { Piece } from './placed.ts';

export const TRACEMALLOC_STATISTICS: readonly Piece[] = [
  [
    13,
    `def _format_size(size, sign):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':`,
  ],
  [17, '            return ("%+.1f %s" if sign else "%.1f %s") % (size, unit)'],
  [21, "        if abs(size) < 10 * 1024 or unit == 'TiB':"],
  [23, '            return ("%+.0f %s" if sign else "%.0f %s") % (size, unit)'],
  [27, '        size /= 1024'],
  [30, 'class Statistic:'],
  [35, "    __slots__ = ('traceback', 'size', 'count')"],
  [
    37,
    `    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic): return NotImplemented
        return self.traceback == other.traceback and self.size == other.size and self.count == other.count`,
  ],
  [
    52,
    `    def __str__(self):
        text = ("%s: size=%s, count=%i"
                 % (self.traceback,
                    _format_size(self.size, False),
                    self.count))
        if self.count:
            average = self.size / self.count
            text += ", average=%s" % _format_size(average, False)
        return text

    def __repr__(self):
        return ('<Statistic traceback=%r size=%i count=%i>'
                % (self.traceback, self.size, self.count))

    def _sort_key(self):
        return (self.size, self.count, self.traceback)`,
  ],
  [70, 'class StatisticDiff:'],
  [75, "    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')"],
  [
    77,
    `    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def __hash__(self):
        return hash((self.traceback, self.size, self.size_diff,
                     self.count, self.count_diff))

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff): return NotImplemented
        return (self.traceback == other.traceback and self.size == other.size and self.size_diff == other.size_diff
                and self.count == other.count and self.count_diff == other.count_diff)`,
  ],
  [
    97,
    `    def __str__(self):
        text = ("%s: size=%s (%s), count=%i (%+i)"
                % (self.traceback,
                   _format_size(self.size, False),
                   _format_size(self.size_diff, True),
                   self.count,
                   self.count_diff))
        if self.count:
            average = self.size / self.count
            text += ", average=%s" % _format_size(average, False)
        return text

    def __repr__(self):
        return ('<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>'
                % (self.traceback, self.size, self.size_diff,
                   self.count, self.count_diff))

    def _sort_key(self):
        return (abs(self.size_diff), self.size,
                abs(self.count_diff), self.count,
                self.traceback)`,
  ],
  [
    120,
    `def _differences(old_group, new_group):
    found = []
    for traceback, stat in new_group.items():
        before = old_group.pop(traceback, None)
        if before is not None:
            diff = StatisticDiff(traceback,
                                 stat.size, stat.size - before.size,
                                 stat.count, stat.count - before.count)
        else:
            diff = StatisticDiff(traceback,
                                 stat.size, stat.size,
                                 stat.count, stat.count)
        found.append(diff)`,
  ],
  [
    134,
    `    for traceback, stat in old_group.items():
        diff = StatisticDiff(traceback, 0, -stat.size, 0, -stat.count)
        found.append(diff)
    return found`,
  ],
];

export const TRACEMALLOC_FRAMES: readonly Piece[] = [
  [
    140,
    `class Frame:
    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self): return self._frame[0]

    @property
    def lineno(self): return self._frame[1]

    def __gt__(self, other): return self._frame > other._frame if isinstance(other, Frame) else NotImplemented
    def __le__(self, other): return self._frame <= other._frame if isinstance(other, Frame) else NotImplemented
    def __ge__(self, other): return self._frame >= other._frame if isinstance(other, Frame) else NotImplemented`,
  ],
  [
    159,
    `    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented`,
  ],
  [
    164,
    `    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented`,
  ],
  [
    169,
    `    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return "%s:%s" % (self.filename, self.lineno)

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % (self.filename, self.lineno)`,
  ],
  [180, 'class Traceback:'],
  [185, '    __slots__ = ("_frames", \'_total_nframe\')'],
  [187, '    def __init__(self, frames, total_nframe=None):'],
  [188, '        (self,)  # Sequence.__init__(self)'],
  [193, '        self._frames = tuple(reversed(frames))'],
  [194, '        self._total_nframe = total_nframe'],
  [
    196,
    `    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(one) for one in self._frames[index])
        else:
            return Frame(self._frames[index])
    def __iter__(self): return (Frame(one) for one in self._frames)
    def __contains__(self, frame): return frame._frame in self._frames
    def count(self, value): return tuple(self).count(value)
    def index(self, value): return tuple(self).index(value)
    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented
    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented
    def __gt__(self, other): return self._frames > other._frames if isinstance(other, Traceback) else NotImplemented
    def __le__(self, other): return self._frames <= other._frames if isinstance(other, Traceback) else NotImplemented
    def __ge__(self, other): return self._frames >= other._frames if isinstance(other, Traceback) else NotImplemented`,
  ],
  [225, '    def __str__(self):'],
  [226, '        return str(self[0])'],
  [
    228,
    `    def __repr__(self):
        s = f"<Traceback {tuple(self)}"
        if self._total_nframe is None:
            s += ">"
        else:
            s += f" total_nframe={self.total_nframe}>"
        return s

    def format(self, limit=None, most_recent_first=False):
        lines = []
        frames = self
        if limit is not None: frames = self[-limit:] if limit > 0 else self[:limit]`,
  ],
  [
    246,
    `        if most_recent_first:
            frames = reversed(frames)
        for frame in frames:
            lines.append('  File "%s", line %s'
                         % (frame.filename, frame.lineno))
            line = _source_line(frame.filename, frame.lineno)
            if line:
                lines.append('    %s' % line)
        return lines`,
  ],
  [257, 'def get_object_traceback(obj):'],
];
