# No frame of a library module stands in a traceback where C code raises
import io
import os
import traceback


def told(action):
    try:
        action()
    except Exception as error:
        entries = traceback.extract_tb(error.__traceback__)
        print(type(error).__name__, [entry.name for entry in entries])


told(lambda: open("nowhere.txt"))
told(lambda: open(__file__).write("x"))
told(lambda: open(__file__, "rz"))
told(lambda: io.StringIO("a").seek(-1))
told(lambda: open(5000))
told(lambda: open(__file__).read("x"))
told(lambda: io.BytesIO(b"a").getbuffer()[5])
