import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Upper:
    def write(self, text):
        sys.__stdout__.write(text.upper())

    def flush(self):
        pass


a = Noisy("a")
sys.stdout = Upper()
print("end")
