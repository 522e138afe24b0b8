for c in ['x = 1\ny = """abc\ndef\n', 'x = 1\ny = """abc\ndef', "x = '''", "x = '''\n", "def f():\n  '''abc\n  def\n\n\n  x = 1\n", "x = ''' abc\n\n\n"]:
    try: exec(c)
    except SyntaxError as e: print(repr(c), getattr(e, "end_offset", None), repr(e.text), e.msg, e.lineno, e.offset, repr(e.text))
    try: exec(c)
    except SyntaxError as e: print(repr(c), e.msg, e.lineno, e.offset)
for c in ['with a as f() x\n', 'with (a as 1\n', 'foo(a, *, b)\n', 'foo(a, *, **k)\n', 'foo(*, a)\n', 'x = a{b\ny = 1\nz = 2\n', 'x = a{b\n', 'x = a{b: 1}\n', 'x = a{b, c\nd\n', 'if x:\n  y = b{c\n  d\n', 'match x:\n', 'match x:', 'match x:\n  y\n']:
    try: exec(c)
    except SyntaxError as e: print(type(e).__name__, repr(c), e.msg, e.lineno, e.offset, getattr(e, "end_offset", None), repr(e.text))
    except NameError as e: print(e)
