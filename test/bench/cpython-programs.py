"""Runs programs for the benchmark: one JSON object a line in (its source), one out. Times are the thread's CPU time in nanoseconds.

Start-up is not measured: the program is compiled, and the modules that it imports are loaded, before the clock starts. Where psutil is
not installed, its resident size is read from /proc, as psutil does on Linux.
"""
import contextlib
import gc
import io
import json
import os
import sys
import time
import tracemalloc  # noqa: F401
import types


def stand_in():
    class Memory:
        def __init__(self, rss):
            self.rss = rss

    class Process:
        def __init__(self, pid):
            self.path = "/proc/%d/statm" % pid

        def memory_info(self):
            with open(self.path, "rb") as file:
                return Memory(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE"))

    psutil = types.ModuleType("psutil")
    psutil.Process = Process
    return psutil


try:
    import psutil  # noqa: F401
except ImportError:
    sys.modules["psutil"] = stand_in()


def run(source):
    gc.enable()
    gc.collect()
    gc.freeze()
    code = compile(source, "program.py", "exec")
    names = {"__name__": "__main__"}
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        start = time.thread_time_ns()
        exec(code, names)
        elapsed = time.thread_time_ns() - start
    names.clear()
    gc.unfreeze()
    gc.collect()
    return {"ns": elapsed, "characters": len(out.getvalue())}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line)["source"])), flush=True)
