#!/bin/sh
# Records test/python/fixtures/syntax-errors.json from every installed interpreter (pyenv).
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../python/fixtures"
mkdir -p "$out"
for version in 3.8.18 3.9.18 3.10.13 3.11.7 3.12.1 3.13.0; do
  PYENV_VERSION=$version python3 "$here/record-syntax.py" > "$out/.$version.json" || exit 1
done
PYENV_VERSION=3.12.1 python3 - "$here" "$out" <<'PY'
import json, os, sys
here, out = sys.argv[1:]
cases = open(os.path.join(here, "syntax-cases.txt"), encoding="utf-8").read().split("%%\n")
answers = {}
for release in ("3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0"):
    path = os.path.join(out, f".{release}.json")
    answers[release.rsplit(".", 1)[0]] = json.load(open(path))
    os.remove(path)
with open(os.path.join(out, "syntax-errors.json"), "w", encoding="utf-8") as file:
    file.write("[\n")
    file.write(",\n".join(json.dumps({"source": source, **{v: answers[v][i] for v in answers}}, ensure_ascii=False) for i, source in enumerate(cases)))
    file.write("\n]\n")
print(len(cases), "cases")
PY
