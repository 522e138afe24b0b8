#!/bin/sh
# Records test/python/fixtures/code.VERSION.json.gz from the installed interpreters (pyenv).
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../python/fixtures"
mkdir -p "$out"
for release in 3.8.18 3.9.18 3.10.13 3.11.7 3.12.1 3.13.0; do
  PYTHONHASHSEED=0 PYENV_VERSION=$release python3 "$here/record-code.py" "$here"/../python/sources/*.py \
    "$here"/../conformance/listings/*.py "$here"/../conformance/programs/*.py | gzip -9n > "$out/code.${release%.*}.json.gz" || exit 1
done
