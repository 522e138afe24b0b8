import bisect
import heapq
import sys


class Job:
    made = 0

    def __init__(self, priority, name):
        self.priority, self.name = priority, name
        Job.made += 1

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.name}:{self.priority}"


queue = []
jobs = [Job(p, n) for p, n in zip((5, 1, 4, 2, 3), ("e", "a", "d", "b", "c"))]
for job in jobs:
    heapq.heappush(queue, job)
    print(queue[0], len(queue), sys.getsizeof(queue), end="; ")
print()
print([sys.getrefcount(j) for j in jobs])
first = heapq.heappop(queue)
print(first, first is jobs[1], sys.getrefcount(first), queue)
print(heapq.heappushpop(queue, first), heapq.heapreplace(queue, first), queue)
print(heapq.nsmallest(2, queue), heapq.nlargest(2, queue, key=lambda j: j.name))
del job
print([sys.getrefcount(j) for j in jobs])
numbers = [9, 4, 7, 1, 8, 2]
heapq.heapify(numbers)
print(numbers, list(heapq.merge([1, 4], [2, 3], [0, 9])), sys.getsizeof(numbers))
while numbers:
    print(heapq.heappop(numbers), end=" ")
print(sys.getsizeof(numbers))
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heappush([Job(1, "x")], 3),
            lambda: heapq.heapify(5), lambda: heapq.heapreplace([], 1)):
    try:
        bad()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
print("made:", Job.made)

marks = [50, 60, 70, 80, 90]
grades = [("FEDCBA"[bisect.bisect(marks, m)], m) for m in (33, 50, 69, 95, 80)]
print(grades, bisect.bisect_left(marks, 70), bisect.bisect_right(marks, 70))
bisect.insort(marks, 75)
bisect.insort_left(marks, 60)
print(marks, sys.getsizeof(marks))
table = []
for word in "the quick brown fox jumps over the lazy dog".split():
    i = bisect.bisect_left(table, word)
    if i == len(table) or table[i] != word:
        table.insert(i, word)
print(table, sys.getsizeof(table))
try:
    bisect.bisect([1, 2], "x")
except TypeError as e:
    print("TypeError:", e)
try:
    bisect.bisect([1, 2], 1, -1)
except ValueError as e:
    print("ValueError:", e)


def dijkstra(graph, start):
    seen, todo = {}, [(0, start)]
    while todo:
        cost, place = heapq.heappop(todo)
        if place in seen:
            continue
        seen[place] = cost
        for other, length in graph[place].items():
            heapq.heappush(todo, (cost + length, other))
    return seen


graph = {"A": {"B": 7, "C": 3}, "B": {"D": 1}, "C": {"B": 1, "D": 8}, "D": {}}
print(dijkstra(graph, "A"), sys.getsizeof(dijkstra(graph, "A")))
