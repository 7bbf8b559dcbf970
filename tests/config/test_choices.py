import stat
from pathlib import Path

import pytest

from dokuhelfer.config.choices import Choices, load_choices, microphone_to_use, save_choices
from dokuhelfer.config.load import Configuration, Layer
from dokuhelfer.config.schema import DECLARED, Settings


def test_a_choice_is_kept_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "dokuhelfer"
    assert load_choices(folder) == Choices()
    save_choices(folder, Choices("Headset Jabra"))
    assert load_choices(folder) == Choices("Headset Jabra")
    assert stat.S_IMODE((folder / "choices.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"microphone": 3}', b"\xff", b"[" * 9999])
def test_a_broken_file_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "choices.json").write_bytes(content)
    assert load_choices(tmp_path) == Choices()


def test_what_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    save_choices(tmp_path / "file", Choices("Headset"))


@pytest.mark.parametrize(
    ("layer", "setting", "chosen", "used"),
    [
        (Layer.DEFAULT, None, "", ""),
        (Layer.DEFAULT, None, "Headset", "Headset"),
        (Layer.USER, "Tisch", "", "Tisch"),
        (Layer.USER, "Tisch", "Headset", "Headset"),
        (Layer.POLICY, "Tisch", "Headset", "Tisch"),
    ],
)
def test_whose_microphone_is_used(
    layer: Layer, setting: str | None, chosen: str, used: str
) -> None:
    origins = dict.fromkeys(DECLARED, Layer.DEFAULT) | {"audio.microphone": layer}
    configuration = Configuration(Settings(microphone=setting), origins)
    assert microphone_to_use(configuration, Choices(chosen)) == used
