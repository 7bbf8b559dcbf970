"""Build llama-cpp-python once per user, portable, and print where the wheel is.

There is no binary package of it, and a default build is tuned to the machine it runs on: it
would die with an illegal instruction on older PCs. So it is built here from the locked source
with fixed CPU features (docs/decisions/003-llama-build.md) and kept in the user's cache.

    python packaging/dev/llama_wheel.py build      build if needed; prints the wheel's path
    python packaging/dev/llama_wheel.py install    the same, then installs it and what it needs
                                                   into the environment of this Python
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LOCK = REPOSITORY / "requirements" / "llm.txt"
TOOLS_LOCK = REPOSITORY / "requirements" / "native.txt"
PARTS = Path(__file__).with_name("llama-parts.cmake")
PACKAGE = "llama-cpp-python"

FLAGS: Mapping[str, str] = {
    # The floor is AVX2, FMA, F16C and BMI2 (Intel from 2013, AMD from 2015); the program looks
    # for them before it loads the library.
    "GGML_NATIVE": "OFF",
    "GGML_SSE42": "ON",
    "GGML_AVX": "ON",
    "GGML_AVX2": "ON",
    "GGML_FMA": "ON",
    "GGML_F16C": "ON",
    "GGML_BMI2": "ON",
    "GGML_AVX512": "OFF",
    "GGML_CCACHE": "OFF",
    # No pictures, no tools, no server, no network code.
    "LLAVA_BUILD": "OFF",
    "LLAMA_BUILD_TESTS": "OFF",
    "LLAMA_BUILD_TOOLS": "OFF",
    "LLAMA_BUILD_EXAMPLES": "OFF",
    "LLAMA_BUILD_SERVER": "OFF",
    "LLAMA_BUILD_APP": "OFF",
    "LLAMA_OPENSSL": "OFF",
    "LLAMA_CURL": "OFF",
}

SETTINGS: Mapping[str, str] = {
    # llama.cpp's own install rules put a second copy of everything beside the package.
    "SKBUILD_WHEEL_EXCLUDE": "/lib/;/include/;/bin/",
}
"""Environment variables for the build backend."""

NICENESS = 15
"""The build runs beside tests and must not take their time."""


class BuildError(Exception):
    """The wheel could not be made; the text says why."""


def say(text: str) -> None:
    """Progress goes to standard error; standard output carries the path alone."""
    sys.stderr.write(f"llama-cpp-python: {text}\n")
    sys.stderr.flush()


def locked_blocks(lock: str) -> dict[str, str]:
    """The lock's entries, each with its hash lines, by package name."""
    blocks: dict[str, str] = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        match = re.match(r"([A-Za-z0-9._-]+)==", block)
        if match:
            # Two entries of one name differ by their marker and belong together.
            blocks[match[1]] = blocks.get(match[1], "") + block.rstrip("\n") + "\n"
    return blocks


def compiler_version(environment: Mapping[str, str]) -> str:
    """First line of the C++ compiler's version.

    Raises:
        BuildError: there is no C++ compiler.
    """
    compiler = environment.get("CXX", "c++")
    if shutil.which(compiler) is None:
        raise BuildError("no C++ compiler found; on Debian: apt-get install g++")
    done = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def cache_key(locked: str, flags: Mapping[str, str], parts: str, compiler: str) -> str:
    """What the wheel depends on, as a short name."""
    facts = [locked, *(f"{k}={v}" for k, v in sorted(flags.items())), parts, compiler]
    facts += [platform.system(), platform.machine()]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def cache_folder(environment: Mapping[str, str]) -> Path:
    """``$XDG_CACHE_HOME/dokuhelfer/wheels``; a relative setting is ignored as XDG asks."""
    base = environment.get("XDG_CACHE_HOME", "")
    root = Path(base) if os.path.isabs(base) else Path.home() / ".cache"
    return root / "dokuhelfer" / "wheels"


def cached_wheel(folder: Path) -> Path | None:
    """The finished wheel in ``folder``; a folder gets its name only when it is whole."""
    wheels = sorted(folder.glob("*.whl"))
    return wheels[0] if len(wheels) == 1 else None


def _run(command: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
    with log.open("a", encoding="utf-8") as stream:
        done = subprocess.run(command, stdout=stream, stderr=stream, env=dict(environment))
    if done.returncode != 0:
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-30:])
        raise BuildError(f"failed with status {done.returncode}; end of {log}:\n{tail}")


def build(block: str, target: Path, environment: Mapping[str, str]) -> Path:
    """Build the locked source in a temporary folder beside ``target`` and rename it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    log = target.with_suffix(".log")
    log.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=target.parent) as temporary:
        work = Path(temporary)
        wanted = work / "requirement.txt"
        wanted.write_text(block, encoding="utf-8")
        tools = work / "tools"
        _run([sys.executable, "-m", "venv", str(tools)], log, environment)
        scripts = tools / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(scripts / "python"), "-m", "pip", "--disable-pip-version-check"]
        _run([*pip, "install", "--require-hashes", "-r", str(TOOLS_LOCK)], log, environment)
        settings = {**environment, **SETTINGS}
        settings["PATH"] = os.pathsep.join([str(scripts), environment.get("PATH", os.defpath)])
        settings["CMAKE_ARGS"] = cmake_arguments(FLAGS)
        settings.setdefault("CMAKE_BUILD_PARALLEL_LEVEL", str(os.cpu_count() or 1))
        wheels = work / "wheels"
        _run(
            [
                *pip,
                "wheel",
                "--verbose",
                "--no-deps",
                "--no-build-isolation",
                "--no-binary",
                PACKAGE,
            ]
            + ["--require-hashes", "-w", str(wheels), "-r", str(wanted)],
            log,
            settings,
        )
        if cached_wheel(target) is None:  # another build may have been faster
            shutil.rmtree(target, ignore_errors=True)
            wheels.rename(target)
    wheel = cached_wheel(target)
    if wheel is None:
        raise BuildError(f"the build left no wheel; see {log}")
    return wheel


def cmake_arguments(flags: Mapping[str, str]) -> str:
    """The flags as scikit-build-core takes them from the environment."""
    arguments = [f"-D{name}={value}" for name, value in flags.items()]
    return " ".join([*arguments, f'"-DCMAKE_PROJECT_llama_cpp_INCLUDE={PARTS.as_posix()}"'])


def wheel_for_lock(environment: Mapping[str, str]) -> Path:
    """The cached wheel for the lock, these flags and this compiler; built when missing."""
    block = locked_blocks(LOCK.read_text("utf-8"))[PACKAGE]
    compiler = compiler_version(environment)
    key = cache_key(block, {**FLAGS, **SETTINGS}, PARTS.read_text("utf-8"), compiler)
    target = cache_folder(environment) / key
    found = cached_wheel(target)
    if found is not None:
        say(f"taken from the cache: {found}")
        return found
    version = block.split("==")[1].split()[0]
    say(f"building {version} with {compiler}, once per user")
    say("takes about 3 minutes on two idle cores, longer beside tests")
    say(f"log: {target.with_suffix('.log')}")
    start = time.monotonic()
    wheel = build(block, target, environment)
    say(f"built in {time.monotonic() - start:.0f} s: {wheel}")
    return wheel


def install(wheel: Path) -> None:
    """Install the wheel and its locked requirements beside this Python."""
    blocks = locked_blocks(LOCK.read_text("utf-8"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    with tempfile.TemporaryDirectory() as temporary:
        rest = Path(temporary) / "rest.txt"
        rest.write_text(
            "".join(text for name, text in blocks.items() if name != PACKAGE), encoding="utf-8"
        )
        subprocess.run([*pip, "--require-hashes", "-r", str(rest)], check=True)
    subprocess.run([*pip, "--no-deps", "--force-reinstall", str(wheel)], check=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=["build", "install"])
    chosen = parser.parse_args(arguments)
    try:
        wheel = wheel_for_lock(os.environ)
        if chosen.what == "install":
            install(wheel)
    except BuildError as error:
        say(str(error))
        return 1
    except subprocess.CalledProcessError as error:
        say(f"pip ended with status {error.returncode}")
        return 1
    sys.stdout.write(f"{wheel}\n")
    return 0


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(max(0, NICENESS - os.nice(0)))
    sys.exit(main())
