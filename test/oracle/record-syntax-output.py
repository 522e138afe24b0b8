"""Record what each installed interpreter prints for files with syntax errors: python3 record-syntax-output.py

Takes every sixth case of syntax-cases.txt and all of syntax-file-cases.txt, runs each as `python3 case.py`, and keeps standard error.
"""
import json
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "python", "fixtures", "syntax-output.json")
RELEASES = ["3.9.18", "3.11.7", "3.12.1", "3.13.0"]


def run(source, release):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "case.py"), "w", encoding="utf-8") as file:
            file.write(source)
        environment = {**os.environ, "PYENV_VERSION": release, "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
        result = subprocess.run(["pyenv", "exec", "python3", "case.py"], cwd=folder, env=environment, capture_output=True, text=True, timeout=30)
        return result.stderr.replace(folder + os.sep, "")


def main():
    with open(os.path.join(HERE, "syntax-cases.txt"), encoding="utf-8") as file:
        cases = file.read().split("%%\n")[::6]
    with open(os.path.join(HERE, "syntax-file-cases.txt"), encoding="utf-8") as file:
        cases += file.read().split("%%\n")
    lines = []
    for source in cases:
        outputs = {release.rsplit(".", 1)[0]: run(source, release) for release in RELEASES}
        lines.append(json.dumps({"source": source, **outputs}, ensure_ascii=False))
    with open(OUT, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
