#!/bin/sh
# Second command of the README: everything the tests need, then all of them but the long ones.
#
# Building llama-cpp-python takes longest, so it starts first, in the background and niced; what
# does not need it runs meanwhile. Every step runs even if an earlier one failed; the exit status
# is 0 only if all passed.
set -eu
cd "$(dirname "$0")/../.."
. packaging/dev/common.sh

# command that must be there : Debian package that brings it
tools="g++:g++ strings:binutils espeak-ng:espeak-ng soffice:libreoffice-writer-nogui
    pdftotext:poppler-utils ffmpeg:ffmpeg strace:strace fc-match:fontconfig
    Xvfb:xvfb xdotool:xdotool xclip:xclip
    pulseaudio:pulseaudio pactl:pulseaudio-utils gnome-keyring-daemon:gnome-keyring
    dbus-run-session:dbus-daemon"
# Without these a converted document shows no or other letters than at the institution.
fonts="fonts-liberation fonts-dejavu-core"
# What Qt links to and does not bring.
qt="libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4
    libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
    libgssapi-krb5-2 libbrotli1"

install_tools() {
    missing=
    for pair in $tools; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
    done
    if command -v dpkg-query >/dev/null 2>&1; then
        for package in $fonts $qt; do
            dpkg-query -W "$package" >/dev/null 2>&1 || missing="$missing $package"
        done
    fi
    [ -z "$missing" ] && return 0
    if can_apt; then
        # shellcheck disable=SC2086 # one word per package
        apt_install $missing
    else
        say "The tests need programs that are missing here. On Debian:"
        say "    sudo apt-get install --no-install-recommends$missing"
        exit 69
    fi
}

summary=
failed=0
began=$(seconds)

# step NAME COMMAND...: runs it, shows its time, remembers how it ended.
step() {
    name=$1
    shift
    say ""
    say "== $name"
    started=$(seconds)
    status=0
    "$@" || status=$?
    word=passed
    if [ "$status" -ne 0 ]; then
        word="FAILED ($status)"
        failed=1
    fi
    line=$(printf '%-28s %-12s %4d s' "$name" "$word" $(($(seconds) - started)))
    say "$line"
    summary="$summary$line
"
}

lint() {
    .venv/bin/ruff check . && .venv/bin/ruff format --check .
}

types() {
    .venv/bin/mypy && .venv/bin/mypy packaging/dev packaging/licences.py
}

closing=$(mktemp)
# tests ARGUMENTS...: pytest; its last line is kept for the end of the output.
tests() {
    output=$(mktemp)
    { .venv/bin/python -m pytest "$@" </dev/null 2>&1; echo $? >"$output.status"; } | tee "$output"
    tail -n 1 "$output" >>"$closing"
    status=$(cat "$output.status")
    rm -f "$output" "$output.status"
    return "$status"
}

workers=$(nproc 2>/dev/null || echo 1)

install_tools
find_python
# A session of its own, so that the whole build ends when this script does.
setsid "$PYTHON" packaging/dev/llama_wheel.py build >/dev/null &
build=$!
trap 'kill -TERM -- "-$build" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

say "Setting up .venv in $(pwd) ..."
make_environment
locked_install test window

step "lint" lint
step "types" types
step "import contracts" .venv/bin/lint-imports
# A file's tests on one worker: some files measure once for all of theirs.
step "core, without Qt" tests -n "$workers" --dist loadfile --without-qt \
    -m "not long and not llama and not program" --ignore=tests/ui
step "programs" tests -n "$workers" -m "program and not long and not llama"
[ -d tests/ui ] && step "window" tests -n "$workers" \
    -m "not long and not llama and not program" tests/ui

say ""
say "== llama-cpp-python: waiting for the build, if it still runs"
step "llama-cpp-python build" wait "$build"
step "llama-cpp-python install" .venv/bin/python packaging/dev/llama_wheel.py install
step "language model" tests -n "$workers" -m "llama and not long"

say ""
say "$summary"
say "Total: $(($(seconds) - began)) s"
# The closing line of every pytest run once more, so that they stand last.
cat "$closing"
rm -f "$closing"
exit "$failed"
