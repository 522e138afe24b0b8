/** Names of built-in classes that operations can refer to: they exist before the session, one object each. */
export const BUILTIN_CLASSES: ReadonlySet<string> = new Set(
  (
    'object type int bool float complex str bytes bytearray list tuple dict set frozenset range slice super property ' +
    'BaseException Exception ArithmeticError AssertionError AttributeError EOFError FloatingPointError GeneratorExit ' +
    'ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError ' +
    'NameError NotImplementedError OSError OverflowError RecursionError ReferenceError RuntimeError StopIteration ' +
    'SyntaxError SystemError SystemExit TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ' +
    'ValueError ZeroDivisionError'
  ).split(' '),
);
