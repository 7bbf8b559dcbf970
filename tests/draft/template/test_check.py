"""Every mistake of a template file is found, all at once, with a suggestion."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.draft.template.check import check_file, check_path
from dokuhelfer.draft.template.load import load_file
from dokuhelfer.draft.template.mistake import Mistake, Problem
from dokuhelfer.draft.template.read import MAX_BYTES
from dokuhelfer.errors import Code, DokuError

HEAD = """
id = "probe"
titel = "Probe"
version = "1"
bereich = "pflege"
ziel = "beides"
ausgabe = "feldweise"
leer = "weglassen"
basis = "freitext.docx"
"""
TEXT = '[[felder]]\nid = "text"\nlabel = "Text"\ntyp = "text"\n'
LAST = '[[felder]]\nid = "nicht_zugeordnet"\nlabel = "Rest"\ntyp = "list"\n'


def written(folder: Path, text: str, name: str = "probe.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[Mistake]:
    return check_file(written(folder, text))


def test_a_good_file_has_none_and_loads(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + TEXT + LAST)
    assert check_file(path) == []


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "probe.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + TEXT + LAST).encode())
    assert check_file(path) == []


FIELD = '[[felder]]\nid = "x"\nlabel = "X"\n'
SINGLE = [
    ('typ = "texd"', Problem.TYPE_UNKNOWN, "typ", "text"),
    ('typ = "text"\nlabbel = "Y"', Problem.KEY_UNKNOWN, "labbel", None),
    ('typ = "text"\nstichwort = ["a"]', Problem.KEY_UNKNOWN, "stichwort", "stichworte"),
    ("", Problem.KEY_MISSING, "typ", None),
    ('typ = "text"\npflicht = "ja"', Problem.VALUE_TYPE, "pflicht", "true"),
    ('typ = "text"\nstichworte = "husten"', Problem.VALUE_TYPE, "stichworte", '["husten"]'),
    ('typ = "text"\nstichworte = ["Husten"]', Problem.CUE_FORM, "stichworte", "husten"),
    ('typ = "text"\nstichworte = ["hu*sten"]', Problem.CUE_FORM, "stichworte", None),
    ('typ = "text"\nstichworte = ["*"]', Problem.CUE_FORM, "stichworte", None),
    ('typ = "text"\nankuendigung = [" "]', Problem.CUE_FORM, "ankuendigung", None),
    ('typ = "text"\nleer = "weglasen"', Problem.VALUE_UNKNOWN, "leer", "weglassen"),
    ('typ = "text"\neinheit = "kg"', Problem.KEY_MISPLACED, "einheit", None),
    ('typ = "text"\nzeichenlimit = 0', Problem.VALUE_TYPE, "zeichenlimit", None),
    ('typ = "text"\nvon = 1', Problem.LIMITS_TYPE, "von", None),
    ('typ = "int"\nvon = 10\nbis = 5', Problem.LIMITS_INVERTED, "von", None),
    ('typ = "int"\nvon = nan', Problem.VALUE_TYPE, "von", None),
    ('typ = "int"\nfakt = "plus"', Problem.FACT_UNKNOWN, "fakt", "puls"),
    ('typ = "text"\nfakt = "puls"', Problem.FACT_TYPE, "fakt", None),
    ('typ = "choice"', Problem.CHOICES_MISSING, "werte", None),
    ('typ = "choice"\nwerte = []', Problem.CHOICES_MISSING, "werte", None),
    ('typ = "choice"\nwerte = [1]', Problem.CHOICE_FORM, "werte", None),
    ('typ = "choice"\nwerte = ["a", "a"]', Problem.CHOICE_DUPLICATE, "werte", None),
    (
        'typ = "choice"\nwerte = [{ wert = "a", stichwrte = ["b"] }]',
        Problem.KEY_UNKNOWN,
        "stichwrte",
        "stichworte",
    ),
    ('typ = "group"', Problem.GROUP_EMPTY, "felder", None),
    ('typ = "group"\nfelder = []', Problem.GROUP_EMPTY, "felder", None),
]


@pytest.mark.parametrize(("lines", "problem", "key", "suggestion"), SINGLE)
def test_one_mistake_in_a_field(
    tmp_path: Path, lines: str, problem: Problem, key: str, suggestion: str | None
) -> None:
    found = problems(tmp_path, HEAD + FIELD + lines + "\n" + LAST)
    assert len(found) == 1, found
    (mistake,) = found
    assert (mistake.problem, mistake.field, mistake.key) == (problem, "x", key)
    assert mistake.suggestion == suggestion
    assert mistake.file == "probe.toml"


HEADS = [
    ('titel = "Probe"\n', "", Problem.KEY_MISSING, "titel", None),
    ('titel = "Probe"\n', 'titel = ""\n', Problem.VALUE_EMPTY, "titel", None),
    ('version = "1"', "version = 1", Problem.VALUE_TYPE, "version", '"1"'),
    ('"pflege"', '"Pflege"', Problem.VALUE_UNKNOWN, "bereich", "pflege"),
    ('"beides"', '"word"', Problem.VALUE_UNKNOWN, "ziel", None),
    ('id = "probe"', 'id = "prove"', Problem.ID_NOT_FILE_NAME, "id", "prove.toml"),
    ('id = "probe"', 'id = "../probe"', Problem.ID_INVALID, "id", None),
    ("freitext.docx", "freitxt.docx", Problem.BASE_MISSING, "basis", "freitext.docx"),
    ("freitext.docx", "../base/freitext.docx", Problem.BASE_NAME, "basis", None),
    ("freitext.docx", "freitext.docm", Problem.BASE_NAME, "basis", None),
    ("leer =", 'auffangfeld = "txt"\nleer =', Problem.DEFAULT_UNKNOWN, "auffangfeld", "text"),
    (
        "leer =",
        'auffangfeld = "nicht_zugeordnet"\nleer =',
        Problem.DEFAULT_TYPE,
        "auffangfeld",
        None,
    ),
]


@pytest.mark.parametrize(("old", "new", "problem", "key", "suggestion"), HEADS)
def test_one_mistake_in_the_head(
    tmp_path: Path, old: str, new: str, problem: Problem, key: str, suggestion: str | None
) -> None:
    (mistake,) = problems(tmp_path, HEAD.replace(old, new) + TEXT + LAST)
    assert (mistake.problem, mistake.field, mistake.key) == (problem, None, key)
    assert mistake.suggestion == suggestion


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    fields = '[[felder]]\nid = "Größe"\nlabel = 3\ntyp = "zahl"\n' + TEXT + TEXT
    found = problems(tmp_path, HEAD.replace("pflege", "haus") + fields)
    assert {mistake.problem for mistake in found} == {
        Problem.VALUE_UNKNOWN,
        Problem.ID_INVALID,
        Problem.VALUE_TYPE,
        Problem.TYPE_UNKNOWN,
        Problem.ID_DUPLICATE,
        Problem.UNPLACED_MISSING,
    }
    invalid = next(mistake for mistake in found if mistake.problem is Problem.ID_INVALID)
    assert (invalid.field, invalid.suggestion) == ("#1", "groesse")


def test_members_of_a_group_are_named_with_it(tmp_path: Path) -> None:
    group = (
        '[[felder]]\nid = "liste"\nlabel = "L"\ntyp = "group"\nauffangfeld = "textt"\n'
        '[[felder.felder]]\nid = "text"\nlabel = "T"\ntyp = "text"\n'
        '[[felder.felder]]\nid = "nest"\nlabel = "N"\ntyp = "group"\n'
    )
    found = problems(tmp_path, HEAD + group + LAST)
    assert [(mistake.problem, mistake.field) for mistake in found] == [
        (Problem.GROUP_NESTED, "liste.nest"),
        (Problem.DEFAULT_UNKNOWN, "liste"),
    ]
    assert found[1].suggestion == "text"


def test_no_fields_at_all(tmp_path: Path) -> None:
    found = problems(tmp_path, HEAD)
    assert [mistake.problem for mistake in found] == [Problem.KEY_MISSING]
    assert [mistake.problem for mistake in problems(tmp_path, HEAD + "felder = []")] == [
        Problem.VALUE_EMPTY,
        Problem.UNPLACED_MISSING,
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"id = [", Problem.NOT_TOML),
        (b"\xff\xfeid", Problem.NOT_UTF8),
        ("titel = 'Größe'".encode("latin-1"), Problem.NOT_UTF8),
        (b"a = " + b"[" * 100_000, Problem.NOT_TOML),
        (b"a = 1" + b"0" * 9_000, Problem.NOT_TOML),
        (b"#" * (MAX_BYTES + 1), Problem.TOO_LARGE),
    ],
)
def test_what_is_no_table_is_one_mistake(tmp_path: Path, content: bytes, problem: Problem) -> None:
    path = tmp_path / "probe.toml"
    path.write_bytes(content)
    assert [mistake.problem for mistake in check_file(path)] == [problem]


def test_the_line_of_broken_toml_is_named(tmp_path: Path) -> None:
    (mistake,) = problems(tmp_path, 'id = "probe"\ntitel = \n')
    assert (mistake.problem, mistake.value) == (Problem.NOT_TOML, "2")


def test_a_folder_is_checked_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, HEAD + TEXT + LAST)
    written(tmp_path, "x = 1", "anders.toml")
    assert {mistake.file for mistake in check_path(tmp_path)} == {"anders.toml"}


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as missing:
        check_path(tmp_path / "fehlt.toml")
    assert missing.value.code is Code.INPUT_NOT_FOUND
    with pytest.raises(DokuError) as empty:
        check_path(tmp_path)
    assert empty.value.code is Code.INPUT_EMPTY


def test_every_problem_has_both_sentences() -> None:
    import dokuhelfer.messages as messages

    folder = Path(messages.__path__[0])
    for language in ("de", "en"):
        text = (folder / f"template_{language}.toml").read_text("utf-8")
        keys = set(tomllib.loads(text)["template"])
        assert keys == {problem.value for problem in Problem} | {"suggestion"}


toml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "titel", "felder", "basis", "auffangfeld", "leer", "x"]),
        toml_values
        | st.lists(
            st.dictionaries(
                st.sampled_from(
                    ["id", "typ", "werte", "felder", "von", "bis", "fakt", "stichworte"]
                ),
                toml_values | st.sampled_from(["choice", "group", "int", "text", "puls"]),
            )
        ),
    )
)
def test_no_table_breaks_the_checker(table: dict[str, object]) -> None:
    from dokuhelfer.draft.template.check import check_table

    assert list(check_table(table, Path("probe.toml"), ()))


def test_a_template_with_mistakes_does_not_load(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + FIELD + LAST)
    with pytest.raises(DokuError) as error:
        load_file(path)
    assert error.value.code is Code.TEMPLATE_BROKEN
