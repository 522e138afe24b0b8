import sys
class W:
    def write(self, s): return sys.__stdout__.write(s)
    def flush(self): raise ValueError("no flush")
sys.stdout = W()
print("z")
sys.exit(3)
