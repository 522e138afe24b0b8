"""Record what the running interpreter says about each case of syntax-cases.txt: python3 record-syntax.py > out.json"""
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def record(source):
    try:
        compile(source, "case.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [
            type(error).__name__,
            error.msg,
            error.lineno,
            error.offset,
            getattr(error, "end_lineno", None),
            getattr(error, "end_offset", None),
            error.text,
        ]
    except Exception as error:
        return [type(error).__name__, str(error), None, None, None, None, None]
    return None


def main():
    with open(os.path.join(HERE, "syntax-cases.txt"), encoding="utf-8") as file:
        cases = file.read().split("%%\n")
    json.dump([record(case) for case in cases], sys.stdout)


main()
