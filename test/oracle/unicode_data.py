"""Writes src/objects/values/unicode-data.ts: what JavaScript's own Unicode properties do not tell.

Run by any Python 3; asks each interpreter of pyenv (PYENV_VERSION) for its facts.
    python3 test/oracle/unicode_data.py > src/objects/values/unicode-data.ts
"""
import json
import os
import subprocess
import sys

RELEASES = [('3.8.18', '12.1'), ('3.9.18', '13.0'), ('3.11.7', '14.0'), ('3.12.1', '15.0'), ('3.13.0', '15.1')]

PROBE = r'''
import json, unicodedata as u
ALL = [chr(c) for c in range(0x110000)]
json.dump({
    'unassigned': [ord(c) for c in ALL if u.category(c) == 'Cn'],
    'title': {ord(c): c.title() for c in ALL if c.title() != c.upper()},
    'fold': {ord(c): c.casefold() for c in ALL if c.casefold() != c.lower()},
    'digit': {ord(c): u.digit(c) for c in ALL if c.isdigit() and not c.isdecimal()},
    'ideographs': [ord(c) for c in ALL if c.isnumeric() and u.category(c)[0] != 'N'],
}, __import__('sys').stdout)
'''


def ask(version):
    env = dict(os.environ, PYENV_VERSION=version)
    return json.loads(subprocess.run(['pyenv', 'exec', 'python3', '-c', PROBE], env=env, capture_output=True, check=True).stdout)


def ranges(points):
    out = []
    for point in sorted(points):
        if out and out[-1][1] == point - 1:
            out[-1][1] = point
        else:
            out.append([point, point])
    return out


def base36(number):
    digits = '0123456789abcdefghijklmnopqrstuvwxyz'
    text = digits[number % 36]
    while number >= 36:
        number //= 36
        text = digits[number % 36] + text
    return text


def deltas(points):
    """Gap and length - 1 of each range, in base 36."""
    out, last = [], -1
    for start, end in ranges(points):
        out += [base36(start - last - 1), base36(end - start)]
        last = end
    return ' '.join(out)


def mapping(table):
    return ' '.join('%x:%s' % (int(c), '+'.join('%x' % ord(x) for x in text)) for c, text in table.items())


def constant(name, doc, text):
    words, lines, line = text.split(' '), [], ''
    for word in words:
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ''
        line += word + ' '
    lines.append(line)
    print('/** %s */' % doc)
    print('export const %s = `\n%s`;\n' % (name, '\n'.join(x.rstrip() for x in lines)))


def main():
    facts = [ask(version) for version, _ in RELEASES]
    last = facts[-1]
    print('/**\n * Facts of the Unicode releases that Python 3.8 to 3.13 know (12.1, 13.0, 14.0, 15.0, 15.1) that JavaScript\n'
          ' * does not tell or tells of a later release only. Written by test/oracle/unicode_data.py.\n */\n')
    constant('UNASSIGNED_RANGES', 'Code points that 15.1 leaves unassigned: gap and length - 1 of each range, in base 36.',
             deltas(last['unassigned']))
    print('/** What 13.0, 14.0, 15.0 and 15.1 assigned over the release before, written the same way. */')
    print('export const NEWLY_ASSIGNED_RANGES = [')
    for older, newer in zip(facts, facts[1:]):
        assert set(newer['unassigned']) <= set(older['unassigned'])
        words = deltas(set(older['unassigned']) - set(newer['unassigned'])).split(' ')
        print('  [')
        for i in range(0, len(words), 24):
            print("    '%s'," % ' '.join(words[i:i + 24]))
        print("  ].join(' '),")
    print('] as const;\n')
    title = {k: v for k, v in last['title'].items()}
    constant('TITLE_MAPPINGS', 'Characters whose title case is not their upper case: code point, then what it becomes.', mapping(title))
    fold = {k: v for k, v in last['fold'].items() if not (0x13a0 <= int(k) <= 0x13f5 or 0xab70 <= int(k) <= 0xabbf)}
    constant('FOLD_MAPPINGS', 'Characters whose case folding is not their lower case (Cherokee apart).', mapping(fold))
    constant('DIGIT_RANGES', 'Digits that are no decimals.', deltas(int(k) for k in last['digit']))
    older = [set(f['ideographs']) for f in facts]
    assert all(x == older[0] for x in older[:-1])
    constant('NUMERIC_IDEOGRAPHS', 'Letters that str.isnumeric accepts.', deltas(older[0]))
    constant('NUMERIC_IDEOGRAPHS_15_1', 'Those that 15.1 added.', deltas(older[-1] - older[0]))


if __name__ == '__main__':
    sys.exit(main())
