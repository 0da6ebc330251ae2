"""The law of editions: nothing that was told disappears without being named.

A person rates themselves, shows and finishes things while their knowledge base is
edited at random: entries are renamed, divided, joined, dropped, added and worded anew,
scales change, declared as editors should or not at all, one edition at a time or
several at once.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pillarplan.domain.editions.difference import How, find_difference
from pillarplan.domain.editions.mentions import find_mentions
from pillarplan.domain.editions.touched import find_touched, touched_by
from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.edition import BaseEdition, edition_of
from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.domain.knowledge.succession import Lineage, Succession
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.rescaling import in_words_of
from pillarplan.domain.person.work import Ended, Evidence, WhatItWas
from pillarplan.render.editions.lines import difference_lines
from pillarplan.render.editions.sentences import in_one_sentence, say_touched
from tests.domain.editions.worlds import History, edited
from tests.laws import examples

FIRST = date(2026, 1, 5)


def told(
    profile: Profile, edition: BaseEdition, day: date, data: st.DataObject
) -> Profile:
    """Return a record in which one more thing was told, of what is there that day."""
    name = data.draw(st.sampled_from(sorted(edition.words)))
    match data.draw(
        st.sampled_from(("rate", "rate", "rate", "show", "finish", "adopt"))
    ):
        case "rate":
            rating = Rating(
                skill=name,
                level=data.draw(st.none() | st.integers(0, edition.top)),
                rated_on=day,
                base=edition.base,
                edition=edition.words[name],
                top=edition.top,
            )
            return replace(profile, ratings=(*profile.ratings, rating))
        case "show":
            line = Evidence(on=day, skill=name, text=f"Did it on {day}.")
            return replace(profile, evidence=(*profile.evidence, line))
        case "finish":
            meant = WhatItWas(
                kind="practice",
                title="It",
                hours=1,
                closes=(Span(skill=name, from_=edition.top - 1, to=edition.top),),
                top=edition.top,
            )
            ended = Ended(on=day, item=f"item-{day}", meant=meant)
            return replace(profile, done=(*profile.done, ended))
        case _:
            return adopted(profile, edition, name, data)


def adopted(
    profile: Profile, edition: BaseEdition, name: str, data: st.DataObject
) -> Profile:
    """Return a record in which the person named a successor, if anything is gone."""
    touched = find_touched(profile, edition.with_said(profile.succession))
    gone = [t.said.id for t in touched if t.how is How.GONE and t.said.sort == "skill"]
    if not gone:
        return profile
    said = {**profile.succession.skills, data.draw(st.sampled_from(gone)): (name,)}
    return replace(profile, succession=Succession(skills=said))


@settings(max_examples=examples(200))
@given(st.data())
def test_nothing_that_was_told_disappears_without_being_named(
    data: st.DataObject,
) -> None:
    history, profile, day = History(), Profile(), FIRST
    for _ in range(data.draw(st.integers(2, 4))):
        history.new()
    known = history.edition()
    for _ in range(data.draw(st.integers(1, 6))):
        for _ in range(data.draw(st.integers(0, 4))):
            day += timedelta(days=1)
            profile = told(profile, edition_of(known), day, data)
        for _ in range(data.draw(st.integers(1, 3))):  # several editions may be missed
            edited(history, data)
        before, known = known, history.edition()
        check_record(profile, edition_of(known).with_said(profile.succession))
        check_step(profile, before, known)


def check_record(profile: Profile, edition: BaseEdition) -> None:
    """Check that all counts, or is named with what became of it."""
    touched = find_touched(profile, edition)
    named = {each.said.id: each for each in touched if each.said.sort is Lineage.SKILL}
    counts = in_words_of(edition, profile)
    said = " ".join(say_touched(touched))
    for each in (each for each in find_mentions(profile) if each.sort == "skill"):
        fate = named.get(each.id)
        rating = profile.own_ratings.get(each.id)
        if fate is None:
            assert each.id in edition.words
            if rating is not None:
                assert rating.edition == edition.words[each.id]
                assert rating.top == edition.top
                assert counts.own_ratings[each.id] == rating
            continue
        assert each.id in said
        assert (fate.how is How.GONE) == (each.id not in edition.words and not fate.new)
        assert set(fate.new) <= edition.words.keys()
        for heir in fate.new:
            if rating is not None and rating.level is not None:
                assert heir in counts.own_ratings
            shown = {e.text for e in profile.evidence if e.skill == each.id}
            assert shown <= {e.text for e in counts.evidence if e.skill == heir}
    for known in counts.own_ratings.values():
        if known.level is not None:
            assert 0 <= known.level <= edition.top
    for ended in profile.done:
        check_finished(edition, ended, counts)
    assert in_words_of(edition, counts) == counts
    assert not touched or in_one_sentence(touched)


def check_finished(edition: BaseEdition, ended: Ended, counts: Profile) -> None:
    """Check that a finished step counts, unless its level is none on this scale."""
    assert ended.meant is not None
    for span in ended.meant.closes:
        if reached := edition.level_of(span.to, ended.meant.top):
            heirs = edition.succession.skills.get(span.skill, ())
            for skill in (span.skill, *heirs):
                assert Step(skill, reached) in counts.practised


def check_step(profile: Profile, old: KnowledgeBase, new: KnowledgeBase) -> None:
    """Check that a comparison names all of the record that an edition touches."""
    before, after = edition_of(old).with_said(profile.succession), edition_of(new)
    diff = find_difference(old, new)
    mine = touched_by(diff, profile, edition_of(old))
    named = {each.said.id for each in mine}
    shown = " ".join("\n".join(difference_lines(replace(diff, mine=mine), 80)).split())
    for each in find_mentions(profile):
        if each.sort is not Lineage.SKILL:
            continue
        counted_for = before.succession.skills.get(each.id, (each.id,))
        for name in counted_for:
            had, has = before.words.get(name), after.words.get(name)
            if had is not None and (had != has or before.top != after.top):
                assert each.id in named, (each.id, name)
                assert each.id in shown
