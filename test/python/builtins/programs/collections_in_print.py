import gc
gc.collect()
gc.set_threshold(3)
class W: pass
def f():
    w = W(); w.w = w
log = []
gc.callbacks.append(lambda p, i: log.append(p))
f(); print(1, log)
f(); print(2, log)
f(); print(3, log)
f(); print(4, log)
gc.callbacks.clear()
