import os, os.path as p
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
for l in (['abc', 'abd'], [], ['/a/b', '/a/bc', '/a/b/c'], ['x'], ['', 'a'], ['日本', '日本語'], ('q', 'qw')): t(lambda: p.commonprefix(l))
for l in (['/a/b', '/a/c'], ['a/b', 'a/b/c'], ['/a', 'b'], [], ['/'], ['/a/../b', '/a/x'], ['a//b', './a/c'], ['/a', '/b'], ['a', 'b']): t(lambda: p.commonpath(l))
for a in (('/home/x', '/home'), ('/home', '/home/x/y'), ('/a', '/a'), ('a/b', 'a'), ('', ), ('../x', '.'), ('/', '/a')): t(lambda: p.relpath(*a))
t(lambda: p.normcase('/A/b')); t(lambda: p.splitdrive('/a/b')); t(lambda: p.islink('/nope')); t(lambda: p.lexists('/nope'))
print(p.curdir, p.pardir, p.extsep, p.sep, p.pathsep, p.altsep, p.defpath, p.devnull, os.curdir, os.pardir, os.extsep, os.pathsep, os.altsep, os.devnull, os.defpath)
t(lambda: p.join('a', 'b', '/c', 'd')); t(lambda: p.join('a/', '')); t(lambda: p.split('/a//b')); t(lambda: p.splitext('.a.b')); t(lambda: p.splitext('a/.b')); t(lambda: p.splitext('..a.b')); t(lambda: p.splitext('a.')); t(lambda: p.splitext('x.y/z')); t(lambda: p.normpath('a/../..')); t(lambda: p.normpath('//a')); t(lambda: p.normpath('///a')); t(lambda: p.normpath('')); t(lambda: p.normpath('/..')); t(lambda: p.basename('/a/')); t(lambda: p.dirname('a')); t(lambda: p.dirname('//a')); t(lambda: p.isabs('a')); t(lambda: p.join(1)); t(lambda: p.commonprefix([1, 2])); t(lambda: p.commonprefix('abc')); t(lambda: p.basename(None)); t(lambda: os.fspath(3))
