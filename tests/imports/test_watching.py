import os
from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.looking import MOST_FILES, files_of, look, sounds_in
from dokuhelfer.imports.watching import SETTLED, FolderWatch, VolumeWatch, mounted_volumes
from dokutest.sounds import melody, write_wav


def test_a_file_is_given_once_it_has_stayed_as_it_is(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    file = tmp_path / "a.wav"
    file.write_bytes(b"RIFF")
    assert watch.poll(0.0) == ()
    assert watch.poll(SETTLED - 0.1) == ()
    file.write_bytes(b"RIFF more")
    assert watch.poll(SETTLED + 0.1) == ()
    assert watch.poll(2 * SETTLED) == ()
    assert watch.poll(2 * SETTLED + 0.2) == (file,)
    assert watch.poll(9 * SETTLED) == ()


def test_one_that_is_written_anew_is_given_anew(tmp_path: Path) -> None:
    watch, file = FolderWatch(tmp_path), tmp_path / "a.wav"
    file.write_bytes(b"RIFF")
    watch.poll(0.0)
    assert watch.poll(3.0) == (file,)
    file.write_bytes(b"RIFF again")
    watch.poll(4.0)
    assert watch.poll(7.0) == (file,)
    file.unlink()
    assert watch.poll(8.0) == ()
    file.write_bytes(b"RIFF again")
    watch.poll(9.0)
    assert watch.poll(12.0) == (file,)


def test_empty_hidden_and_other_files_are_nothing(tmp_path: Path) -> None:
    for name in (".a.wav", "notiz.txt", "leer.wav"):
        (tmp_path / name).touch()
    (tmp_path / "notiz.txt").write_text("Text")
    watch = FolderWatch(tmp_path)
    watch.poll(0.0)
    assert watch.poll(9.0) == ()


def test_a_folder_that_comes_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "ablage"
    watch = FolderWatch(folder)
    assert watch.poll(0.0) == ()
    folder.mkdir()
    (folder / "a.wav").write_bytes(b"RIFF")
    watch.poll(1.0)
    assert watch.poll(4.0) == (folder / "a.wav",)


def test_a_volume_is_told_when_it_comes() -> None:
    mounted = frozenset({Path("/")})
    watch = VolumeWatch(lambda: mounted)
    assert watch.poll() == ()
    mounted = frozenset({Path("/"), Path("/media/REC")})
    assert watch.poll() == (Path("/media/REC"),)
    assert watch.poll() == ()
    mounted = frozenset({Path("/")})
    watch.poll()
    mounted = frozenset({Path("/"), Path("/media/REC")})
    assert watch.poll() == (Path("/media/REC"),)


def test_the_system_is_asked() -> None:
    assert all(isinstance(one, Path) for one in mounted_volumes())


def test_of_folders_the_sounds_below_them_by_name(tmp_path: Path) -> None:
    (tmp_path / "B").mkdir()
    for name in ("z.WAV", "a.mp3", "bild.jpg", "B/c.m4a"):
        (tmp_path / name).touch()
    assert [path.name for path in sounds_in(tmp_path)] == ["a.mp3", "z.WAV", "c.m4a"]
    twice = files_of([tmp_path / "bild.jpg", tmp_path / "a.mp3", tmp_path])
    assert [path.name for path in twice.files] == ["bild.jpg", "a.mp3", "z.WAV", "c.m4a"]


def test_of_very_many_the_newest_are_offered_and_it_is_told(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 2):
        path = tmp_path / f"REC{number:04}.WAV"
        path.touch()
        # The recorder counts from the beginning again: the newest are not the last by name.
        written = 1_000_000 + (number + 10) % (MOST_FILES + 2)
        os.utime(path, (written, written))
    found = files_of([tmp_path])
    assert found.cut
    assert found.files == sounds_in(tmp_path)
    oldest = {f"REC{MOST_FILES - 8:04}.WAV", f"REC{MOST_FILES - 7:04}.WAV"}
    assert {path.name for path in tmp_path.iterdir()} - {one.name for one in found.files} == oldest
    assert not files_of(list(tmp_path.iterdir())).cut  # who chose them one by one gets them


def test_a_look_says_how_long_and_of_when(tmp_path: Path) -> None:
    seen = look(write_wav(tmp_path / "a.wav", melody(2)))
    assert seen.seconds == pytest.approx(2)
    assert seen.written.tzinfo is not None


def test_a_look_at_what_is_no_sound(tmp_path: Path) -> None:
    (tmp_path / "alt.wma").write_bytes(b"kein Ton" * 100)
    with pytest.raises(DokuError) as caught:
        look(tmp_path / "alt.wma")
    assert caught.value.code is Code.AUDIO_UNREADABLE
