import traceback
def t(f):
    try: f()
    except Exception: print(traceback.format_exc().replace(__file__, 'FILE'))
def a():
    x = (f"{1} ab"
         f"{1:zz} cd"
         "end")
def b():
    x = ("a" 'b'
         f"{1 + 'a'}"
         "end")
def c():
    return f'{1:zz}' + f'''
    {1:yy}'''
def d():
    return '%s %5s' % (1, 2) + "%s" % (
       a,) + "%s %s" % (1, {}[1])
t(a); t(b); t(c); t(d)
