import gc, copyreg
class C21:
    def __getattr__(self, name):
        return 5
o=C21()
gc.collect()
r=[0]*10
for i in range(10):
    try: o.__reduce_ex__(4)
    except Exception as e: pass
    r[i]=gc.get_count()[0]
print(r)
def f(): 
    try: o.__reduce_ex__(4)
    except Exception as e: return e
f()
print(repr(f()))
gc.collect()
print(gc.get_count()[0])
f()
print(gc.get_count()[0])
