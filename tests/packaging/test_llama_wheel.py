"""The llama-cpp-python build: what its cache depends on, and that the result is portable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import llama_wheel
from llama_wheel import FLAGS, LOCK, PACKAGE, cache_folder, cache_key, cached_wheel, locked_blocks

BLOCK = "llama-cpp-python==1 --hash=sha256:0"


def test_the_lock_is_taken_apart_without_loss() -> None:
    lock = LOCK.read_text("utf-8")
    blocks = locked_blocks(lock)
    assert blocks[PACKAGE].startswith(f"{PACKAGE}==")
    assert blocks[PACKAGE].count("==") == 1
    assert "--hash=sha256:" in blocks[PACKAGE]
    assert sum(text.count("--hash") for text in blocks.values()) == lock.count("--hash")


@pytest.mark.parametrize(
    "other",
    [
        (BLOCK.replace("==1", "==2"), FLAGS, "parts", "g++ 12"),
        (BLOCK, {**FLAGS, "GGML_AVX512": "ON"}, "parts", "g++ 12"),
        (BLOCK, FLAGS, "other parts", "g++ 12"),
        (BLOCK, FLAGS, "parts", "g++ 14"),
    ],
)
def test_the_cache_key_changes_with(other: tuple[str, dict[str, str], str, str]) -> None:
    assert cache_key(*other) != cache_key(BLOCK, FLAGS, "parts", "g++ 12")


def test_the_cache_is_the_users(tmp_path: Path) -> None:
    chosen = {"XDG_CACHE_HOME": str(tmp_path)}
    assert cache_folder(chosen) == tmp_path / "dokuhelfer" / "wheels"
    assert cache_folder({"XDG_CACHE_HOME": "relative"}) == Path.home() / ".cache/dokuhelfer/wheels"


def test_an_empty_folder_is_no_cached_wheel(tmp_path: Path) -> None:
    assert cached_wheel(tmp_path) is None
    (tmp_path / "a.whl").touch()
    assert cached_wheel(tmp_path) == tmp_path / "a.whl"


def test_a_missing_compiler_is_said_with_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CXX", "no-such-compiler")
    assert llama_wheel.main(["build"]) == 1
    captured = capsys.readouterr()
    assert "apt-get install g++" in captured.err
    assert captured.out == ""


def test_the_flags_are_portable() -> None:
    assert FLAGS["GGML_NATIVE"] == "OFF"
    assert FLAGS["GGML_AVX512"] == "OFF"
    assert {FLAGS[f"GGML_{name}"] for name in ("AVX", "AVX2", "FMA", "F16C", "BMI2")} == {"ON"}


@pytest.fixture
def libraries() -> list[Path]:
    # Found without an import: importing loads the libraries into this process.
    from importlib.metadata import distribution

    files = distribution(PACKAGE).files or []
    found = [Path(str(file.locate())) for file in files if ".so" in file.name]
    assert found, "no shared library in the wheel"
    return found


def output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.llama
def test_no_instruction_needs_avx512(libraries: list[Path]) -> None:
    for library in libraries:
        assert "%zmm" not in output_of("objdump", "-d", str(library)), library.name


@pytest.mark.llama
def test_no_network_and_no_pictures(libraries: list[Path]) -> None:
    assert not [path.name for path in libraries if "mtmd" in path.name or "common" in path.name]
    for library in libraries:
        needed = output_of("readelf", "-d", str(library))
        assert not [name for name in ("curl", "ssl", "crypto") if f"lib{name}" in needed]


@pytest.mark.llama
def test_it_loads_and_uses_what_the_floor_allows() -> None:
    told = output_of(
        sys.executable,
        "-c",
        "import llama_cpp; print(llama_cpp.llama_print_system_info().decode())",
    )
    for feature in ("AVX2", "FMA", "F16C", "BMI2"):
        assert f"{feature} = 1" in told
    assert "AVX512" not in told
