"""Head, list, store and sheet say the same person and template, whatever is taken back."""

from __future__ import annotations

from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks, kept_store, read_all

NIGHT = "Hat gut geschlafen. Kühlpack aufgelegt."


def said_to_be(desk: Desk, entry: Entry) -> set[tuple[str, str]]:
    """Person and template as each place has them."""
    session = entry.work.session
    assert session is not None
    value = session.draft.fields["person"].value
    places = {(str(value or ""), session.template.id)}
    for plan in (entry.work.plan, desk.room.plan):
        places.add((plan.context.person or "", plan.template))
    return places | {(entry.person, session.template.id)}


def test_a_choice_that_is_taken_back_is_taken_back_everywhere(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    entry = desks.dictate(desk, NIGHT)
    steps = [("Frau Adam", "pflegebericht"), ("Frau Adam", "vitalwerte")]
    desk.planning.choose_person("Frau Adam")
    desk.planning.choose_template("vitalwerte")
    desks.settle(desk)
    assert said_to_be(desk, entry) == {steps[1]}
    for expected in (steps[0], ("", "pflegebericht")):
        desk.act(Action.UNDO)
        desks.settle(desk)
        assert said_to_be(desk, entry) == {expected}
    desk.act(Action.REDO)
    desks.settle(desk)
    assert said_to_be(desk, entry) == {steps[0]}
    desk.act(Action.UNDO)
    desk.act(Action.NEXT_DRAFT)  # left at once: what is kept follows all the same
    desk.go_home()
    desks.settle(desk)
    desk.planning.choose_person("")
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert (info.about.person, info.about.template) == ("", "pflegebericht")


def test_a_person_chosen_while_the_signature_is_kept_changes_nothing(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, NIGHT)
    desk.planning.choose_person("Frau Adam")
    desks.settle(desk)
    desk.profiles.profile = Profile("MK")
    read_all(entry)
    desk.room.open(entry)
    desks.settle(desk)
    desk.act(Action.SIGN)
    desk.planning.choose_person("Frau Kern")
    desks.wait(lambda: desk.mode is Mode.SIGNED)
    desks.settle(desk)
    assert entry.phase is Phase.SIGNED
    assert desks.shell is not None
    assert "kept" not in [note.key for note in desks.shell.messages.notes]
    assert said_to_be(desk, entry) == {("Frau Adam", entry.work.plan.template)}
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.about.person == "Frau Adam"
