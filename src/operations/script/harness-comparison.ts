/** The end of an exported script: Python that runs the session, and compares what was recorded with what Heaplab answered. */
export const HARNESS_TAIL = String.raw`
# --- running ---


def run():
    """Executes the session; gives what went wrong on the way, if anything did."""
    exec(compile(CLASSES, '<classes>', 'exec'), NAMES)
    function = type(run)  # of what exec() makes anew, functions and frames, nothing is counted here
    units = [function(compile(unit, SESSION % number, 'exec'), NAMES) for number, unit in enumerate(UNITS)]
    for unit in units:
        unit()
    give('DEFINING', False)
    stdout, stderr = os.dup(1), os.dup(2)
    kept = sys.stdout, sys.stderr, sys.stdin
    sys.stdout.flush()
    if PROGRAMS:
        os.dup2(OUTPUT, 1)
    os.dup2(PRINTED, 2)
    del sys.stderr  # what the collector prints goes past buffers that it would count
    broken = None
    try:
        for unit in units:
            unit()
    except BaseException as error:
        broken = '%s: %s' % (type(error).__name__, error)
    for at in (4, 10, 16):
        INTS[at] = BIG
    gc.set_debug(0)
    tracemalloc.stop()
    kept[0].flush()
    kept[1].flush()
    sys.stdout, sys.stderr, sys.stdin = kept
    os.dup2(stdout, 1)
    os.dup2(stderr, 2)
    return broken


class Notes:
    """What was recorded, by the number of the operation."""

    def __init__(self):
        self.states, self.values, self.made, self.raised, self.at = {}, {}, {}, {}, {}
        self.last = None
        answers = {}
        for line in text_of(ANSWERS).splitlines():
            number, at, value = ast.literal_eval(line)
            answers[at] = value
        for at, entry in enumerate(ENTRIES, 1):
            if isinstance(entry, str):  # a tag; after that of a value none follows if working it out raised
                kind, number = entry[0], int(entry[1:])
                self.last = number
                if kind == 'E':
                    self.raised[number] = answers.get(at, 'no answer')
                elif kind == 'Q':
                    self.values.setdefault(number, []).append(answers.get(at, {'raised': 'no answer'}))
            elif kind == 'S':
                self.states[number] = entry
            elif kind == 'V':
                self.values.setdefault(number, []).append(entry)
            elif kind == 'I':
                self.made[number] = entry


def number_at(raw, offset, size):
    return int.from_bytes(raw[offset + BEFORE:offset + BEFORE + size], 'little', signed=True)


def state_of(raw, base):
    stats = [[number_at(raw, STATS + 24 * i + 8 * j, 8) for j in range(3)] for i in range(3)]
    return {
        'count': [number_at(raw, COUNT + GENERATION_BYTES * i, 4) for i in range(3)],
        'threshold': [number_at(raw, THRESHOLD + GENERATION_BYTES * i, 4) for i in range(3)],
        'enabled': bool(number_at(raw, ENABLED, 4)),
        'stats': [[now - then for now, then in zip(a, b)] for a, b in zip(stats, base)] if base else stats,
        'long_lived': [number_at(raw, LONG_LIVED + 8 * i, 8) for i in range(2)],
    }


def plain(words):
    """Without what differs from process to process: addresses and seconds."""
    if isinstance(words, list):
        return [plain(one) for one in words]
    return words and without_seconds(re.sub('0x[0-9a-f]+', '0xADDRESS', words))


def without_seconds(words):
    return re.sub(r'\d+\.\d+s', 'TIME', words)


def without_library_text(printed):
    """Lines, without those that a traceback shows of the library's files, which Heaplab has not."""
    kept, shown = [], False
    for line in printed.split('\n'):
        if not line.startswith('    '):
            shown = line.startswith(('  File "/usr/lib/python' + PYTHON + '/', '  File "<frozen '))
        elif shown:
            continue
        kept.append(line)
    return kept


def without_collections(printed):
    """What is told of collections between two lines, or before them all, stands elsewhere where printing starts them."""
    return ''.join(line for line in printed.splitlines(True) if not line.startswith('gc: '))


def without_numbers(words):
    return re.sub(r'\d+', 'N', words)


class Addresses:
    """Of two texts: which address of the one stands where an address of the other does. Never two for one."""

    PATTERN = r'(?i)0x[0-9a-f]{6,}|\b1[0-9]{14}\b'

    def __init__(self):
        self.said, self.found = {}, {}

    def agree(self, said, found):
        if re.sub(self.PATTERN, 'ADDRESS', said) != re.sub(self.PATTERN, 'ADDRESS', found):
            return False
        pairs = zip(re.findall(self.PATTERN, said), re.findall(self.PATTERN, found))
        return all(self.pair(int(one, 0), int(other, 0)) for one, other in pairs)

    def pair(self, said, found):
        return self.said.setdefault(said, found) == found and self.found.setdefault(found, said) == said


RAISED = 'counters after an exception that ended a program, as printing it leaves something else here'
OF_LIBRARY = 'counters of the collector, which depend on what code of a library keeps of its first calls'

OF_MODULES = 'lists of all objects and their lengths, as modules that programs import are objects of Heaplab, and were there before here'
SIZES = 'gc: objects in each generation: '


class Comparison:
    def __init__(self, notes):
        self.notes = notes
        self.base = state_of(notes.states[0], None)['stats']
        self.compared = 0
        self.left_out = {}  # how many answers are not compared, by the reason
        self.unsure = self.unlike = self.imported = False
        self.differences = []
        self.place = {}
        self.seq_of = {told['uid']: told['seq'] for told in TOLD}

    def differ(self, told, what, said, found):
        self.differences.append('operation %s (%s): %s: Heaplab said %s, this interpreter says %s'
                                % (told['seq'], told['python'], what, said, found))

    def equal(self, told, what, said, found):
        self.compared += 1
        if said != found:
            self.differ(told, what, said, found)

    def leave_out(self, reason):
        self.left_out[reason] = self.left_out.get(reason, 0) + 1

    def counters(self, told, part, what, said, found):
        """Of the collector; not compared where they depend on what code of a library keeps (see prepare_modules)."""
        if self.unsure and part == 'count' or self.unlike and part in ('stats', 'long_lived'):
            self.leave_out(OF_LIBRARY)
        else:
            self.equal(told, what, said, found)

    def same_object(self, said, address):
        """Whether the object that Heaplab calls said is the one at this address: always the same, once it was seen."""
        return self.place.setdefault(said, address) == address

    def objects(self, told, said, found):
        """Lists of objects; in sets their order depends on addresses."""
        self.compared += 1
        if isinstance(found, list) and found and isinstance(found[0], str):
            unordered, found = found[0] in ('set', 'frozenset'), found[1:]
            if unordered:
                mine = {address: name for name, address in self.place.items()}
                key = lambda name: said.index(name) if name in said else -1
                found = sorted(found, key=lambda address: key(mine.get(address)))
                known = [name for name in said if name in self.place]
                said = [name for name in said if name not in known] + known
        fits = isinstance(found, list) and len(said) == len(found) and all(map(self.same_object, said, found))
        if not fits:
            names = {address: name for name, address in self.place.items()}
            shown = [names.get(one, 'another') for one in found] if isinstance(found, list) else found
            self.differ(told, told['op'], said, shown)

    def known_objects(self, told, said, found):
        """Of all objects, those that this interpreter made, too."""
        self.leave_out(OF_MODULES)
        missing = [name for name in said if name in self.place and self.place[name] not in found]
        if missing and told['python'].endswith('()'):
            self.differ(told, told['op'], missing, 'that these are not there')

    def answer(self, told, said, found, state):
        kind = told.get('kind')
        if isinstance(found, bytes):
            state = state_of(found, self.base)
        if kind == 'objects' and self.imported and told['op'] == 'gc.get_objects':
            self.known_objects(told, said, found)
        elif kind == 'objects':
            self.objects(told, said, found)
        elif kind == 'state':
            self.counters(told, told['part'], told['op'], said, state[told['part']])
        elif kind == 'count':
            self.equal(told, told['op'], said, 'immortal' if found >= 2 ** 31 else found - 1)
        elif kind == 'traces':
            self.traces(told, said, found)
        elif kind == 'operation':
            self.equal(told, told['op'], said, found and self.seq_of.get(found))
        elif kind == 'immortal':
            self.equal(told, told['op'], said, found >= 2 ** 31)
        else:
            self.equal(told, told['op'], said, found)

    def traces(self, told, said, found):
        """Blocks and bytes, or bytes alone. Frames of functions are as large as the functions of this script need."""
        framed = any('    def ' in unit for unit in UNITS) or sys.version_info < (3, 11) and '__del__' in CLASSES
        if told['op'] == 'tracemalloc.take_snapshot':
            self.equal(told, 'blocks', said[0], found[0])
        if not framed:
            self.equal(told, 'bytes', said[-1], found[1])

    def operation(self, told):
        uid, notes = told['uid'], self.notes
        state = state_of(notes.states[uid], self.base) if uid in notes.states else None
        if 'error' in told or uid in notes.raised:
            self.equal(told, 'exception', plain(told.get('error')), plain(notes.raised.get(uid)))
        self.imported = self.imported or 'program' in told and READY[told['program']].imported != []
        if 'program' in told and READY[told['program']].library:
            self.unsure = self.unlike = True
        elif told['op'] == 'gc.collect' and told['values'] and told['python'].endswith('(2)'):
            self.unsure = False
        for part in ('count', 'threshold', 'enabled', 'stats') if state else ():
            if part == 'count' and 'program' in told and READY[told['program']].raised:
                self.leave_out(RAISED)
                continue
            self.counters(told, part, part, told['state'][part], state[part])
        if 'object' in told and uid in notes.made:
            self.compared += 1
            if not self.same_object(told['object'], notes.made[uid]):
                self.differ(told, 'object', told['object'], 'another object')
        if 'program' in told:
            self.program(told)
        if 'values' in told:
            found = notes.values.get(uid, [])
            if len(found) != len(told['values']):
                self.equal(told, 'number of answers', len(told['values']), len(found))
            for said, one in zip(told['values'], found):
                self.answer(told, said, one, state)

    def program(self, told):
        ran, outcome = READY[told['program']], told['outcome']
        self.counts_printed = self.unlike and 'gc' in ran.source
        out, err = bytes_of(OUTPUT)[ran.from_out:ran.to_out], bytes_of(PRINTED)[ran.from_err:ran.to_err]
        self.text(told, 'stdout', outcome['stdout'], out.decode('utf-8', 'replace'))
        said, found = outcome['stderr'], ran.said + err.decode('utf-8', 'replace')
        if ran.raised and 'gc: ' in said + found:
            self.leave_out(RAISED)
            said, found = without_collections(said), without_collections(found)
        self.text(told, 'stderr', said, found)
        self.equal(told, 'exit status', outcome['exit'], ran.exit)

    def text(self, told, what, said, found):
        """Line by line; the first that differs is shown."""
        addresses = Addresses()
        library = os.path.dirname(os.__file__)  # where Heaplab's interpreters have it
        said = without_library_text(said)
        found = without_library_text(found.replace(library, '/usr/lib/python' + PYTHON))
        for at in range(max(len(said), len(found))):
            self.compared += 1
            mine = said[at] if at < len(said) else 'no such line'
            its = found[at] if at < len(found) else 'no such line'
            if mine.startswith('gc: done, '):
                mine, its = without_seconds(mine), without_seconds(its)
            if addresses.agree(mine, its):
                continue
            if self.imported and mine.startswith(SIZES) and its.startswith(SIZES):
                self.leave_out(OF_MODULES)
            elif self.counts_printed and without_numbers(mine) == without_numbers(its):
                self.compared -= 1
                self.leave_out(OF_LIBRARY)
            else:
                self.differ(told, '%s, line %d' % (what, at + 1), repr(mine), repr(its))
                return

    def printed(self):
        """What the collector printed, but for addresses and seconds; with programs, what finalizers printed, too, in any order."""
        said = [(told, line) for told in TOLD for line in told.get('printed', '').splitlines()]
        found = text_of(PRINTED).splitlines()
        if PROGRAMS:
            said.sort(key=lambda pair: plain(pair[1]))
            found = sorted(self.between(OUTPUT, 'out') + self.between(PRINTED, 'err'), key=plain)
        if self.imported:
            kept = [pair for pair in said if not pair[1].startswith(SIZES)]
            if len(kept) < len(said):
                self.leave_out(OF_MODULES)
            said, found = kept, [line for line in found if not line.startswith(SIZES)]
        for at in range(max(len(said), len(found))):
            told, line = said[at] if at < len(said) else (TOLD[-1], '')
            self.equal(told, 'printed', plain(line), plain(found[at]) if at < len(found) else '')
            if at >= len(found) or at >= len(said):
                break


    def between(self, file, name):
        """Lines that were printed while no program ran."""
        whole, parts, at = bytes_of(file), [], 0
        ran = [READY[told['program']] for told in TOLD if 'program' in told and told['uid'] in self.notes.states]
        for program in ran:
            parts.append(whole[at:getattr(program, 'from_' + name)])
            at = getattr(program, 'to_' + name)
        parts.append(whole[at:])
        return b''.join(parts).decode('utf-8', 'replace').splitlines()


def main():
    global TOLD, ast, re
    broken = run()
    import ast
    import json
    import re
    TOLD = json.loads(TOLD)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    comparison = Comparison(Notes())
    for told in TOLD:
        if broken and told['uid'] >= comparison.notes.last:
            comparison.differ(told, 'it did not end', 'it ends', broken)
            break
        comparison.operation(told)
    comparison.printed()
    for difference in comparison.differences:
        print(difference)
    for reason, count in sorted(comparison.left_out.items()):
        print('Not compared: %d %s.' % (count, reason))
    found = len(comparison.differences)
    print('%d operations, %d answers compared with Python %s: %s' % (
        sum(told['seq'] is not None for told in TOLD), comparison.compared, sys.version.split()[0],
        'all as Heaplab said' if found == 0 else '%d differ' % found))
    return 1 if found else 0


if __name__ == '__main__':
    status = main()
    sys.stdout.flush()
    if PROGRAMS:
        import shutil
        os.chdir('/')
        shutil.rmtree(FOLDER, ignore_errors=True)
    os._exit(status)
`;
