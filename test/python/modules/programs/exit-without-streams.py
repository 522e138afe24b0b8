import sys

print("before")
sys.stderr = None
sys.exit("told anyway")
