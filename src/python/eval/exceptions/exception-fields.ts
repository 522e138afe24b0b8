/**
 * What exceptions hold (pyerrors.h): the fields that the C struct of the class adds, in its order, then those of BaseException, as they are
 * traversed and let go (exceptions.c:StopIteration_clear and its like, which end with BaseException_clear).
 * start and end of a UnicodeError and what a BlockingIOError has written are plain numbers, in the payload.
 */

/** The first places are those of the class's own, which has no more of them. */
export const EXC = { DICT: 8, ARGS: 9, TRACEBACK: 10, CAUSE: 11, CONTEXT: 12 } as const;

export const EXCEPTION_FIELDS = 13;

export const STOP_ITERATION = { VALUE: 0 } as const;
export const SYSTEM_EXIT = { CODE: 0 } as const;
export const NAME_ERROR = { NAME: 0 } as const;
export const ATTRIBUTE_ERROR = { OBJ: 0, NAME: 1 } as const;
export const IMPORT_ERROR = { MSG: 0, NAME: 1, PATH: 2, NAME_FROM: 3 } as const;
export const OS_ERROR = { ERRNO: 0, STRERROR: 1, FILENAME: 2, FILENAME2: 3 } as const;
export const UNICODE_ERROR = { ENCODING: 0, OBJECT: 1, REASON: 2 } as const;
export const GROUP = { MESSAGE: 0, EXCEPTIONS: 1 } as const;
export const SYNTAX_ERROR = {
  MSG: 0,
  FILENAME: 1,
  LINENO: 2,
  OFFSET: 3,
  END_LINENO: 4,
  END_OFFSET: 5,
  TEXT: 6,
  PRINT_FILE_AND_LINE: 7,
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
