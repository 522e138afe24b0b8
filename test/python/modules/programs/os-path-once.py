import sys
import os.path

__import__('os.path')
print(sys.modules["os.path"].__name__)
import os, posixpath
print(os.path is posixpath, sys.modules['posixpath'] is os.path, sys.modules['os.path'] is os.path, 'os.path' in sys.modules)
import os.path as p
from os import path as q
print(p is q is os.path)
