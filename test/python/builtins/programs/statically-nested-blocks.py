def t(s):
    try: compile(s,'x','exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, getattr(e,'end_lineno',None), getattr(e,'end_offset',None), repr((e.text or '')[:30]))
def nest(head, n, tail='pass', pre=''):
    return pre+''.join(' '*i+head+'\n' for i in range(n))+' '*n+tail
for n in (20,21,22):
    for h in ('for aa in b:','while x:','with a as b, c:' ,'with a as b:'):
        t(nest(h,n))
    t('def f():\n'+''.join(' '*i+'for aa in b:\n' for i in range(1,n+1))+' '*(n+1)+'yield 1')
    t('def f():\n'+''.join(' '*i+'for aa in b:\n' for i in range(1,n+1))+' '*(n+1)+'pass')
    t('with '+'a, '*(n-1)+'a: pass')
    t(''.join(' '*i+'try:\n' for i in range(n))+' '*n+'pass\n'+''.join(' '*i+'except: pass\n' for i in reversed(range(n))))
    t(''.join(' '*i+'try:\n' for i in range(n))+' '*n+'pass\n'+''.join(' '*i+'finally: pass\n' for i in reversed(range(n))))
