"""Runs workloads for the benchmark: one JSON object a line in, one out. Times are the thread's CPU time in nanoseconds.

A workload is a list of phases, run in one namespace as module code; a timed phase answers how long it took. `graph` gives each
list of `objects` references to others, chosen by the same generator as in the simulated heap.
"""
import gc
import json
import sys
import time


def graph(objects, edges):
    state, count = 1, len(objects)
    for one in objects:
        for _ in range(edges):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            one.append(objects[(state >> 8) % count])


def run(phases):
    gc.enable()
    gc.collect()
    gc.freeze()
    before = sum(one["collections"] for one in gc.get_stats())
    names = {"gc": gc, "graph": graph}
    times, collections = {}, {}
    for phase in phases:
        code = compile(phase["python"], "workload", "exec")
        start = time.thread_time_ns()
        exec(code, names)
        elapsed = time.thread_time_ns() - start
        if "timed" in phase:
            after = sum(one["collections"] for one in gc.get_stats())
            times[phase["timed"]] = elapsed
            collections[phase["timed"]] = after - before
        before = sum(one["collections"] for one in gc.get_stats())
    names.clear()
    gc.enable()
    gc.unfreeze()
    gc.collect()
    return {"times": times, "collections": collections}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
