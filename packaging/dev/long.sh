#!/bin/sh
# The tests that take minutes, in the environment that `make test` leaves: a built program run whole,
# and a fuzzer on normaliser, templates and check.
set -eu
cd "$(dirname "$0")/../.."
. packaging/dev/common.sh

locked_install fuzz
.venv/bin/python -m pytest -m long "$@"
