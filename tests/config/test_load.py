import os
from pathlib import Path

import pytest

from dokuhelfer.config.load import Layer, Places, Problem, load
from dokuhelfer.config.schema import DECLARED, EngineChoice, Settings, ValueKind, WordingChoice
from dokuhelfer.errors import Code, DokuError

WRONG = {
    ValueKind.BOOL: ['"ja"', "1"],
    ValueKind.INT: ["true", "1.5", "-1", "65"],
    ValueKind.TEXT: ["1", "[]"],
    ValueKind.TEXTS: ['"a"', "[1]"],
    ValueKind.FOLDERS: ['["nicht/absolut"]', '"/x"'],
    ValueKind.LANGUAGE: ['"fr"', "1"],
    ValueKind.ENGINE: ['"wolke"', "true"],
    ValueKind.WORDING: ['"frei"', "1"],
}
RIGHT = {
    ValueKind.BOOL: ("false", False),
    ValueKind.INT: ("3", 3),
    ValueKind.TEXT: ('"whisper-small"', "whisper-small"),
    ValueKind.TEXTS: ('["infosammlung"]', ("infosammlung",)),
    ValueKind.FOLDERS: ('["/srv/vorlagen"]', (Path("/srv/vorlagen"),)),
    ValueKind.LANGUAGE: ('"en"', "en"),
    ValueKind.ENGINE: ('"rules"', EngineChoice.RULES),
    ValueKind.WORDING: ('"ausformuliert"', WordingChoice.PHRASED),
}
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="a trusted policy belongs to root")


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(0o644)
    return path


def places(folder: Path, policy: str | None = None, user: str | None = None) -> Places:
    if policy is not None:
        write(folder / "policy.toml", policy)
    if user is not None:
        write(folder / "settings.toml", user)
    return Places((folder / "policy.toml",), folder / "settings.toml")


def test_without_files_all_is_packaged_default(tmp_path: Path) -> None:
    configuration = load(places(tmp_path))
    assert configuration.settings == Settings()
    assert set(configuration.origins.values()) == {Layer.DEFAULT}


@needs_root
@pytest.mark.parametrize("key", DECLARED)
def test_a_policy_beats_the_user_and_is_locked(tmp_path: Path, key: str) -> None:
    name, declared = DECLARED[key]
    text, value = RIGHT[declared.kind]
    configuration = load(places(tmp_path, policy=f"{key} = {text}"))
    assert getattr(configuration.settings, name) == value
    assert configuration.locked(key)

    user_only = load(places(tmp_path / "leer", user=None))
    assert not user_only.locked(key)


@needs_root
def test_the_more_important_layer_wins(tmp_path: Path) -> None:
    configuration = load(
        places(tmp_path, policy="speech.threads = 2", user="[speech]\nthreads = 5\nmodel = 'x'")
    )
    assert configuration.settings.speech_threads == 2
    assert configuration.settings.speech_model == "x"
    assert configuration.origins["speech.threads"] is Layer.POLICY
    assert configuration.origins["speech.model"] is Layer.USER


@needs_root
@pytest.mark.parametrize(
    ("key", "text"),
    [(key, text) for key, (_, declared) in DECLARED.items() for text in WRONG[declared.kind]],
)
def test_a_wrong_type_in_a_policy_stops_the_program(tmp_path: Path, key: str, text: str) -> None:
    with pytest.raises(DokuError) as caught:
        load(places(tmp_path, policy=f"{key} = {text}"))
    assert caught.value.code is Code.POLICY_BROKEN
    assert caught.value.params["key"] == key


@needs_root
@pytest.mark.parametrize("text", ["kein toml", "a = "])
def test_an_unreadable_policy_stops_the_program(tmp_path: Path, text: str) -> None:
    with pytest.raises(DokuError) as caught:
        load(places(tmp_path, policy=text))
    assert caught.value.code is Code.POLICY_BROKEN


def test_a_broken_user_file_is_named_left_alone_and_not_used(tmp_path: Path) -> None:
    broken = "[speech]\nthreads = 'viele'\n"
    configuration = load(places(tmp_path, user=broken))
    assert configuration.settings == Settings()
    assert [warned.problem for warned in configuration.warnings] == [Problem.USER_FILE_BROKEN]
    assert (tmp_path / "settings.toml").read_text("utf-8") == broken


def test_an_unknown_key_is_named_and_the_rest_used(tmp_path: Path) -> None:
    configuration = load(places(tmp_path, user="farbe = 'rot'\n[speech]\nthreads = 2"))
    assert configuration.settings.speech_threads == 2
    assert [(w.problem, w.key) for w in configuration.warnings] == [(Problem.UNKNOWN_KEY, "farbe")]


@pytest.mark.parametrize("mode", [0o666, 0o664])
def test_a_policy_others_can_write_is_not_trusted(tmp_path: Path, mode: int) -> None:
    layers = places(tmp_path, policy="speech.threads = 2")
    (tmp_path / "policy.toml").chmod(mode)
    configuration = load(layers)
    assert configuration.settings == Settings()
    assert [warned.problem for warned in configuration.warnings] == [Problem.POLICY_NOT_TRUSTED]
