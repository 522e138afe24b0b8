def t(s):
    try: compile(s, '<s>', 'exec'); print(repr(s), 'ok')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_offset if hasattr(e,'end_offset') else '')
for s in ("[*a if b else c]", "(*a if b else c)", "{*a if b else c}", "f(*a if b else c)", "[*a if b]", "[1, *a if b else c]", "[*a or b]", "[*not a]", "[*a and b, 1]", "[*lambda: 1]", "(*a if b else c, 1)", "[*a.b(c) if d(e, f) else 'x'.g('o')]", "x = *a if b else c", "[*a == b]","[**a if b else c]", "{**a if b else c}", "{**a or b}"):
    t(s)
