/**
 * How many references the interpreter itself holds, before a program begins, to objects that exist once: sys.getrefcount of a fresh
 * interpreter, less what the program that asks holds. What has fewer than ten counts for one. From 3.12 on all of these are immortal.
 */
import { atVersion, type Minor, type Since, since } from '../heap/index.ts';

/** A name, an int or a literal, and its count. */
const COUNTS: Since<string> = since({
  8: `
None 4043 True 103 False 109 Ellipsis 2 NotImplemented 3 () 1242 '' 54 b'' 10 -1 26 0 245 1 121 2 103 3 36 4 59 5 27 6
17 7 15 8 32 9 10 11 11 16 22 32 12 64 21 128 17 256 18 ArithmeticError 11 BaseException 91 ConnectionError 12
Exception 91 ImportError 13 LookupError 12 OSError 50 RuntimeError 15 SyntaxError 13 UnicodeDecodeError 11
UnicodeEncodeError 11 UnicodeError 11 UnicodeTranslateError 11 ValueError 12 Warning 25 bool 11 bytearray 79 bytes 66
classmethod 12 complex 40 dict 34 float 48 frozenset 34 int 65 list 37 memoryview 37 object 581 property 20 range 25
reversed 10 set 47 slice 17 staticmethod 12 str 72 super 11 tuple 69 type 35 function 16 module 10
builtin_function_or_method 19 generator 17 code 32 method 19`,
  9: `
None 4035 True 103 False 109 Ellipsis 2 NotImplemented 3 () 1264 '' 54 b'' 44 -1 29 0 231 1 101 2 87 3 29 4 45 5 26 6
14 7 12 8 26 11 12 16 21 32 12 64 16 128 13 256 13 ArithmeticError 11 BaseException 91 ConnectionError 12 Exception 91
ImportError 13 LookupError 12 OSError 49 RuntimeError 15 SyntaxError 13 UnicodeDecodeError 11 UnicodeEncodeError 11
UnicodeError 11 UnicodeTranslateError 11 ValueError 12 Warning 25 bool 11 bytearray 81 bytes 68 classmethod 12 complex
40 dict 38 float 50 frozenset 35 int 65 list 38 memoryview 37 object 586 property 20 range 25 reversed 10 set 48 slice
17 staticmethod 12 str 74 super 11 tuple 70 type 35 function 17 module 10 builtin_function_or_method 21 generator 17
code 32 method 19`,
  10: `
None 4105 True 106 False 101 Ellipsis 2 NotImplemented 3 () 1319 '' 54 b'' 20 -1 28 0 211 1 99 2 86 3 28 4 45 5 24 6
11 7 12 8 25 11 11 16 21 32 10 64 15 128 13 256 13 ArithmeticError 11 BaseException 91 ConnectionError 12 Exception 89
ImportError 13 LookupError 12 OSError 49 RuntimeError 13 SyntaxError 15 UnicodeDecodeError 11 UnicodeEncodeError 11
UnicodeError 11 UnicodeTranslateError 11 ValueError 12 Warning 27 bool 11 bytearray 81 bytes 68 classmethod 14 complex
32 dict 38 float 50 frozenset 35 int 66 list 38 memoryview 38 object 501 property 21 range 25 reversed 10 set 48 slice
17 staticmethod 15 str 74 super 11 tuple 70 type 38 zip 10 function 18 module 11 builtin_function_or_method 21
generator 17 code 34 method 19`,
  11: `
None 3749 True 16 False 47 Ellipsis 2 NotImplemented 3 () 13 '' 26 b'' 28 0 104 1 35 2 32 3 11 4 17 5 15
ArithmeticError 10 BaseException 94 BaseExceptionGroup 13 ConnectionError 11 Exception 90 ImportError 12 LookupError
11 OSError 45 RuntimeError 12 SyntaxError 14 UnicodeDecodeError 10 UnicodeEncodeError 10 UnicodeError 10
UnicodeTranslateError 10 ValueError 11 Warning 26 bool 11 bytearray 81 bytes 67 classmethod 14 complex 33 dict 38
float 49 frozenset 35 int 66 list 38 memoryview 38 object 447 property 21 range 25 reversed 10 set 48 slice 17
staticmethod 15 str 74 super 11 tuple 73 type 38 function 17 module 11 builtin_function_or_method 21 generator 18 code
39 method 19`,
});

/** 3.11 keeps small ints, (), and str and bytes of up to one character in static memory, their counts too high to end (_PyObject_IMMORTAL_REFCNT). */
const STATIC_COUNT: Since<number> = since({ 8: 0, 11: 999_999_999 });
const SMALL_INT = /^-?\d+$/;

/** By what the object is called in COUNTS: what its count begins with. */
export function referencesAtStart(minor: Minor): (name: string) => number {
  const { text, staticCount } = atVersion({ text: COUNTS, staticCount: STATIC_COUNT }, minor);
  const words = text.trim().split(/\s+/);
  const counts = new Map<string, number>();
  for (let at = 0; at < words.length; at += 2) counts.set(words[at] as string, Number(words[at + 1]));
  return (name) => {
    const isStatic = staticCount > 0 && (name === '()' || name.endsWith("'") || SMALL_INT.test(name));
    return isStatic ? staticCount + (counts.get(name) ?? 0) : (counts.get(name) ?? 1);
  };
}
