sources = [
    "x = 3\nprint(ascii(f'{'\\n'.count('b') + 1 = }'))",
    'x = 3\nprint(ascii(f"{\'\\n\' = }"))',
    'x = 3\nprint(ascii(f"{\'\\t\' + \'é\' = !r:>10}"))',
    'x = 3\nprint(ascii(rf"{\'\\n\' = }"))',
    'x = 3\nprint(ascii(f"a{\'\\x41\' = }"))',
    'x = 3\nprint(ascii(f"""{\'\\n\'\n = }"""))',
    'x = 3\nx = 3',
    'x = 3\nprint(ascii(f"{x = }\\n{\'\\\\n\' = }"), ascii(f\'{"\\u00e9\\t" = !s}\'), ascii(f"{f\'{"\\n" = }\' = }"))',
]
for source in sources:
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg)
