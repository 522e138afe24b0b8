"""Blank texts for float(), and what bytes() says of its arguments without a source."""
for s in '', '\n', ' ', ' \n', 'x\n', ' x', '1 2', '\u3000', b'', b'\n', b' x', bytearray(b' '):
    for f in float, complex, int:
        try: print(f(s))
        except Exception as e: print(type(e).__name__, e)
for kw in {'encoding': 3}, {'encoding': 'utf8'}, {'errors': 7}, {'errors': 'strict'}, {'encoding': 3, 'errors': 4}, {'encoding': 'utf8', 'errors': 4}:
    for f in str, bytes, bytearray:
        try: print(f.__name__, kw, f(**kw))
        except Exception as e: print(f.__name__, kw, type(e).__name__, e)
