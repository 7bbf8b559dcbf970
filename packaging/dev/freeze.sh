#!/bin/sh
# Freezes command line and worker into one folder, adds the licences and runs its demo.
# A proof of the layout, not yet an installer.
#
#   sh packaging/dev/freeze.sh [FOLDER]      FOLDER (default: dist) gets FOLDER/dokuhelfer
set -eu
target=$(mkdir -p "${1:-dist}" && cd "${1:-dist}" && pwd)
cd "$(dirname "$0")/../.."
. packaging/dev/common.sh

# Its own environment, made anew: only what is locked is frozen, and the project as a wheel.
say "Making an environment for freezing (about a minute) ..."
find_python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" -m venv "$work/venv"
python=$work/venv/bin/python
for name in run build freeze; do
    "$python" -m pip install -qq --disable-pip-version-check --require-hashes \
        -r "requirements/$name.txt" >&2 || needs_registry
done
"$python" -m pip wheel -qq --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "$work/wheel" . >&2
"$python" -m pip install -qq --disable-pip-version-check --no-deps "$work"/wheel/*.whl >&2

say "Freezing (about a minute) ..."
"$python" -m PyInstaller --noconfirm --clean --log-level WARN --workpath "$work/build" \
    --distpath "$target" packaging/pyinstaller/dokuhelfer.spec >&2
"$python" packaging/licences.py "$target/dokuhelfer/licences" \
    --frozen "$target/dokuhelfer" >&2
say "Frozen: $(du -sm "$target/dokuhelfer" | cut -f 1) MiB in $target/dokuhelfer"

say "Running its demo in an empty environment ..."
env -i "$target/dokuhelfer/dokuhelfer" demo --out "$work/demo" >&2
say "The frozen program works."
