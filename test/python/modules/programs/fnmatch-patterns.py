import fnmatch
names=['a.py','b.txt','abc.py','[x]','x-y','A.PY','','a]b','a!b','é.py','a\nb']
for p in ('*.py','?.py','[ab]*','[!a]*','[a-c]*','*','','[','[]','[]]*','[!]]*','a[!x]b','*.*','[x-','**y','a?b','\\[x]','[[]x]'):
    print(p, [n for n in names if fnmatch.fnmatch(n,p)], fnmatch.filter(names,p)==[n for n in names if fnmatch.fnmatchcase(n,p)])
