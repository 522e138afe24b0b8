/**
 * What a pure value function throws where CPython would raise: the exception's name and its message.
 * No object of the simulated heap is involved; whoever called catches it at one place and makes
 * the Python exception out of it. Anything else that is thrown here is a bug.
 * It is no Error: nobody reads where it was made, and taking down the stack would cost more than all the rest of raising.
 */
export type PythonExceptionName =
  | 'AttributeError'
  | 'BufferError'
  | 'IndexError'
  | 'KeyboardInterrupt'
  | 'KeyError'
  | 'LookupError'
  | 'MemoryError'
  | 'NameError'
  | 'NotImplementedError'
  | 'OverflowError'
  | 'RecursionError'
  | 'ReferenceError'
  | 'RuntimeError'
  | 'SyntaxError'
  | 'TypeError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'UnboundLocalError'
  | 'ValueError'
  | 'ZeroDivisionError';

/** The five attributes of UnicodeEncodeError and UnicodeDecodeError. */
export interface UnicodeErrorDetails {
  readonly encoding: string;
  readonly object: string | Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export class PythonRaise {
  readonly message: string;
  readonly exception: PythonExceptionName;
  readonly unicode: UnicodeErrorDetails | null;
  /** Its first argument, before the message, where the C library has failed (PyErr_SetFromErrno). */
  readonly errno: number | null;

  constructor(
    exception: PythonExceptionName,
    message: string,
    unicode: UnicodeErrorDetails | null = null,
    errno: number | null = null,
  ) {
    this.message = message;
    this.exception = exception;
    this.unicode = unicode;
    this.errno = errno;
  }

  /** For the log, where it went past whoever should have caught it. */
  toString(): string {
    return `${this.exception}: ${this.message}`;
  }
}

export function valueError(message: string): PythonRaise {
  return new PythonRaise('ValueError', message);
}

export function typeError(message: string): PythonRaise {
  return new PythonRaise('TypeError', message);
}

export function overflowError(message: string): PythonRaise {
  return new PythonRaise('OverflowError', message);
}

const ERANGE = 34;

/** What is too large, or too small, for a float. */
export function outOfRange(): PythonRaise {
  return new PythonRaise('OverflowError', 'Numerical result out of range', null, ERANGE);
}

export function zeroDivisionError(message: string): PythonRaise {
  return new PythonRaise('ZeroDivisionError', message);
}
