# A NEWLINE token begins where the comment before it does: mistakes found there point at the comment.
CASES = [
    'x =  # c\n', 'if x  # c\n  y\n', 'import  # c\n', 'def f()  # c\n', 'f(x=)  # c\n', 'x = 1 +  # c', 'x = (1,\n  2) +  # c\n',
    'for x in  # c\n', 'class C  # c\n', 'x = "\\x"  # c\n', 'while True  # c\n  pass\n', 'x = [  # c\n 1 2]\n', 'x = 1 + \\\n  # c\n',
]
for case in CASES:
    try:
        exec(case)
    except SyntaxError as error:
        print(repr(case), error.msg, error.lineno, error.offset, getattr(error, 'end_offset', None))

# Texts between quotes: what is wrong with one is said where the literal ends (to 3.11: behind it; from 3.12: at the quote of an f-string).
TEXTS = [
    'x = "\\x" + 1\n', '("\\x")\n', 'f"\\x"\n', 'f"ab\\x" + 1\n', 'f"a{a}\\x{b}"\n', '"a" f"\\x"\n', 'f"\\x" "b"\n', '"\\x" "a"\n',
    'f"{f\'\\x\'}"\n', 'f"\\N{DASH"\n', 'f"\\N{a\n"\n', 'f"\\N{SPACE}{"\n', 'f"\\N{abc}{x}"\n', 'f(\n"\\x"\n)\n',
]
for text in TEXTS:
    try:
        exec(text)
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset, getattr(error, 'end_offset', None), repr(error.text))
