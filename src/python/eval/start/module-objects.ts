/**
 * How many objects that the collector tracks the library's modules are made of (`len(gc.get_objects())` of each release after gc.collect(),
 * before and after the import): of each module its own, and then what it imports that is not there at the start.
 */
import type { PythonVersion } from '../../../heap/index.ts';

interface ModuleObjects {
  readonly own: number;
  readonly imports: readonly string[];
}

const TOLD: { readonly [version in PythonVersion]: string } = {
  '3.8': `
    __future__ 27, _bisect 10, _collections 83, _compat_pickle 5, _ctypes 170, _functools 32, _heapq 14, _locale 21, _opcode 7,
    _operator 78, _pickle 61 _compat_pickle copyreg functools, _random 14, _sha512 26, _sre 61, _string 6, _struct 39, _tracemalloc 13,
    _weakrefset 52, array 54, atexit 9, bisect 5 _bisect, collections 248 _collections heapq keyword operator reprlib, collections.abc
    15 collections, contextlib 161 functools types, copy 29 copyreg types weakref, copyreg 18, ctypes 324 _ctypes struct, dataclasses
    114 copy inspect, dis 87 collections opcode types, enum 134 types, errno 5, fnmatch 13 re, functools 122 _functools collections,
    heapq 13 _heapq, importlib 11 types warnings, importlib.machinery 16 importlib, inspect 473 collections.abc dis importlib.machinery
    linecache, itertools 165, keyword 9, linecache 12 tokenize, math 56, opcode 15 _opcode, operator 6 _operator, pickle 164 _pickle re
    struct, random 82 _random _sha512 bisect itertools math warnings, re 61 _locale copyreg enum functools sre_compile, reprlib 30
    itertools, sre_compile 27 sre_parse, sre_constants 109 _sre, sre_parse 105 sre_constants, string 43 _string re, struct 6 _struct,
    threading 196 _collections _weakrefset itertools, timeit 24 itertools, token 9, tokenize 84 re token, traceback 67 linecache,
    tracemalloc 148 _tracemalloc collections.abc fnmatch linecache pickle, types 45, typing 600 collections.abc contextlib re, warnings
    46, weakref 117 _weakrefset itertools`,
  '3.9': `
    __future__ 27, _ast 514, _bisect 10, _collections 87, _compat_pickle 5, _ctypes 171, _functools 32, _heapq 13, _locale 20, _opcode
    7, _operator 77, _pickle 61 _compat_pickle copyreg functools, _random 15, _sha512 26, _sre 63, _string 6, _struct 43, _tracemalloc
    14, _weakrefset 53 types, array 52, ast 277 _ast contextlib enum, atexit 9, bisect 5 _bisect, collections 263 _collections heapq
    keyword operator reprlib, collections.abc 15 collections, contextlib 175 functools, copy 29 copyreg weakref, copyreg 18, ctypes 325
    _ctypes struct types, dataclasses 120 copy inspect, dis 85 collections opcode types, enum 133 types, errno 4, fnmatch 19 re,
    functools 123 _functools collections types, heapq 13 _heapq, importlib 11 types warnings, importlib.machinery 16 importlib, inspect
    487 ast collections.abc dis importlib.machinery linecache, itertools 165, keyword 12, linecache 12 tokenize, math 58, opcode 15
    _opcode, operator 6 _operator, pickle 164 _pickle re struct, random 86 _random _sha512 bisect itertools math warnings, re 65 _locale
    copyreg enum functools sre_compile, reprlib 30 itertools, sre_compile 27 sre_parse, sre_constants 109 _sre, sre_parse 105
    sre_constants, string 40 _string re, struct 6 _struct, threading 200 _weakrefset functools, timeit 24 itertools, token 9, tokenize
    84 re token, traceback 68 linecache, tracemalloc 153 _tracemalloc collections.abc fnmatch linecache pickle, types 45, typing 683
    collections.abc contextlib re, warnings 46, weakref 130 _weakrefset itertools`,
  '3.10': `
    __future__ 27, _ast 563, _bisect 9, _collections 87, _compat_pickle 5, _ctypes 171, _functools 53, _heapq 13, _locale 21, _opcode 6,
    _operator 83, _pickle 61 _compat_pickle copyreg functools, _random 15, _sha512 29, _sre 68, _string 6, _struct 43, _tracemalloc 14,
    _weakrefset 53 types, array 69 collections.abc, ast 287 _ast contextlib enum, atexit 9, bisect 5 _bisect, collections 272
    _collections keyword operator reprlib, collections.abc 15 collections, contextlib 202 functools, copy 29 copyreg weakref, copyreg
    19, ctypes 339 _ctypes struct types, dataclasses 141 copy inspect, dis 87 collections opcode types, enum 142 types, errno 4, fnmatch
    19 re, functools 124 _functools collections types, heapq 13 _heapq, importlib 11 warnings, importlib.machinery 16 importlib, inspect
    499 ast collections.abc dis importlib.machinery linecache, itertools 171, keyword 12, linecache 12 tokenize, math 58, opcode 15
    _opcode, operator 6 _operator, pickle 166 _pickle re struct, random 86 _random _sha512 bisect itertools math operator warnings, re
    65 _locale copyreg enum functools sre_compile, reprlib 30 itertools, sre_compile 27 sre_parse, sre_constants 109 _sre, sre_parse 105
    sre_constants, string 42 _string re, struct 6 _struct, threading 210 _weakrefset functools, timeit 24 itertools, token 9, tokenize
    94 re token, traceback 85 linecache, tracemalloc 153 _tracemalloc collections.abc fnmatch linecache pickle, types 45, typing 790
    collections.abc contextlib re, warnings 46, weakref 132 _weakrefset itertools`,
  '3.11': `
    __future__ 27, _ast 567, _bisect 9, _collections 86, _compat_pickle 5, _ctypes 170, _functools 53, _heapq 13, _opcode 7, _operator
    86, _pickle 61 _compat_pickle copyreg functools, _random 16, _sha512 29, _sre 68, _string 6, _struct 43, _tracemalloc 14, _typing 6,
    _weakrefset 53 types, array 69 collections.abc, ast 311 _ast contextlib enum, atexit 9, bisect 5 _bisect, collections 272
    _collections keyword operator reprlib, collections.abc 14 collections, contextlib 212 functools, copy 29 copyreg weakref, copyreg
    19, ctypes 351 _ctypes struct types, dataclasses 134 copy inspect, dis 171 collections opcode types, enum 272 functools, errno 4,
    fnmatch 17 re, functools 124 _functools collections types, heapq 13 _heapq, importlib 11 warnings, importlib.machinery 6 importlib,
    inspect 482 ast collections.abc dis importlib.machinery linecache, itertools 171, keyword 12, linecache 12 tokenize, math 60, opcode
    38 _opcode, operator 6 _operator, pickle 165 _pickle re struct, random 86 _random _sha512 bisect itertools math operator warnings,
    re 343 _sre copyreg enum, reprlib 30 itertools, string 43 _string re, struct 6 _struct, textwrap 32 re, threading 211 _weakrefset
    functools, timeit 24 itertools, token 9, tokenize 94 re token, traceback 140 collections.abc contextlib linecache textwrap,
    tracemalloc 154 _tracemalloc collections.abc fnmatch linecache pickle, types 45, typing 861 _typing collections.abc contextlib re
    warnings, warnings 48, weakref 130 _weakrefset itertools`,
  '3.12': `
    __future__ 27, _ast 590, _bisect 9, _collections 96, _compat_pickle 5, _ctypes 186, _functools 53, _heapq 13, _opcode 7, _operator
    86, _pickle 65 _compat_pickle copyreg functools, _random 16, _sha2 53, _sre 72, _string 6, _struct 42, _tokenize 12, _tracemalloc
    14, _typing 5, _weakrefset 53 types, array 72 collections.abc, ast 323 _ast contextlib re, atexit 9, bisect 5 _bisect, collections
    273 _collections keyword operator reprlib, collections.abc 14 collections, contextlib 212 functools, copy 29 copyreg weakref,
    copyreg 19, ctypes 351 _ctypes struct types, dataclasses 139 copy inspect, dis 171 collections opcode types, enum 288 functools,
    errno 4, fnmatch 17 re, functools 123 _functools collections types, heapq 13 _heapq, importlib 10 warnings, importlib.machinery 6
    importlib, inspect 538 ast collections.abc dis importlib.machinery linecache, itertools 221, keyword 12, linecache 12 tokenize, math
    61, opcode 52 _opcode, operator 6 _operator, pickle 166 _pickle re struct, random 88 _random _sha2 bisect itertools math operator
    warnings, re 340 _sre copyreg enum, reprlib 31 itertools, string 44 _string re, struct 6 _struct, textwrap 33 re, threading 215
    _weakrefset functools, timeit 24 itertools, token 9, tokenize 95 _tokenize re token, traceback 142 collections.abc contextlib
    linecache textwrap, tracemalloc 153 _tracemalloc collections.abc fnmatch linecache pickle, types 45, typing 818 _typing
    collections.abc contextlib re warnings, warnings 50, weakref 129 _weakrefset itertools`,
  '3.13': `
    __future__ 27, _ast 974, _bisect 9, _collections 96, _colorize 15, _compat_pickle 5, _ctypes 215, _functools 55, _heapq 13, _opcode
    19, _opcode_metadata 21, _operator 90, _pickle 65 _compat_pickle copyreg functools, _random 16, _sre 72, _string 6, _struct 43,
    _tokenize 12, _tracemalloc 14, _typing 5, _weakrefset 53 types, array 73 collections.abc, ast 302 _ast contextlib re, atexit 9,
    bisect 5 _bisect, collections 274 _collections keyword operator reprlib, collections.abc 9 collections, contextlib 220 functools
    types, copy 30 copyreg weakref, copyreg 19, ctypes 377 _ctypes struct types, dataclasses 144 copy inspect, dis 216 collections
    opcode types, enum 300 types, errno 4, fnmatch 19 re, functools 124 _functools collections, heapq 13 _heapq, importlib 10,
    importlib.machinery 6 importlib, inspect 532 ast collections.abc dis importlib.machinery linecache tokenize weakref, itertools 221,
    keyword 12, linecache 13, math 62, opcode 20 _opcode _opcode_metadata, operator 6 _operator, pickle 169 _pickle re struct, random 99
    _random bisect itertools math operator, re 328 _sre copyreg enum functools, reprlib 31 itertools, string 44 _string re, struct 6
    _struct, textwrap 33 re, threading 223 _collections _weakrefset itertools warnings, timeit 24 itertools, token 9, tokenize 93
    _tokenize re token, traceback 156 _colorize collections.abc contextlib linecache textwrap warnings, tracemalloc 155 _tracemalloc
    collections.abc fnmatch linecache pickle, types 46, typing 809 _typing collections.abc copyreg functools types, warnings 66, weakref
    129 _weakrefset itertools`,
};

const read = new Map<PythonVersion, ReadonlyMap<string, ModuleObjects>>();

/** How many objects the import of `module` adds to those that `loaded` stands for, which learns what it loads. */
export function objectsOfImport(python: PythonVersion, module: string, loaded: Set<string>): number {
  const found = objectsOf(python).get(module);
  if (found === undefined || loaded.has(module)) return 0;
  loaded.add(module);
  return found.imports.reduce((sum, name) => sum + objectsOfImport(python, name, loaded), found.own);
}

function objectsOf(python: PythonVersion): ReadonlyMap<string, ModuleObjects> {
  const known = read.get(python);
  if (known !== undefined) return known;
  const told = TOLD[python].split(',').map((entry) => entry.trim().split(/\s+/));
  const made = new Map(
    told.map(([name = '', own, ...imports]) => [name, { own: Number(own), imports }] as const),
  );
  read.set(python, made);
  return made;
}
