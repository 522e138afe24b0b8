import sys

del sys.excepthook
print("before")
1 / 0
