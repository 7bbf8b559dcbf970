# Shared by the scripts beside it (POSIX sh; read with `.`, from the repository root).

say() { printf '%s\n' "$*" >&2; }

seconds() { date +%s; }

# usable PYTHON: is it Python 3.11 or newer?
usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# has_venv PYTHON: can it make an environment? (Debian keeps that in a package of its own.)
has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

apt_install() {
    say "Installing with apt-get: $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null >/dev/null 2>&1 && return 0
    # Package lists may be missing or old on a fresh machine.
    DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null >&2
}

can_apt() { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; }

# Sets PYTHON to the first Python >= 3.11 that can make environments. 3.11 comes first because the
# locks are tested with it. The PYTHON of the caller's environment beats the search.
find_python() {
    first_usable=
    for candidate in "${PYTHON:-}" python3.11 /usr/bin/python3.11 python3 /usr/bin/python3 \
        python3.12 python3.13 python3.14; do
        if [ -z "$candidate" ] || ! usable "$candidate"; then continue; fi
        first_usable=${first_usable:-$candidate}
        if has_venv "$candidate"; then
            PYTHON=$candidate
            return 0
        fi
    done
    if [ -n "$first_usable" ] && can_apt; then
        apt_install python3-venv
        if has_venv /usr/bin/python3; then
            PYTHON=/usr/bin/python3
            return 0
        fi
    fi
    if [ -n "$first_usable" ]; then
        say "Python is here, but its venv module is missing. On Debian:"
        say "    sudo apt-get install python3-venv"
    else
        say "Python 3.11 or newer is needed. On Debian 12:"
        say "    sudo apt-get install python3 python3-venv"
    fi
    exit 69
}

# stamp FILE...: one hash over the files' contents.
stamp() { cat "$@" | sha256sum | cut -d ' ' -f 1; }

needs_registry() {
    say "The packages could not be installed; the lines above say why (is the registry reachable?)."
    exit 69
}

# locked_install NAME...: installs requirements/NAME.txt with their hashes, once per content.
locked_install() {
    for name in "$@"; do
        wanted=$(stamp "requirements/$name.txt")
        [ "$(cat ".venv/.lock-$name" 2>/dev/null)" = "$wanted" ] && continue
        say "Installing requirements/$name.txt (up to a minute) ..."
        started=$(seconds)
        .venv/bin/python -m pip install -qq --disable-pip-version-check \
            --require-hashes -r "requirements/$name.txt" >&2 || needs_registry
        printf '%s\n' "$wanted" >".venv/.lock-$name"
        say "  done in $(($(seconds) - started)) s"
    done
}

# Makes .venv with the locked run requirements and the project, or keeps the one that fits.
make_environment() {
    find_python
    # An environment holds absolute paths and one Python; a new run lock starts it afresh, so that
    # nothing of the old one stays behind.
    identity="$(pwd) $("$PYTHON" -c 'import sys; print(sys.version)') $(stamp requirements/run.txt)"
    if [ "$(cat .venv/.identity 2>/dev/null)" != "$identity" ]; then
        say "Making .venv with $("$PYTHON" --version) ($PYTHON)"
        "$PYTHON" -m venv --clear .venv >&2
    fi
    locked_install run build
    wanted=$(stamp pyproject.toml)
    if [ "$(cat .venv/.lock-project 2>/dev/null)" != "$wanted" ]; then
        say "Installing Dokuhelfer itself from this folder ..."
        .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps \
            --no-build-isolation --editable . >&2
        printf '%s\n' "$wanted" >.venv/.lock-project
    fi
    printf '%s\n' "$identity" >.venv/.identity
}
