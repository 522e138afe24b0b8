"""str.encode and bytes.decode with every error handler."""
FUNCTIONS = {'encode': lambda s, encoding, errors: s.encode(encoding, errors), 'decode': lambda b, encoding, errors: b.decode(encoding, errors)}
ENCODINGS = ['utf-8', 'UTF8', 'ascii', 'us-ascii', 'latin-1', 'iso-8859-1', 'Latin1', 'utf-16', 'utf-16-le', 'UTF-16BE', 'utf_32', 'utf-32-le', 'utf-32-be']
ERRORS = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass', 'bogus']
ALPHABETS = ['abc', 'a\xe9\xff', 'a\u20ac\u0100', 'a\U0001f600\u20ac', 'a\ud800b', 'a\udc80\udcff\u20ac', '\xe9\udcfe\u0100z']
BYTES = [b'abc\x80', b'\xc3\xa9a', b'\xe2\x82\xac', b'\xf0\x9f\x98\x80', b'\xed\xa0\x80\xc0\xff', b'\xf4\x90\x80', b'\xd8\x00\xdc', b'\x00\xd8\x00\xdc', b'\xff\xfe', b'\xfe\xff', b'\x00\x00\x11']


def cases(r):
    for encoding in ENCODINGS + ['klingon']:
        for errors in ERRORS:
            for alphabet in ALPHABETS:
                for _ in range(6):
                    yield 'encode', (''.join(r.pick(alphabet) for _ in range(r.below(7))), encoding, errors)
            for _ in range(40):
                out = b''
                for _ in range(r.below(5)):
                    piece = r.pick(BYTES)
                    out += piece[:r.between(1, len(piece))] if r.below(2) else piece
                if r.below(8) == 0:
                    out = bytes(r.below(256) for _ in range(r.below(8)))
                yield 'decode', (out, encoding, errors)
