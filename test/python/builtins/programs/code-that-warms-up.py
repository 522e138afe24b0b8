# What a code object has warmed up for: str(x) is called without a tuple where 3.11 has quickened its code.
import gc


def tests_at_the_bottom(n):
    while n > 0 and n < 100:
        n -= 1
        if n == 3:
            continue
    gc.collect()
    text = str(n)
    print(gc.get_count())


for turn in range(12):
    tests_at_the_bottom(4)


def jumps_back(n):
    for turn in range(n):
        pass
    gc.collect()
    text = str(n)
    print(gc.get_count())


jumps_back(6)
jumps_back(0)
jumps_back(0)


def always(n):
    while True:
        n -= 1
        if n < 0:
            break
    gc.collect()
    text = str(n)
    print(gc.get_count())


always(6)
always(0)


def resumes():
    for turn in range(12):
        gc.collect()
        text = str(turn)
        print(gc.get_count())
        yield


for one in resumes():
    pass
