import gc

gc.collect()
try:
    tuple([1]) + True
except TypeError as error:
    print(error)
print(gc.get_count())
try:
    [tuple([1])] < 5
except TypeError as error:
    print(error)
print(gc.get_count())
try:
    -tuple([1])
except TypeError as error:
    print(error)
print(gc.get_count())
try:
    tuple([1])[9]
except IndexError as error:
    print(error)
print(gc.get_count())
try:
    del tuple([1])[0]
except TypeError as error:
    print(error)
print(gc.get_count())
