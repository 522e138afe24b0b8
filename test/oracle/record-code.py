"""Record what the running interpreter compiles each given source to: python3 record-code.py FILES... > out.json

A code object is [name, qualname, firstlineno, argcount, posonly, kwonly, flags, stacksize, names, varnames, cellvars,
freevars, consts, events]; code objects are numbered in the order in which constants meet them. An event is
[kind, line, endline, col, endcol] of an instruction that can run Python code.
"""
import dis
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
KINDS = {
    "CALL": "C", "CALL_FUNCTION": "C", "CALL_METHOD": "C", "CALL_FUNCTION_KW": "C", "CALL_FUNCTION_EX": "C", "CALL_KW": "C",
    "LOAD_ATTR": "A", "LOAD_METHOD": "A", "LOAD_SUPER_ATTR": "A", "STORE_ATTR": "a", "DELETE_ATTR": "a",
    "BINARY_SUBSCR": "S", "BINARY_SLICE": "S", "STORE_SUBSCR": "s", "STORE_SLICE": "s", "DELETE_SUBSCR": "s",
    "COMPARE_OP": "Q", "CONTAINS_OP": "Q", "GET_ITER": "I", "IMPORT_NAME": "M", "IMPORT_FROM": "m",
    "FOR_ITER": "F", "YIELD_VALUE": "Y", "RAISE_VARARGS": "R", "MAKE_FUNCTION": "D", "LOAD_GLOBAL": "G", "LOAD_NAME": "G",
    "BUILD_LIST": "L", "BUILD_MAP": "K", "BUILD_SET": "T", "UNPACK_SEQUENCE": "U", "UNPACK_EX": "U", "BUILD_STRING": "J",
}


def encode_const(value, codes):
    kind = type(value).__name__
    if kind == "code":
        codes.append(value)
        return ["code", len(codes) - 1]
    if kind == "tuple":
        return ["tuple", [encode_const(item, codes) for item in value]]
    if kind == "frozenset":
        return ["frozenset", sorted(encode_const(item, codes) for item in value)]
    if kind == "str":
        return ["str", value]
    if kind == "bytes":
        return ["bytes", list(value)]
    if kind == "complex":
        return ["complex", repr(value.real), repr(value.imag)]
    return [kind, repr(value)]


def column(lines, line, offset):
    """Positions count bytes of UTF-8; recorded are characters."""
    if line is None or offset is None:
        return offset
    return len(lines[line - 1].encode()[:offset].decode())


def events(code, lines):
    found = []
    for instruction in dis.get_instructions(code):
        name = instruction.opname
        kind = KINDS.get(name)
        if kind is None and (name.startswith("BINARY_") or name.startswith("INPLACE_")):
            kind = "B"
        if kind is None:
            continue
        positions = getattr(instruction, "positions", None)
        if positions is not None:
            line, end = positions.lineno, positions.end_lineno
            found.append([kind, line, end, column(lines, line, positions.col_offset), column(lines, end, positions.end_col_offset)])
        else:
            found.append([kind])
    if sys.version_info < (3, 11):
        starts = dict(dis.findlinestarts(code))
        line, found = None, []
        for instruction in dis.get_instructions(code):
            line = starts.get(instruction.offset, line)
            name = instruction.opname
            kind = KINDS.get(name) or ("B" if name.startswith(("BINARY_", "INPLACE_")) else None)
            if kind is not None:
                found.append([kind, line])
    return found


def record(path):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    try:
        top = compile(source, "program.py", "exec", dont_inherit=True)
    except SyntaxError:
        return None
    codes, recorded = [top], []
    while len(recorded) < len(codes):
        code = codes[len(recorded)]
        recorded.append([
            code.co_name, getattr(code, "co_qualname", None), code.co_firstlineno, code.co_argcount,
            code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags, code.co_stacksize, list(code.co_names),
            list(code.co_varnames), list(code.co_cellvars), list(code.co_freevars),
            [encode_const(value, codes) for value in code.co_consts], events(code, source.split("\n")),
        ])
    return recorded


json.dump({os.path.basename(path): record(path) for path in sys.argv[1:]}, sys.stdout, separators=(",", ":"))
