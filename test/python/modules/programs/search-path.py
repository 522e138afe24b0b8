import os
import sys

print(sys.path[0] == os.path.dirname(__file__), len(sys.path))
print([os.path.basename(one) for one in sys.path[1:]])
print([os.path.dirname(one) == os.path.dirname(os.__file__) for one in sys.path[3:]])
