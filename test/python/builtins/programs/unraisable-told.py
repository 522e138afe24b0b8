import io
import sys

told = sys.stderr = io.StringIO()


class Raising:
    def __init__(self, exception):
        self.exception = exception

    def __del__(self):
        raise self.exception


class Silent(Exception):
    def __str__(self):
        return ""


noted = ValueError("noted")
if hasattr(noted, "add_note"):
    noted.add_note("a note")
for exception in (ValueError(), KeyError, Silent(), noted, SyntaxError("bad", ("f", 1, 2, "text")), KeyboardInterrupt()):
    Raising(exception)
sys.unraisablehook = None
Raising(ValueError("without a hook"))
for line in told.getvalue().split("\n"):
    if not line.startswith(("Exception ignored", "  File", "    raise", "      ")):
        print(repr(line))
