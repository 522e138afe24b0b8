import sys
a = "hello"; i3 = 257; f1 = 1.5; b1 = b"a"; t1 = (1, 2)
for n, v in dict(add=lambda: a + "", add2=lambda: "" + a, strip=lambda: a.strip(), ls=lambda: a.lstrip("z"), rs=lambda: a.rstrip("z"), rep=lambda: a.replace("z", "y"), low=lambda: a.lower(), lj=lambda: a.ljust(2), split=lambda: a.split("z")[0], split2=lambda: a.split()[0], join=lambda: "".join([a]), rp=lambda: a.removeprefix("z"), rsx=lambda: a.removesuffix("z"), et=lambda: a.expandtabs(), zf=lambda: a.zfill(2), ti=lambda: a.title(), cen=lambda: a.center(3), f=lambda: f"{a}", fr=lambda: f"{a!s}", fs=lambda: f"{a:s}", fs2=lambda: f"{a:<3}", fmt=lambda: format(a), fmt2=lambda: format(a, ""), pc=lambda: "%s" % a, pc2=lambda: "%s" % (a,), br=lambda: "{}".format(a), part=lambda: a.partition("z")[0], rpart=lambda: a.rpartition("z")[2], sl=lambda: a[0:5], sl2=lambda: a[-9:9], sl3=lambda: a[::1], mul=lambda: a * 1, spl=lambda: a.splitlines()[0], cas=lambda: a.casefold(), s=lambda: str(a), rj=lambda: a.rjust(5), mk=lambda: a.__str__(), ia=lambda: sys.intern(a), iadd=lambda: a.__add__(""), rsplit=lambda: a.rsplit("z")[0]).items():
    print(n, v() is a, end=" ")
print()
for n, v in dict(i=lambda: int(i3), ab=lambda: abs(i3), pos=lambda: +i3, add=lambda: i3 + 0, mul=lambda: i3 * 1, rnd=lambda: round(i3), rnd2=lambda: round(i3, 0), orr=lambda: i3 | 0, xor=lambda: i3 ^ 0, sh=lambda: i3 << 0, shr=lambda: i3 >> 0, fd=lambda: i3 // 1, sub=lambda: i3 - 0, pw=lambda: i3 ** 1, andd=lambda: i3 & -1, idx=lambda: i3.__index__(), conj=lambda: i3.conjugate(), real=lambda: i3.real, num=lambda: i3.numerator, tr=lambda: i3.__trunc__()).items():
    print(n, v() is i3, end=" ")
print()
for n, v in dict(f=lambda: float(f1), pos=lambda: +f1, add=lambda: f1 + 0, conj=lambda: f1.conjugate(), real=lambda: f1.real, ab=lambda: abs(f1)).items():
    print(n, v() is f1, end=" ")
print()
b = b"hello"
for n, v in dict(b=lambda: bytes(b), sl=lambda: b[:], sl2=lambda: b[0:9], add=lambda: b + b"", add2=lambda: b"" + b, mul=lambda: b * 1, strip=lambda: b.strip(), rep=lambda: b.replace(b"z", b"y"), join=lambda: b"".join([b]), rp=lambda: b.removeprefix(b"z"), split=lambda: b.split(b"z")[0], lj=lambda: b.ljust(2), part=lambda: b.partition(b"z")[0], ls=lambda: b.lstrip(b"z"), et=lambda: b.expandtabs(), low=lambda: b.lower(), zf=lambda: b.zfill(1)).items():
    print(n, v() is b, end=" ")
print()
for n, v in dict(t=lambda: tuple(t1), sl=lambda: t1[:], add=lambda: t1 + (), add2=lambda: () + t1, mul=lambda: t1 * 1, st=lambda: t1[::1], star=lambda: (*t1,)).items():
    print(n, v() is t1, end=" ")
print()
