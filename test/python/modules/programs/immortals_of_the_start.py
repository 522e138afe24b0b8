import gc
c = gc.get_freeze_count
print(c(), gc.collect(), c())
gc.unfreeze(); print(c()); gc.collect(0); print(c()); gc.collect(1); print(c()); gc.collect(2); print(c())
gc.unfreeze(); print(c()); 
n = len(gc.get_objects()); gc.collect(); print(c(), n > 0)
gc.freeze(); print(c() > 1000); gc.unfreeze(); print(c()); gc.collect(); print(c())
