def attempt(make):
    try:
        print(len(make()))
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)


attempt(lambda: list(range(2**50)))
attempt(lambda: sorted(range(2**50)))
attempt(lambda: tuple(range(2**50)))
attempt(lambda: [0] * 2**50)
attempt(lambda: tuple(range(12)))
attempt(lambda: list(range(12)))
