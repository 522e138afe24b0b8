import sys
if sys.version_info >= (3, 12):
    words = ("spam", "eggs", "name", "value", "key", "python", "hello", "data", "node", "test", "ident", "alice", "result", "callback", "z9")
    print([word for word in words if sys.getrefcount(word) > 10**9])
    made = sys.intern("".join(["val", "ue"]))
    print(made == "value", sys.getrefcount(made) > 10**9)
    print(sys.getrefcount(sys.intern("".join(["zz", "ue"]))) > 10**9)
