import sys, atexit
class W:
    def __init__(self, s): self.s = s; self.n = 0
    def write(self, s):
        self.s.write(s.upper())
        return len(s)
    def flush(self):
        self.n += 1
        self.s.write(f"<flush {self.n}>")
        self.s.flush()
sys.stdout = W(sys.stdout)
print("hello")
print("x", flush=True)
atexit.register(print, "at exit")
class D:
    def __del__(self): print("del")
d = D()
