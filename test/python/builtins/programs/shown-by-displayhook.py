import sys
def display(value):
    if value is not None:
        print("display:", repr(value))
sys.displayhook = display
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("None\n", "<s>", "single"))
exec(compile("x = 5; x; 'text'\n", "<s>", "single"))
exec(compile("for i in range(2): i\n\n", "<s>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("'text'\n", "<s>", "single"))
import builtins
print(builtins._)
print(builtins._)
class Out:
    def write(self, s): sys.__stdout__.write(f"<{s}>"); return len(s)
    def flush(self): pass
sys.stdout = Out()
exec(compile("[1, 'a']\n_\n" if 0 else "[1, 'a']; _\n", "<s>", "single"))
sys.stdout = sys.__stdout__
sys.displayhook(5); sys.displayhook(None); print(_)
