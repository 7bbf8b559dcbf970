#!/bin/sh
# First command of the README: set up .venv and run the main job on a bundled sample dictation.
# Arguments are passed on: sh packaging/dev/demo.sh --out DIR
set -eu
caller=$(pwd)
cd "$(dirname "$0")/../.."
. packaging/dev/common.sh

say "Setting up .venv in $(pwd): about a minute the first time, a second afterwards."
make_environment
program=$(pwd)/.venv/bin/dokuhelfer
cd "$caller"
say "Starting: dokuhelfer demo $*"
exec "$program" demo "$@"
