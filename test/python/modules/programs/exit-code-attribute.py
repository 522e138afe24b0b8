class Leave(SystemExit):
    code = 2**70 + 7


try:
    raise Leave(5)
except SystemExit as e:
    print(e.args, e.code == 2**70 + 7)


class Seven(Leave):
    @property
    def code(self):
        print("asked")
        return 7


raise Seven(5)
