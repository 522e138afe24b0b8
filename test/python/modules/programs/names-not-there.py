# What a module lacks is told with the place of the module
import os
folder = os.__file__[: -len("os.py")]
for line in ("from collections import Counterr", "from sys import nope", "from math import squareroot", "from os import nope", "from os.path import nope", "from random import randit", "from itertools import nope", "from collections.abc import Mappings"):
    try:
        exec(line)
    except ImportError as error:
        if "abc" not in line:
            print(str(error).replace(folder, "LIB/"), error.name, (error.path or "nowhere").replace(folder, "LIB/"))
