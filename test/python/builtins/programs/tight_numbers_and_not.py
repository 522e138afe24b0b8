import sys
def t(s):
    try:
        eval(compile(s, '<s>', 'eval')) if 0 else compile(s, '<s>', 'exec')
        print(repr(s), 'ok')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_offset if hasattr(e,'end_offset') else '')
for s in ('1.nothing', '1.n', '1.5n', '1.and 2', '1.or 2', '1.if 2 else 3', '1 .real', '1.real', '1.e5', '1.__class__', '1.0.real', '12.bit_length()', '1.is 2', '1.in [2]', '1.5and 2', '0x1.real', '1.x', '1._', '1._x', '1.é', 'print(2**63 - 1.nothing)','1_000.foo', '1e5.foo', '1j.foo', '1.not', '1.notin', '1.inn', '1.isx', '1.elsex', '1.forx'):
    t(s)
for s in ("a @ not True", "a + not b", "a - not b", "a * not b", "a / not b", "a % not b", "a ** not b", "a // not b", "a << not b", "a >> not b", "a & not b", "a | not b", "a ^ not b", "-not a", "~not a", "+not a", "a < not b", "a == not b", "f(1 + not 2)", "a in not b", "a is not not b", "not not a", "a and not b", "1 + 2 * not 3", "x = 1 + not y", "a + not b + c", "a + not b and c", "await not b"):
    t(s)
