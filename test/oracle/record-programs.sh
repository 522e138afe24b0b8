#!/bin/sh
# Records what each interpreter prints for every program of a folder: NAME.out.VERSION.txt beside NAME.py.
# usage: test/oracle/record-programs.sh FOLDER
cd "$1" || exit 1
for program in *.py; do
  for release in 3.9.18 3.11.7 3.12.1 3.13.0; do
    version=${release%.*}
    PYENV_VERSION=$release PYTHONHASHSEED=0 python3 -W ignore "$program" > "${program%.py}.out.$version.txt" 2>/dev/null ||
      echo "$program ends with an error in $version"
  done
done
