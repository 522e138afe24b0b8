# Stars behind unpacked keywords, and where the mistake is marked
for s in ("f(**a, *b)", "f(**a, *b, x)", "f(x=1, **a, *b)", "f(**a, b)", "print(f(**{}, *[1]))", "x = [f(**a, *b)]", "f(*a, **b, *c)", "class C(**a, *b): pass", "f(**a, *b, **c)", "f(**a, *(x for x in y))", "f(**a, *b, c=1)", "f(**a, b=1, *c)", "f(*a, b=1, **c, *d)"):
    try: compile(s, "f", "exec"); print(s, "ok")
    except SyntaxError as e: print(s, e.msg, e.lineno, e.offset, getattr(e, "end_offset", None))
for s in ("f(**a,\n  *b,\n  x)", "f(**a, *b,)", "f(**a, *b, 'text')", "f(x, **a, *b)", "f(*x, y, **a, *b)", "f(y=1,\n **a,\n *b)"):
    try: compile(s, "f", "exec"); print(repr(s), "ok")
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, getattr(e, "end_lineno", None), getattr(e, "end_offset", None))
