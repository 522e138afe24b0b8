/** Lines of files by number, kept from the first time on. */
export const LINECACHE_SOURCE = `
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    pass


def updatecache(filename, module_globals=None):
    lines = _lines_of(filename)
    if lines:
        cache[filename] = sum(map(len, lines)), None, lines, filename
    return lines
`;
