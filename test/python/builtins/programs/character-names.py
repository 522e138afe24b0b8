# The names of characters in literals: \N{...}.
print("\N{EM DASH}", f"\N{GREEK SMALL LETTER PI} = {3.14}", "\N{latin small letter e with acute}")
print(ascii("\N{HANGUL SYLLABLE HAN}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{BELL}\N{ALERT}\N{LF}\N{VS256}"))
print(f"{7:\N{BULLET}>4}", rf"\N{1}", b"\N{SPACE}", r"\N{SPACE}")

CASES = [
    r"\N{hangul syllable han}", r"\N{HANGUL SYLLABLE A}", r"\N{HANGUL SYLLABLE GAGG}", r"\N{HANGUL SYLLABLE }",
    r"\N{cjk unified ideograph-4E00}", r"\N{CJK UNIFIED IDEOGRAPH-4e00}", r"\N{CJK UNIFIED IDEOGRAPH-04E00}",
    r"\N{CJK UNIFIED IDEOGRAPH-9FFD}", r"\N{CJK UNIFIED IDEOGRAPH-FA0E}", r"\N{CJK COMPATIBILITY IDEOGRAPH-FA0E}",
    r"\N{cjk compatibility ideograph-f900}", r"\N{TANGUT IDEOGRAPH-17000}", r"\N{KHITAN SMALL SCRIPT CHARACTER-18B00}",
    r"\N{NUSHU CHARACTER-1B170}", r"\N{NULL}", r"\N{LATIN SMALL LETTER OI}", r"\N{LATIN SMALL LETTER GHA}",
    r"\N{EM}", r"\N{FVS4}", r"\N{MYANMAR LETTER KHAMTI LLA}", r"\N{CUNEIFORM SIGN KALAM}", r"\N{SUNDANESE LETTER ARCHAIC I}",
    r"\N{KEYCAP DIGIT ONE}", r"\N{<control>}", r"\N{SHAKING FACE}", r"\N{MELTING FACE}", r"\N{DISGUISED FACE}",
    r"\N{IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION}", r"\N{LATIN SMALL LETTER LAMBDA WITH STROKE}",
    r"\N{}", r"\N", r"\Nabc", r"\N{abc", r"a\N{a{b}c", "\xe9\\N{\xe9}", "\xe9\\N{\xe9", r"\N}", r"\N{x", r"\N{ SPACE}", r"\N{SPACE }",
]
for case in CASES:
    for quote in '"', 'f"':
        source = quote + case + '"\n'
        try:
            print(ascii(source), ascii(eval(source)))
        except SyntaxError as error:
            print(ascii(source), error.msg, error.lineno, error.offset)
