/**
 * What exceptions hold (pyerrors.h): the fields of BaseException, then those that the C struct of the class adds, in its order.
 * start and end of a UnicodeError and what a BlockingIOError has written are plain numbers, in the payload.
 */
export const EXC = { DICT: 0, ARGS: 1, TRACEBACK: 2, CAUSE: 3, CONTEXT: 4 } as const;

/** So many fields has every exception; its class's own begin there. */
export const BASE_FIELDS = 5;

export const STOP_ITERATION = { VALUE: 5 } as const;
export const SYSTEM_EXIT = { CODE: 5 } as const;
export const NAME_ERROR = { NAME: 5 } as const;
export const ATTRIBUTE_ERROR = { OBJ: 5, NAME: 6 } as const;
export const IMPORT_ERROR = { MSG: 5, NAME: 6, PATH: 7, NAME_FROM: 8 } as const;
export const OS_ERROR = { ERRNO: 5, STRERROR: 6, FILENAME: 7, FILENAME2: 8 } as const;
export const UNICODE_ERROR = { ENCODING: 5, OBJECT: 6, REASON: 7 } as const;
export const GROUP = { MESSAGE: 5, EXCEPTIONS: 6 } as const;
export const SYNTAX_ERROR = {
  MSG: 5,
  FILENAME: 6,
  LINENO: 7,
  OFFSET: 8,
  END_LINENO: 9,
  END_OFFSET: 10,
  TEXT: 11,
  PRINT_FILE_AND_LINE: 12,
} as const;

/** By built-in class, the fields beside BaseException's. */
export const OWN_FIELDS: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map(
  Object.entries({
    StopIteration: STOP_ITERATION,
    SystemExit: SYSTEM_EXIT,
    NameError: NAME_ERROR,
    AttributeError: ATTRIBUTE_ERROR,
    ImportError: IMPORT_ERROR,
    OSError: OS_ERROR,
    SyntaxError: SYNTAX_ERROR,
    UnicodeEncodeError: UNICODE_ERROR,
    UnicodeDecodeError: UNICODE_ERROR,
    UnicodeTranslateError: UNICODE_ERROR,
    BaseExceptionGroup: GROUP,
  }),
);
