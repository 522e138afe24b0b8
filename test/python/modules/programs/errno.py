import errno
print(errno.ENOENT, errno.EWOULDBLOCK, errno.errorcode[2], len(errno.errorcode), sorted(vars(errno))[-3:])
print(list(errno.errorcode.items()))
try:
    raise OSError(errno.EACCES, 'no')
except PermissionError as e:
    print(e.errno == errno.EACCES, errno.errorcode[e.errno])
