import sys
class T: pass
try:
    T().x
except AttributeError as e:
    print(hasattr(e, "name"), hasattr(e, "obj"), getattr(e, "name", None))
try:
    x
except NameError as e:
    print(hasattr(e, "name"), getattr(e, "name", "?"))
try:
    print(NameError("a", name="b").name)
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
try:
    print(AttributeError("a", name="b", obj=1).obj)
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
