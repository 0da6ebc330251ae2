"""What can happen to a person's record: ``changes.rated(…)``, one word for each kind.

`pillarplan.journal.meaning.kinds` holds each of them beside what it does to a profile.
"""

from pillarplan.journal.meaning.kind import Change
from pillarplan.journal.meaning.kinds.aims import (
    constraint_set,
    cue_set,
    role_chosen,
    target_set,
)
from pillarplan.journal.meaning.kinds.corrections import amended, withdrawn
from pillarplan.journal.meaning.kinds.own_items import own_items_changed
from pillarplan.journal.meaning.kinds.plans import paused, resumed, roadmap_adopted
from pillarplan.journal.meaning.kinds.questions import (
    question_left,
    question_recalled,
    question_removed,
    reflected,
)
from pillarplan.journal.meaning.kinds.ratings import (
    assessment_finished,
    assessment_skipped,
    assessment_started,
    rated,
    weighed,
)
from pillarplan.journal.meaning.kinds.succession import succeeded
from pillarplan.journal.meaning.kinds.undoing import undone
from pillarplan.journal.meaning.kinds.work import (
    advised,
    checked_in,
    debriefed,
    dropped,
    evidence,
    finished,
    promised,
    spent,
)

__all__ = [
    "Change",
    "advised",
    "amended",
    "assessment_finished",
    "assessment_skipped",
    "assessment_started",
    "checked_in",
    "constraint_set",
    "cue_set",
    "debriefed",
    "dropped",
    "evidence",
    "finished",
    "own_items_changed",
    "paused",
    "promised",
    "question_left",
    "question_recalled",
    "question_removed",
    "rated",
    "reflected",
    "resumed",
    "roadmap_adopted",
    "role_chosen",
    "spent",
    "succeeded",
    "target_set",
    "undone",
    "weighed",
    "withdrawn",
]
