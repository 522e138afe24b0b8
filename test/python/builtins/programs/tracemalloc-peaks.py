"""What passes while a text is made, a slice taken or a dict filled shows in the peak alone."""
import tracemalloc

numbers = list(range(1000, 1100))
words = {str(n): n for n in numbers}
results = []


def measure(label, make):
    tracemalloc.reset_peak() if hasattr(tracemalloc, "reset_peak") else None
    before = tracemalloc.get_traced_memory()[0]
    value = make()
    current, peak = tracemalloc.get_traced_memory()
    results.append((label, current - before, peak - before))
    return value


tracemalloc.start()
measure("warm", lambda: None)
measure("str of int", lambda: str(123456))
measure("repr of list", lambda: repr(numbers))
measure("repr of tuple", lambda: repr((1, 2, "three")))
measure("repr of dict", lambda: repr(words))
measure("repr of float", lambda: repr(1 / 3))
measure("percent", lambda: "%s-%d-%s" % ("a", 5, [1, 2]))
measure("format", lambda: "{}:{}".format("abc", 12345))
measure("slice", lambda: numbers[10:60])
measure("map", lambda: list(map(str, numbers)))
measure("zip", lambda: list(zip(numbers, numbers)))
measure("pairs", lambda: dict(zip(numbers, numbers)))
measure("merged", lambda: {**words})
measure("next", lambda: next(iter(numbers)))
tracemalloc.stop()
for label, kept, peak in results:
    print(f"{label:<14} {kept:>6} {peak:>6}")
