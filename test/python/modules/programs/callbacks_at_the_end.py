import gc
log = []
class A: pass
a = A(); a.a = a; a.log = log
gc.callbacks.append(lambda p, i: log.append(p))
gc.callbacks.append(lambda p, i: print(p, i['generation'], len(log)))
