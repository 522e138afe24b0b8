/** tracemalloc's statistics, their differences and printed forms; frames and tracebacks. Each piece at CPython's line. */
import { kept } from './kept.ts';
import type { Piece } from './placed.ts';

/** The end of a statistic's text: the average, where there is something to divide by. */
const AVERAGE = `        if self.count:
            mean = self.size / self.count
            told += ', average=%s' % _format_size(mean, False)
        return told`;

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
${kept('traceback size count')}

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic): return NotImplemented
        return self.traceback == other.traceback and self.size == other.size and self.count == other.count`,
  ],
  [
    52,
    `    def __str__(self):
        told = ('%s: size=%s, count=%i'
                % (self.traceback,
                   _format_size(self.size, False),
                   self.count))
${AVERAGE}

    def __repr__(self):
        return ('<Statistic traceback=%r size=%i count=%i>' %
                (self.traceback, self.size, self.count))

    def _sort_key(self):
        return (self.size, self.count, self.traceback)`,
  ],
  [70, 'class StatisticDiff:'],
  [75, "    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')"],
  [
    77,
    `    def __init__(self, traceback, size, size_diff, count, count_diff):
${kept('traceback size size_diff count count_diff')}

    def __hash__(self):
        return hash((self.traceback, self.size, self.size_diff, self.count,
                     self.count_diff))

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff): return NotImplemented
        return (self.traceback == other.traceback and self.size == other.size and self.size_diff == other.size_diff
                and self.count == other.count and self.count_diff == other.count_diff)`,
  ],
  [
    97,
    `    def __str__(self):
        told = ('%s: size=%s (%s), count=%i (%+i)'
                % (self.traceback,
                   _format_size(self.size, False),
                   _format_size(self.size_diff, True),
                   self.count, self.count_diff))

${AVERAGE}

    def __repr__(self):
        return ('<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>' %
                (self.traceback, self.size, self.size_diff, self.count,
                 self.count_diff))

    def _sort_key(self):
        return (abs(self.size_diff), self.size, abs(self.count_diff),
                self.count, self.traceback)`,
  ],
  [
    120,
    `def _differences(earlier, later):
    found = []
    for where, now in later.items():
        then = earlier.pop(where, None)
        if then is not None:
            change = StatisticDiff(where,
                                   now.size, now.size - then.size,
                                   now.count, now.count - then.count)
        else:
            change = StatisticDiff(where,
                                   now.size, now.size,
                                   now.count, now.count)
        found.append(change)`,
  ],
  [
    134,
    `    for where, then in earlier.items():
        change = StatisticDiff(where, 0, -then.size, 0, -then.count)
        found.append(change)
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
    __iter__ = _steps
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
        shown = f"<Traceback {tuple(self)}"
        if self._total_nframe is not None:
            shown += f" total_nframe={self._total_nframe}>"
        else:
            shown += ">"
        return shown

    def format(self, limit=None, most_recent_first=False):
        told = []
        chosen = self
        if limit is not None: chosen = self[-limit:] if limit > 0 else self[:limit]`,
  ],
  [
    246,
    `        if most_recent_first:
            chosen = reversed(chosen)
        for one in chosen:
            told.append('  File "%s", line %s' %
                        (one.filename, one.lineno))
            text = _source_line(one.filename, one.lineno)
            if text:
                told.append('    %s' % text)
        return told`,
  ],
  [257, 'def get_object_traceback(obj):'],
];
