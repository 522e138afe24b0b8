import sys
print(sys.stdin.closed, sys.stdin.readable(), sys.stdout.readable(), sys.stdin.writable())
print(sys.stdin.close(), sys.stdin.closed, sys.stdin.close())
for f in (lambda: sys.stdin.readline(), lambda: sys.stdin.read(), lambda: sys.stdin.readable(), lambda: sys.stdin.isatty(), lambda: sys.stdin.flush()):
    try:
        print(f())
    except ValueError as e:
        print(e)
