/** warnings: what a program warns of goes to stderr, unless filters say otherwise. */
import { kept } from './kept.ts';

export const WARNINGS_SOURCE = `
import linecache
import sys

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
onceregistry = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
${kept('message category filename lineno file line source')}
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\\n'
    line = linecache.getline(filename, lineno) if line is None else line
    line = line.strip()
    return text + f'  {line}\\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    file.write(formatwarning(message, category, filename, lineno, line))


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _add((action, message or None, category, module or None, lineno), append)


def _refuse(kind, words):
    raise (kind if RULE.warningsCheckKinds else AssertionError)(words)


def _add(item, append):
    if item[0] not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        _refuse(ValueError, 'invalid action: %r' % (item[0],))
    for what, text in (('message', item[1] or ''), ('module', item[3] or '')):
        if not isinstance(text, str):
            _refuse(TypeError, what + ' must be a string')
    if item in filters:
        if append:
            return
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)


def resetwarnings():
    filters[:] = []


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if ((message is None or _matches(message, text)) and issubclass(category, kind) and
                (where is None or where == module) and (line == 0 or line == lineno)):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass, not %r' % type(category).__name__)
    frame = sys._getframe(1)
    for _ in range(stacklevel - 1):
        frame = frame.f_back or frame
    registry = frame.f_globals.setdefault('__warningregistry__', {})
    warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno,  # 427
                  frame.f_globals.get('__name__', '<string>'), registry, None, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename
    registry = {} if registry is None else registry
    text = message
    if not isinstance(message, Warning):
        message = category(text)
    else:
        text, category = str(message), message.__class__
    key = (text, category, lineno)
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        if (text, category) in onceregistry:
            return
        onceregistry[text, category] = 1
    elif action == 'module':
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == 'default':
        if registry.get(key):
            return
        registry[key] = 1
    message = WarningMessage(message, category, filename, lineno, source=source)
    if _recorders:
        _recorders[-1].append(message)
    else:
        showwarning(message.message, category, filename, lineno)


_recorders = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._filters = filters[:]
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []  # 493
        _recorders.append(log)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        filters[:] = self._filters  # 486
        if self._record:
            _recorders.pop()
`;
