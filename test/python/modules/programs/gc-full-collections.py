"""How often full collections come depends on how many objects the imported modules are made of."""
import gc
import functools
import weakref

def full_collections(rounds):
    gc.collect()
    before = gc.get_stats()[2]['collections']
    gc.set_threshold(10, 2, 2)
    kept = []
    for n in range(rounds):
        kept.append({z: (z, [z]) for z in range(300)})
    gc.set_threshold(700, 10, 10)
    return gc.get_stats()[2]['collections'] - before

for rounds in 2, 4, 6, 9, 12:
    print(rounds, full_collections(rounds))
import dataclasses
for rounds in 4, 6, 9, 12, 16:
    print(rounds, full_collections(rounds))
