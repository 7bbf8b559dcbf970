#!/bin/sh
# Writes requirements/*.txt anew: exact versions with the hashes of every file of the version, valid
# for Linux and Windows and every Python from 3.11 on. Nothing about an index is written.
#
#   sh packaging/dev/lock.sh              keeps the pinned versions that still fit
#   sh packaging/dev/lock.sh --upgrade    takes the newest that fit
set -eu
cd "$(dirname "$0")/../.."
. packaging/dev/common.sh

tools=.venv-lock
find_python
[ -x "$tools/bin/python" ] || "$PYTHON" -m venv "$tools"
"$tools/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes \
    -r requirements/lock.txt

cd requirements
# An earlier list constrains the later ones, so the order matters.
for name in run build test window fuzz llm native freeze lock; do
    echo "requirements/$name.txt"
    "../$tools/bin/uv" pip compile --quiet --no-config --system-certs --universal \
        --python-version 3.11 --generate-hashes --no-annotate \
        --custom-compile-command "make lock" "$@" "$name.in" --output-file "$name.txt"
done
