/**
 * Names of modules and of built-in classes that CPython 3.9 to 3.13 have and that are not modelled: whoever asks for one is told so,
 * rather than that there is no such name.
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

const names = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

const UNSUPPORTED: Readonly<Record<string, ReadonlySet<string>>> = {
  type: names('__flags__ __text_signature__'),
  code: names('co_code co_lnotab'),
  builtins: names('breakpoint copyright credits help license'),
  sys: names(
    'addaudithook breakpointhook call_tracing copyright get_asyncgen_hooks get_coroutine_origin_tracking_depth',
    'meta_path path_hooks path_importer_cache set_asyncgen_hooks set_coroutine_origin_tracking_depth',
    'setdlopenflags',
  ),
  os: names(
    'CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EX_CANTCREAT EX_CONFIG',
    'EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL',
    'EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM',
    'MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB',
    'MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB',
    'MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT',
    'O_DIRECTORY O_DSYNC O_EXCL O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY',
    'O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL',
    'POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2',
    'POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT',
    'PathLike RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_DSYNC',
    'RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK',
    'SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV',
    'ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP',
    'WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG',
    'WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abort access chmod chown chroot close',
    'closerange confstr confstr_names copy_file_range ctermid device_encoding dup dup2 environ',
    'environb error execl execle execlp execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync',
    'fdopen forkpty fpathconf fsdecode fsencode fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path',
    'get_inheritable get_terminal_size getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg',
    'getlogin getpgid getpgrp getppid getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups',
    'isatty killpg lchown link listxattr lockf lseek lstat major makedev memfd_create minor mkfifo mknod nice',
    'openpty pathconf pathconf_names pidfd_open pipe pipe2 posix_fadvise posix_fallocate',
    'posix_spawn posix_spawnp pread preadv pwrite pwritev read readlink readv register_at_fork removedirs',
    'removexattr renames replace scandir sched_get_priority_max sched_get_priority_min sched_getaffinity',
    'sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam',
    'sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid seteuid setgid setgroups',
    'setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle',
    'spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe stat_result statvfs statvfs_result strerror',
    'supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd supports_follow_symlinks symlink',
    'sync sysconf sysconf_names tcgetpgrp tcsetpgrp terminal_size times times_result truncate ttyname umask uname',
    'uname_result unsetenv urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode',
    'write writev',
  ),
  posixpath: names(
    'expanduser expandvars getatime getctime getmtime getsize ismount samefile sameopenfile samestat',
  ),
  time: names('clock_settime clock_settime_ns pthread_getcpuclockid'),
  ctypes: names(
    'ARRAY ArgumentError Array BigEndianStructure CDLL CFUNCTYPE DEFAULT_MODE LibraryLoader LittleEndianStructure',
    'POINTER PYFUNCTYPE PyDLL RTLD_GLOBAL RTLD_LOCAL SetPointerType Structure Union addressof alignment byref',
    'c_bool c_buffer c_byte c_char c_char_p c_double c_float c_int16 c_int8 c_longdouble c_short c_ubyte c_uint16',
    'c_uint8 c_ushort c_void_p c_voidp c_wchar c_wchar_p cast cdll create_string_buffer create_unicode_buffer',
    'get_errno memmove memset pointer py_object pydll pythonapi resize set_errno sizeof string_at wstring_at',
  ),
  typing: names('EXCLUDED_ATTRIBUTES Match Pattern'),
  io: names(
    'BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter',
    'DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET TextIOBase',
    'open open_code',
  ),
  threading: names(
    'Barrier BoundedSemaphore BrokenBarrierError Condition ExceptHookArgs Timer WeakSet activeCount currentThread',
    'excepthook setprofile settrace stack_size',
  ),
  timeit: names('main reindent'),
  traceback: names('print_last'),
  copyreg: names('add_extension clear_extension_cache remove_extension'),
};

/** What says so; null for a name that CPython has not either. */
export function unsupportedName(owner: string, name: string): string | null {
  if (UNSUPPORTED[owner]?.has(name) !== true) return null;
  return `${owner === 'builtins' ? '' : `${owner}.`}${name} is not supported here`;
}

/**
 * The error for an attribute that there is in CPython and not here; null: it is no such name. hasattr() does not take it for an
 * attribute that is missing, nor is another name meant.
 */
export function refused(vm: Interpreter, owner: string, name: string): PythonRaise | null {
  const words = unsupportedName(owner, name);
  if (words === null) return null;
  const refusal = new PythonRaise('AttributeError', words);
  vm.refusals.add(refusal);
  return vm.about(refusal, name);
}
