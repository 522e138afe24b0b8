# asinh, acosh and tanh to the last bit, over the sizes where their formulas change.
import math
seed = 11
def rnd():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 11) / 2**53
values = [(rnd() - .5) * 2 for _ in range(60)] + [(rnd() - .5) * 40 for _ in range(40)]
values += [(rnd() - .5) * 2 ** (rnd() * 600) for _ in range(60)] + [(rnd() - .5) * 2 ** (-rnd() * 60) for _ in range(40)]
for x in values + [0.0, -0.0, math.inf, -math.inf, math.nan, 22.0, 1.0, -1.0, 2.0, 2.0 ** 28, 2.0 ** -55, 5e-324]:
    print(math.asinh(x).hex(), math.tanh(x).hex(), math.acosh(1 + abs(x)).hex(), math.cosh(min(abs(x), 700)).hex())
for x in (0.5, -1.0, -math.inf):
    try: print(math.acosh(x))
    except ValueError as e: print(e)
