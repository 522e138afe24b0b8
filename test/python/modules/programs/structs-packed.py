import struct, sys
for f in ("b", "bh", "bhi", "=bhi", "<bhiq", ">d", "3s", "10p", "2h3i", "xbx", "c?", "n", "P", "bq", "b0q", "e", "f", "  i  h ", "!HHL", "@iL", "=L", "<qQ", "i" * 3, "", "0s", "lb0l"):
    print(repr(f), struct.calcsize(f), end="; ")
print()
print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1))
print(struct.pack(">h", 258), struct.pack("<h", 258), struct.pack("=i", 1), struct.pack("bi", 1, 2), struct.pack("3s", b"ab"), struct.pack("2s", b"abcdef"), struct.pack("5p", b"abc"), struct.pack("c", b"z"), struct.pack("??", 1, []), struct.pack("xx"), struct.pack("<e", 1.5), struct.pack("<f", 0.1), struct.pack(">d", -2.5), struct.pack("2h", 1, 2))
print(struct.unpack("<bBhHiIqQ", struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1)))
print(struct.unpack("3s2x?", b"abcxx\x05"), struct.unpack("5p", b"\x03abcd"), struct.unpack("<e", b"\x00\x3e"), struct.unpack("<f", struct.pack("<f", 0.1)), struct.unpack(">d", struct.pack(">d", 1e300)), struct.unpack("c", b"q"), struct.unpack("", b""))
s = struct.Struct("<2sI")
print(s.size, s.format, s.pack(b"ab", 7), s.unpack(b"ab\x07\0\0\0"), type(s).__name__, sys.getrefcount(s) - 1)
buf = bytearray(12)
s.pack_into(buf, 4, b"xy", 1)
print(buf, s.unpack_from(buf, 4), struct.unpack_from("<I", buf, 6), struct.unpack_from("<h", buf, -4))
struct.pack_into(">H", buf, 0, 0xABCD)
print(buf[:4], list(struct.iter_unpack("<HB", b"\x01\0\x02\x03\0\x04")), list(s.iter_unpack(b"ab\x01\0\0\0cd\x02\0\0\0")))
print(struct.unpack("<i", memoryview(b"\x01\0\0\0")), struct.unpack(b"<i", bytearray(b"\xff\xff\xff\xff")))
class I:
    def __index__(self): return 42
class F:
    def __float__(self): return 2.5
print(struct.pack("b", I()), struct.pack("<d", F()), struct.pack("<f", 3), struct.pack("b", True))
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
t(struct.pack, "b", 128); t(struct.pack, "B", -1); t(struct.pack, "h", 40000); t(struct.pack, "H", -1); t(struct.pack, "i", 2**31); t(struct.pack, "I", 2**32); t(struct.pack, "I", -1); t(struct.pack, "l", 2**63); t(struct.pack, "L", -1); t(struct.pack, "q", 2**63); t(struct.pack, "Q", -1); t(struct.pack, "Q", 2**64)
t(struct.pack, "<b", 128); t(struct.pack, "<H", 70000); t(struct.pack, "<i", 2**31); t(struct.pack, "<I", -1); t(struct.pack, "<q", 2**63); t(struct.pack, "<Q", -1); t(struct.pack, "<Q", 2**64); t(struct.pack, "n", 2**63); t(struct.pack, "P", -2**64)
t(struct.pack, "i", "x"); t(struct.pack, "i", 1.5); t(struct.pack, "d", "x"); t(struct.pack, "c", "x"); t(struct.pack, "c", b"xy"); t(struct.pack, "s", "x"); t(struct.pack, "p", 3); t(struct.pack, "e", 1e10); t(struct.pack, "f", 1e40); t(struct.pack, "<f", 1e40)
t(struct.pack, "ii", 1); t(struct.pack, "i"); t(struct.pack, "i", 1, 2); t(struct.pack); t(struct.pack, 3); t(struct.unpack, "i", b"abc"); t(struct.unpack, "i", "abcd"); t(struct.unpack, "y", b""); t(struct.calcsize, "3"); t(struct.calcsize, "z"); t(struct.calcsize, "=n"); t(struct.calcsize, 3); t(struct.calcsize, "é")
t(s.unpack_from, b"abc"); t(s.unpack_from, buf, 8); t(s.unpack_from, buf, -3); t(s.unpack_from, buf, -30); t(s.pack_into, buf, 10, b"a", 1); t(s.pack_into, buf, -2, b"a", 1); t(s.pack_into, buf, -20, b"a", 1); t(s.pack_into, b"const", 0, b"a", 1); t(s.pack_into, buf, 0, b"a"); t(s.pack_into, buf); t(s.pack_into)
t(struct.iter_unpack, "<i", b"12345"); t(struct.iter_unpack, "", b""); t(s.pack, b"a"); t(s.unpack, b"1")
print(struct.error, struct.error.__mro__[1].__name__, struct.Struct("i").format, sys.getsizeof(struct.Struct("i")) > 40, repr(s)[:9])
it = struct.iter_unpack("b", b"abc")
print(next(it), it.__length_hint__(), list(it), type(it).__name__)
print([struct.pack("<%dh" % n, *range(n)) for n in (1, 2)], sys.getsizeof(struct.pack("16s", b"")))
import gc
print(gc.is_tracked(s), gc.is_tracked(struct.unpack("2h", b"abcd")))
print([sys.getsizeof(struct.Struct(f)) for f in ('','i','ib','3i','ibhq', '2xs')], sys.getsizeof(struct.iter_unpack('b',b'a')))
class Mine(struct.Struct):
    pass
m = Mine("<h")
m.note = "x"
print(m.pack(3), m.note, m.size, isinstance(m, struct.Struct))
import weakref
r = weakref.ref(m)
del m
print(r(), struct.__all__ if False else len(struct.__all__))
gc.collect()
f = "".join(["<", "q"])
n = sys.getrefcount(f)
struct.pack(f, 1)
struct.pack(f, 2)
print(sys.getrefcount(f) - n)
import array
a = array.array("h", [1, 2, 3])
struct.pack_into("<i", a, 2, 65537)
print(a, struct.unpack_from("<h", a, 2))
Header = struct.Struct(">4sBBH")
data = b"".join(Header.pack(b"DATA", i, i * 2, 1000 + i) for i in range(3))
print(len(data), [(k.decode(), a, b, c) for k, a, b, c in Header.iter_unpack(data)])
import struct
vals = [0.0, -0.0, 1.0, -1.5, 65504.0, 65519.9, 6e-8, 5.96e-8, 2.98e-8, 2.9802322387695312e-08, 8.9e-8, 6.1e-05, 6.103515625e-05, 6.09e-5, 0.1, 1/3, 2049.0, 2051.0, 1.00048828125, 1.0014648437, 1e-10, float("inf"), float("-inf")]
print([struct.pack("<e", v).hex() for v in vals])
print([struct.unpack("<e", i.to_bytes(2, "little"))[0] for i in range(0, 65536, 997)])
print(struct.unpack(">e", b"\x7e\x00")[0] != struct.unpack(">e", b"\x7e\x00")[0], struct.pack("<e", float("nan")).hex())
for v in (65520.0, -65520.0, 1e300):
    try: print(struct.pack("e", v))
    except OverflowError as e: print(e)
for v in (3.4028235677973362e38, 3.4028235677973366e38, -4e38):
    try: print(struct.pack(">f", v))
    except OverflowError as e: print(e)
