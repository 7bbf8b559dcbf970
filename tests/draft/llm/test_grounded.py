"""Which sentences say with their words what a quote says with its own."""

from __future__ import annotations

import pytest

from dokuhelfer.draft.llm.grounded import is_grounded

WOMAN, MAN = "Frau Lorenz", "Herr Wolf"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Habe ihr Tee gebracht.", "Ihr wurde Tee gebracht."),
        ("Hab um 15:00 Uhr den Verband gewechselt.", "Der Verband wurde um 15:00 Uhr gewechselt."),
        ("Ich habe sie gewaschen.", "Sie wurde gewaschen."),
        ("Wir haben sie zu zweit gelagert.", "Sie wurde zu zweit gelagert."),
        ("Ich habe sie nicht gewaschen.", "Sie wurde nicht gewaschen."),
        ("Wir haben ihn gelagert.", "Er wurde gelagert."),
        ("Die Tochter habe ich angerufen.", "Die Tochter wurde angerufen."),
        ("Ich habe der Tochter den Schlüssel gegeben.", "Der Tochter wurde der Schlüssel gegeben."),
        ("Habe die Medikamente gestellt.", "Die Medikamente wurden gestellt."),
        ("Ich habe den linken Arm eingecremt.", "Der linke Arm wurde eingecremt."),
        ("Habe ihr einen warmen Tee gekocht.", "Ihr wurde ein warmer Tee gekocht."),
        ("Ich habe sie in den Garten begleitet.", "Sie wurde in den Garten begleitet."),
    ],
)
def test_what_we_did_in_the_passive(quote: str, text: str) -> None:
    assert is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Um drei Uhr hat sie Tee getrunken.", "Sie hat um drei Uhr Tee getrunken."),
        ("Schlecht geschlafen hat sie heute.", "Sie hat heute schlecht geschlafen."),
        ("Sie ist gestürzt gestern.", "Sie ist gestern gestürzt."),
        ("Getrunken hat sie 200 ml Kräutertee.", "Sie hat 200 ml Kräutertee getrunken."),
        ("Die Wunde ist gerötet am Rand.", "Die Wunde ist am Rand gerötet."),
        ("Geduscht hat sie nach dem Frühstück.", "Sie hat nach dem Frühstück geduscht."),
        ("Kalt war ihm.", "Ihm war kalt."),
    ],
)
def test_one_clause_in_another_order(quote: str, text: str) -> None:
    assert is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Ähm, sie hat äh gut geschlafen.", "Sie hat gut geschlafen."),
        ("Also sie hat halt gut geschlafen.", "Sie hat gut geschlafen."),
        ("So, sie hat so den Tee getrunken.", "Sie hat den Tee getrunken."),
        ("sie hat gut geschlafen", "Sie hat gut geschlafen."),
        ("Sie sagt dass ihr kalt ist.", "Sie sagt, dass ihr kalt ist."),
        ("Sie hat gegessen! Dann war sie müde", "Sie hat gegessen. Dann war sie müde."),
        ("Äh ich habe so die Wunde gespült.", "Die Wunde wurde gespült."),
    ],
)
def test_without_fillers_and_slips_of_the_pen(quote: str, text: str) -> None:
    assert is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Tee gebracht.", "Tee mit Honig gebracht."),
        ("Tee gebracht.", "Tee wird gebracht."),
        ("Tee gebracht.", "Ich habe Tee gebracht."),
        ("Hat geschlafen.", "Hat nicht geschlafen."),
        ("Hat nicht geschlafen.", "Hat geschlafen."),
        ("200 ml getrunken.", "300 ml getrunken."),
        ("200 ml getrunken.", "Getrunken."),
        ("Hat geschlafen, danach gegessen.", "Hat geschlafen."),
        ("Wohl gestürzt.", "Gestürzt."),
        ("Tochter angerufen.", "Sohn angerufen."),
        ("Puls 72.", "Puls 72, RR 120/80."),
        ("So 200 ml getrunken.", "200 ml getrunken."),
        ("Sie hat keinen Halt.", "Sie hat keinen."),
        ("Sie hat getrunken.", "Also sie hat getrunken."),
        ("Wurde gewechselt.", "Sie wurde gewechselt."),
        ("Hat geschlafen.", "Sie hat geschlafen."),
    ],
)
def test_more_or_less(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Der Ehemann hat die Klientin geschlagen.", "Die Klientin hat den Ehemann geschlagen."),
        ("Der Vermieter hat Frau Meyer bedroht.", "Frau Meyer hat den Vermieter bedroht."),
        ("Sie hat die Nachbarin geschlagen.", "Die Nachbarin hat sie geschlagen."),
        ("Sie hat die Katze gebissen.", "Die Katze hat sie gebissen."),
        ("Sie hat ihn gefüttert.", "Er hat sie gefüttert."),
        ("Sie hat Angst vor ihm.", "Er hat Angst vor ihr."),
        ("Die Tochter hat ihr das Essen gegeben.", "Sie hat der Tochter das Essen gegeben."),
        ("Sie wurde von der Kollegin gewaschen.", "Die Kollegin wurde von ihr gewaschen."),
        ("Frau Lorenz wurde von Frau Becker gefüttert.",
         "Frau Becker wurde von Frau Lorenz gefüttert."),
        ("Die Tochter hat gesagt, sie ist gestürzt.", "Sie hat gesagt, die Tochter ist gestürzt."),
        ("Laut Tochter hat sie gut gegessen und laut Sohn schlecht geschlafen.",
         "Laut Sohn hat sie gut gegessen und laut Tochter schlecht geschlafen."),
        ("Die Kollegin hat sie gelagert, ich habe sie gewaschen.",
         "Ich habe sie gelagert, die Kollegin hat sie gewaschen."),
        ("Er will das Sorgerecht, sie lehnt ab.", "Sie will das Sorgerecht, er lehnt ab."),
        ("Ich rufe beim Jobcenter an.", "Sie ruft beim Jobcenter an."),
        ("Sie hat mich gekratzt.", "Ich habe sie gekratzt."),
        ("Sie hat mich geschlagen.", "Sie hat sich geschlagen."),
        ("Hat geschlafen.", "Er hat geschlafen."),
    ],
)  # fmt: skip
def test_somebody_else(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Am Montag gebadet, am Dienstag gestürzt.", "Am Dienstag gebadet, am Montag gestürzt."),
        ("Tablette genommen, dann erbrochen.", "Erbrochen, dann Tablette genommen."),
        ("Sie hat die Tablette genommen und dann erbrochen.",
         "Dann hat sie die Tablette genommen und erbrochen."),
        ("Um 8 Uhr hat sie gegessen und um 10 Uhr ist sie spaziert.",
         "Um 10 Uhr hat sie gegessen und um 8 Uhr ist sie spaziert."),
        ("Sie hat heute schlechter gegessen als gestern.",
         "Sie hat gestern schlechter gegessen als heute."),
        ("Sie hat heute Unruhe gestern Schwindel gezeigt.",
         "Sie hat gestern Unruhe heute Schwindel gezeigt."),
        ("Vor dem Essen gegeben.", "Nach dem Essen gegeben."),
    ],
)  # fmt: skip
def test_another_time(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Sie hat alles gegessen und nichts getrunken.",
         "Sie hat nichts gegessen und alles getrunken."),
        ("Sie hat gegessen, aber nicht getrunken.", "Sie hat nicht gegessen, aber getrunken."),
        ("Haut warm, Füße kalt.", "Füße warm, Haut kalt."),
        ("Sie hat Schmerzen im Knie an der Hüfte Rötung.",
         "Sie hat Schmerzen an der Hüfte Rötung im Knie."),
        ("Sie ist mit Rollator ohne Begleitung gelaufen.",
         "Sie ist ohne Rollator mit Begleitung gelaufen."),
        ("Sie hat 200 ml Tee und 300 ml Wasser getrunken.",
         "Sie hat 300 ml Tee und 200 ml Wasser getrunken."),
        ("Sie ist nicht gestürzt, weil sie müde war.",
         "Sie ist gestürzt, weil sie nicht müde war."),
        ("Sie muss nicht mehr liegen.", "Sie muss mehr liegen, nicht."),
        ("Sie hat nicht alles gegessen.", "Sie hat alles nicht gegessen."),
        ("Sie hat heute nicht geweint wegen Schmerzen.",
         "Sie hat wegen Schmerzen heute nicht geweint."),
        ("Sie hat heute nur Suppe gegessen.", "Sie hat nur heute Suppe gegessen."),
        ("Sie ist vermutlich ruhig gestürzt.", "Sie ist ruhig vermutlich gestürzt."),
        ("Sie hat geschlafen.", "Hat sie geschlafen."),
        ("Hat sie geschlafen.", "Sie hat geschlafen."),
        ("Keine Schmerzen, Übelkeit.", "Keine Schmerzen. Übelkeit."),
        ("Kein Fieber und Husten.", "Kein Fieber, Husten."),
        ("Hat sie geschlafen?", "Hat sie geschlafen."),
    ],
)  # fmt: skip
def test_the_same_words_of_something_else(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Verband wechseln.", "Verband gewechselt."),
        ("Verband gewechselt.", "Verband wechseln."),
        ("Verbandswechsel.", "Verband gewechselt."),
        ("Wunde spülen.", "Wunde gespült."),
        ("Muss noch angerufen werden.", "Wurde noch angerufen."),
        ("Tee wird gebracht.", "Tee wurde gebracht."),
        ("Sauerstoff angestellt.", "Sauerstoff abgestellt."),
        ("Sie ist eingeschlafen.", "Sie ist ausgeschlafen."),
        ("Sie war vormittags unruhig.", "Sie war nachmittags unruhig."),
        ("Sie war ruhig.", "Sie war unruhig."),
        ("Hämatom am Oberarm.", "Hämatom am Unterarm."),
        ("Die Schwiegertochter war da.", "Die Tochter war da."),
        ("Die Wunde ist größer.", "Die Wunde ist groß."),
        ("Sie hat wenig Appetit.", "Sie hat weniger Appetit."),
        ("Sie konnte laufen.", "Sie könnte laufen."),
        ("Sie hat die Tablette genommen.", "Sie hat die Tabletten genommen."),
        ("Habe Pflaster gewechselt.", "Pflaster wurden gewechselt."),
        ("Habe den Verband gewechselt.", "Der Verband wurden gewechselt."),
        ("Sie trinkt gut.", "Sie hat gut getrunken."),
    ],
)
def test_another_form(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Ich habe sie gewaschen.", "Sie hat sich gewaschen."),
        ("Ich habe sie gewaschen.", "Sie hat gewaschen."),
        ("Ich habe sie gewaschen.", "Ich wurde gewaschen."),
        ("Ich habe sie gewaschen.", "Sie wurden gewaschen."),
        ("Ich habe mich gewaschen.", "Mich wurde gewaschen."),
        ("Wir haben sie zu zweit gelagert.", "Sie hat sich zu zweit gelagert."),
        ("Habe die Tochter informiert.", "Die Tochter hat informiert."),
        ("Wir haben den Arzt informiert.", "Der Arzt hat sie informiert."),
        ("Haben sie gewaschen.", "Sie wurde gewaschen."),
        ("Sie habe ihn gewaschen.", "Er wurde gewaschen."),
        ("Sie hat ihn gewaschen.", "Er wurde gewaschen."),
        ("Sie sagt ich habe sie geschlagen.", "Sie sagt sie wurde geschlagen."),
        ("Ich habe Angst gehabt.", "Angst wurde gehabt."),
        ("Ich habe gut geschlafen.", "Gut wurde geschlafen."),
        ("Ich habe ihr die Salbe gegeben.", "Die Salbe wurde gegeben."),
        ("Sie wurde geduscht.", "Sie hat geduscht."),
        ("Sie ist gewaschen worden.", "Sie hat gewaschen."),
        ("Sie hatte Fieber.", "Sie hat Fieber."),
        ("Sie sei gestürzt.", "Sie ist gestürzt."),
        ("Sie habe Schmerzen.", "Sie hat Schmerzen."),
    ],
)
def test_another_voice_or_tense(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


def test_she_is_one_only_where_the_draft_is_about_a_woman() -> None:
    for person in (MAN, ""):
        assert not is_grounded("Sie wurde gewaschen.", "Ich habe sie gewaschen.", person)
        assert is_grounded("Er wurde gewaschen.", "Ich habe ihn gewaschen.", person)
