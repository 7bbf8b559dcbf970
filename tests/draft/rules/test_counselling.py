"""Counselling records by rules: reasons, agreements, advice, consent, papers, appointments."""

from __future__ import annotations

import pytest

from .conftest import Drafter, draft_text

OPENING = "Suchtberatung, Frau Meyer, persönlich, 45 Minuten. Sie wohnt in Kiel. "


def _text(text: str, field: str, template: str = "beratungsprotokoll") -> str:
    return str(draft_text(text, template)[field].value or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Es geht ihr um die Kündigung der Wohnung.",
        "Sie kommt, weil die Kündigung der Wohnung da ist.",
        "Auslöser war die Kündigung der Wohnung.",
        "Sie hat Angst, dass die Kündigung der Wohnung kommt.",
        "Geht um die Kündigung der Wohnung.",
    ],
)
def test_why_somebody_came_is_the_reason(sentence: str) -> None:
    text = f"Beratung Frau Meyer, persönlich. {sentence} Sie lebt allein."
    assert "Kündigung der Wohnung" in _text(text, "anliegen")


def test_a_refusal_late_in_the_talk_is_no_reason_for_coming() -> None:
    text = OPENING + "Sie trinkt seit März. Wir haben über die Kur gesprochen. Die will sie nicht."
    assert "will sie nicht" not in _text(text, "anliegen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie schickt mir bis Freitag den Mietvertrag.",
        "Ich frage bei der Krankenkasse wegen dem Mietvertrag nach.",
        "Vereinbart haben wir, sie holt den Mietvertrag.",
        "Den Mietvertrag bringt sie zum nächsten Termin mit.",
        "Sobald der Bescheid da ist, kopiert sie den Mietvertrag bis Montag.",
    ],
)
def test_who_does_what_until_when_is_an_agreement(sentence: str) -> None:
    text = OPENING + "Sie hat zwei Kinder. " + sentence
    assert "Mietvertrag" in _text(text, "vereinbarungen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie geht jeden Montag putzen.",
        "Sie hat den Antrag bis Freitag geschickt.",
        "Ich habe ihr erklärt, dass sie den Antrag stellen muss.",
    ],
)
def test_habits_the_past_and_what_was_explained_are_no_agreement(sentence: str) -> None:
    assert not _text(OPENING + "Sie hat zwei Kinder. " + sentence, "vereinbarungen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Zugesagt habe ich ihr die Kostenübernahme nicht.",
        "Ich hab ihr die Kostenübernahme erklärt.",
        "Die Kostenübernahme wurde besprochen.",
        "Kostenübernahme angesprochen.",
    ],
)
def test_what_was_explained_or_not_promised_is_advice(sentence: str) -> None:
    text = OPENING + "Sie hat zwei Kinder. " + sentence
    assert "Kostenübernahme" in _text(text, "inhalte_beratung")


@pytest.mark.parametrize(
    "sentence",
    [
        "Mit dem Hausarzt darf ich sprechen, mit dem Bruder nicht.",
        "Schweigepflichtentbindung für den Hausarzt ja, für den Bruder nein.",
        "Dass ich mit dem Hausarzt rede, ist für sie in Ordnung.",
    ],
)
def test_whom_the_counsellor_may_speak_with_is_consent(sentence: str) -> None:
    assert "Hausarzt" in _text(OPENING + "Sie hat zwei Kinder. " + sentence, "einverstaendnis")


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Arbeitsvertrag hat sie dabeigehabt.",
        "Der Arbeitsvertrag fehlt noch.",
        "Arbeitsvertrag liegt als Foto vor.",
    ],
)
def test_papers_that_are_there_or_missing(sentence: str) -> None:
    text = OPENING + "Sie hat zwei Kinder. " + sentence
    assert "Arbeitsvertrag" in _text(text, "unterlagen")


def test_papers_somebody_has_at_work_are_her_situation() -> None:
    text = OPENING + "Sie hat einen Arbeitsvertrag über 900 Euro."
    assert not _text(text, "unterlagen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nächstes Gespräch am 3. März um 14 Uhr.",
        "Weiter geht's am 3. März um 14 Uhr.",
        "Sie kommt am 3. März um 14 Uhr wieder zu mir.",
        "Wir telefonieren am 3. März um 14 Uhr.",
        "Einzeltermin am 3. März um 14 Uhr.",
        "Termin: 3. März, 14 Uhr.",
    ],
)
def test_the_next_appointment_however_it_is_said(sentence: str) -> None:
    body = "Sie hat zwei Kinder. Sie arbeitet im Lager. Sie schläft schlecht. "
    assert "14:00" in _text(OPENING + body + sentence, "naechster_termin")


def test_an_appointment_at_an_office_is_not_the_next_one() -> None:
    body = "Sie hat zwei Kinder. Sie arbeitet im Lager. Sie schläft schlecht. "
    text = OPENING + body + "Termin beim Jobcenter ist am 3. März um 14 Uhr."
    assert not _text(text, "naechster_termin")


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("eine halbe Stunde", 30),
        ("eine Dreiviertelstunde", 45),
        ("anderthalb Stunden", 90),
        ("eine Stunde und zwanzig Minuten", 80),
        ("zwei Stunden", 120),
        ("knapp vierzig Minuten", 40),
    ],
)
def test_how_long_the_talk_took(draft: Drafter, said: str, minutes: int) -> None:
    drafted = draft(f"Suchtberatung Herr Meyer, persönlich, {said}.", "beratungsprotokoll")
    assert drafted["dauer_min"].value == minutes


@pytest.mark.parametrize(
    "sentence",
    ["Sie arbeitet 20 Stunden in der Woche.", "Der Vater kam 10 Minuten später.", "Vor 2 Stunden."],
)
def test_other_times_are_no_duration_of_the_talk(draft: Drafter, sentence: str) -> None:
    drafted = draft(f"Suchtberatung Herr Meyer, persönlich. {sentence}", "beratungsprotokoll")
    assert drafted["dauer_min"].value is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Suchtberatung. Frau Meyer hat um neun angerufen. Sie sucht Hilfe.", "telefonisch"),
        ("Suchtberatung Frau Meyer in der Sprechstunde. Ich habe ihn angerufen.", "persönlich"),
        ("Suchtberatung Frau Meyer per Zoom. Den Brief schickt sie.", "Video"),
    ],
)
def test_the_first_words_on_it_tell_how_the_talk_was_held(
    draft: Drafter, text: str, kind: str
) -> None:
    assert draft(text, "beratungsprotokoll")["kontaktart"].value == kind


@pytest.mark.parametrize(
    ("opening", "person"),
    [
        ("Beratung mit Lena Brunner, 24, persönlich.", "Lena Brunner, 24"),
        ("Aktenvermerk Brunner, Lena.", "Brunner, Lena"),
        ("Beratung Klientin Frau L., persönlich.", "Frau L."),
    ],
)
def test_names_without_an_address(draft: Drafter, opening: str, person: str) -> None:
    template = "aktenvermerk" if opening.startswith("Akten") else "beratungsprotokoll"
    assert draft(f"{opening} Sie sucht Hilfe.", template)["person"].value == person


def test_a_family_s_members_are_no_office(draft: Drafter) -> None:
    drafted = draft("Beratung Familie Ott, Vater und Mutter waren da.", "beratungsprotokoll")
    assert drafted["person"].value == "Familie Ott"


def test_the_residence_title_stays_verbatim_and_the_reason_too(draft: Drafter) -> None:
    text = (
        "Migrationsberatung Herr Ali, persönlich. Er kommt, weil seine Aufenthaltserlaubnis nach "
        "Paragraf 25 Absatz 3 abläuft. Die Aufenthaltserlaubnis ist gültig bis 3. Mai 2027."
    )
    drafted = draft(text, "beratung_migration")
    assert "Aufenthaltserlaubnis" in str(drafted["aufenthaltstitel_wortlaut"].value)
    assert "03.05.2027" in str(drafted["gueltig_bis"].value)
    assert "abläuft" in str(drafted["anliegen"].value)


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("Über die Insolvenz haben wir nicht gesprochen.", "nicht besprochen"),
        ("Die Privatinsolvenz habe ich erklärt.", "besprochen"),
        ("Wir sind noch im außergerichtlichen Einigungsversuch.", "außergerichtlicher Versuch"),
        ("Der Insolvenzantrag ist eingereicht.", "Antrag"),
        ("Den Insolvenzantrag hat er noch nicht gestellt.", None),
    ],
)
def test_the_step_of_insolvency(draft: Drafter, sentence: str, step: str | None) -> None:
    drafted = draft(f"Schuldnerberatung Herr Ott, persönlich. {sentence}", "beratung_schulden")
    assert drafted["inso_schritt"].value == step


def test_debts_estimated_and_creditors_counted(draft: Drafter) -> None:
    text = "Schuldnerberatung Herr Ott. Schulden insgesamt etwa 9.000 Euro bei sechs Gläubigern."
    drafted = draft(text, "beratung_schulden")
    assert drafted["gesamtschulden_geschaetzt"].value == "ja"
    assert "6 Gläubigern" in str(drafted["glaeubiger_anzahl"].value)
    exact = draft("Schuldnerberatung Herr Ott. Gesamtschulden 9.000 Euro.", "beratung_schulden")
    assert exact["gesamtschulden_geschaetzt"].value is None


def test_claims_by_name_whatever_leads_them_in(draft: Drafter) -> None:
    text = (
        "Schuldnerberatung Herr Ott, persönlich. Größter Gläubiger ist die Postbank mit 4.000 Euro "
        "aus einem Ratenkredit, tituliert. Dann die Stadtwerke, Nebenkosten, 310, Mahnung."
    )
    claims = draft(text, "beratung_schulden")["glaeubiger"].value
    assert isinstance(claims, tuple)
    named = [claim["name"] for claim in claims if isinstance(claim, dict)]
    assert named == ["Postbank", "Stadtwerke"]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Am Samstag hatte er einen Rückfall.", "rueckfall"),
        ("Gestern hat er wieder getrunken.", "rueckfall"),
        ("Seit dem 3. Mai trinkt er nichts mehr.", "abstinent_seit"),
        ("Er ist seit dem 3. Mai abstinent.", "abstinent_seit"),
        ("Sein Ziel ist, nur am Wochenende zu trinken.", "ziel"),
    ],
)
def test_abstinence_and_relapse_as_told(draft: Drafter, sentence: str, field: str) -> None:
    drafted = draft(f"Suchtberatung Herr Ott, persönlich. {sentence}", "beratung_sucht")
    assert drafted[field].value is not None
    others = {"rueckfall", "abstinent_seit"} - {field}
    assert all(drafted[other].value is None for other in others)


def test_a_substance_denied_is_not_named_alone(draft: Drafter) -> None:
    text = "Suchtberatung Herr Ott, persönlich. Thema ist Cannabis. Kokain nimmt er nicht."
    value = str(draft(text, "beratung_sucht")["substanz"].value)
    assert "Cannabis" in value
    assert "Kokain." not in value


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Klagefrist endet am 4. Mai.",
        "Die Stellungnahme muss bis zum 4. Mai bei der Behörde sein.",
    ],
)
def test_a_deadline_of_an_office(draft: Drafter, sentence: str) -> None:
    drafted = draft(f"Migrationsberatung Herr Ali. {sentence}", "beratung_migration")
    assert "04.05" in str(drafted["frist"].value)


def test_what_the_counsellor_sends_is_no_deadline(draft: Drafter) -> None:
    text = (
        "Migrationsberatung Herr Ali. Er wohnt hier. Er ist 30. Ich schicke den Antrag bis 4. Mai."
    )
    assert draft(text, "beratung_migration")["frist"].value is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Mietvertrag scannt sie mir ein.",
        "Sie lässt den Mietvertrag vom Bruder kopieren.",
    ],
)
def test_behind_advice_a_step_of_others_is_an_agreement(sentence: str) -> None:
    text = OPENING + "Sie hat zwei Kinder. Ich habe ihr den Antrag erklärt. " + sentence
    assert "Mietvertrag" in _text(text, "vereinbarungen")


def test_what_is_not_there_yet_is_her_situation() -> None:
    text = OPENING + "Sie hat zwei Kinder. Ein eigenes Konto gibt es noch nicht."
    assert "Konto" in _text(text, "situation")


def test_the_certificate_is_no_paper_and_no_agreement(draft: Drafter) -> None:
    text = (
        "Schuldnerberatung Herr Ott, persönlich. Er wohnt allein. Er arbeitet. Die Bescheinigung "
        "nach Paragraf 305 stelle ich aus, sobald alle Antworten da sind."
    )
    drafted = draft(text, "beratung_schulden")
    assert "Antworten" in str(drafted["bescheinigung_305_inso"].value)
    assert drafted["unterlagen"].value is None
    assert drafted["vereinbarungen"].value is None


@pytest.mark.parametrize(
    "sentence",
    ["Sie möchte auf zwei Gläser runter.", "Ganz aufhören will sie nicht."],
)
def test_the_person_s_own_goal(draft: Drafter, sentence: str) -> None:
    text = f"Suchtberatung Frau Ott, persönlich. Sie trinkt Wein. Sie arbeitet. {sentence}"
    assert draft(text, "beratung_sucht")["ziel"].value is not None


def test_before_any_advice_a_duty_is_her_situation() -> None:
    text = "Beratung Frau Ott, persönlich. Sie hat die Kündigung. Sie muss bis Mai ausziehen."
    assert not _text(text, "vereinbarungen")
    assert "ausziehen" in _text(text, "situation")


def test_the_state_of_a_claim_belongs_to_the_claim_before(draft: Drafter) -> None:
    text = (
        "Schuldnerberatung Frau Ott persönlich sie hat bei der Postbank einen Ratenkredit mit "
        "sechstausend Euro der ist gekündigt und bei Otto dreihundert Euro aus einer Bestellung"
    )
    claims = draft(text, "beratung_schulden")["glaeubiger"].value
    assert isinstance(claims, tuple)
    states = {c["name"]: c["stand"] for c in claims if isinstance(c, dict)}
    assert states == {"Postbank": "gekündigt", "Otto": None}


@pytest.mark.parametrize(
    "aside",
    [
        "Und von Herrn Karl ist auch ein Brief gekommen.",
        "Frau Karl kommt übrigens am Montag auch nicht.",
        "Ach so, und Familie Karl hat abgesagt.",
    ],
)
def test_what_concerns_another_case_stays_out_of_the_record(draft: Drafter, aside: str) -> None:
    drafted = draft(OPENING + "Sie hat zwei Kinder. " + aside, "beratungsprotokoll")
    assert "Karl" in str(drafted["nicht_zugeordnet"].value)
    others = [field for id, field in drafted.items() if id != "nicht_zugeordnet"]
    assert all("Karl" not in str(field.value) for field in others)


def test_a_reason_within_what_somebody_tells_is_no_reason_for_coming() -> None:
    text = "Beratung Frau Ott, persönlich. Sie sagt, es ist schwer, weil er zu spät kommt."
    assert not _text(text, "anliegen")
