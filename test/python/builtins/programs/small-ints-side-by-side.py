"""Small ints lie side by side, in order."""
first = id(0)
print([id(n) - first for n in (-5, -1, 0, 1, 2, 7, 40)])
print(id(2) - id(1), id(10) - id(5), id(True) != id(1))
print(len({id(n) for n in range(-5, 257)}), id(int("12")) == id(12), id(300 + first) == id(3))
