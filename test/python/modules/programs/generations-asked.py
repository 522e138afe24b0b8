import gc
for bad in (-1, 3, 2**31, 2**40, "x", 1.0, None, True):
    try:
        print(gc.collect(bad) >= 0)
    except Exception as e:
        print(type(e).__name__, e)
for bad in (-1, 3, None, "x", -5):
    try:
        print(len(gc.get_objects(bad)) > 0)
    except Exception as e:
        print(type(e).__name__, e)
