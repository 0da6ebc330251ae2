"""Commands that there are not, and what was probably meant by them."""

import shlex
from collections.abc import Collection, Mapping, Sequence

from pillarplan.errors import UsageError

MEANT: Mapping[str, tuple[str, ...]] = {
    "new": ("add", "assess"),
    "create": ("add",),
    "pin": ("plan --pin ITEM",),
    "rate": ("assess",),
    "interview": ("assess",),
    "start": ("open", "assess"),
    "begin": ("open", "assess"),
    "init": ("assess",),
    "setup": ("assess",),
    "todo": ("next",),
    "today": ("next",),
    "now": ("next",),
    "tasks": ("next", "roadmap"),
    "ls": ("roadmap", "kb list"),
    "list": ("roadmap", "kb list"),
    "show": ("roadmap", "kb show NAME"),
    "view": ("roadmap", "kb show NAME"),
    "search": ("kb search WORDS",),
    "find": ("kb search WORDS",),
    "skills": ("kb list",),
    "roles": ("kb list --roles",),
    "role": ("plan --role ROLE", "kb list --roles"),
    "finish": ("done ITEM",),
    "finished": ("done ITEM",),
    "complete": ("done ITEM",),
    "hours": ("log ITEM 1:30", "plan --hours 3"),
    "time": ("log ITEM 1:30",),
    "track": ("log ITEM 1:30",),
    "spent": ("log ITEM 1:30",),
    "drop": ("checkin --drop ITEM",),
    "skip": ("checkin --drop ITEM", "plan --swap ITEM"),
    "remove": ("checkin --drop ITEM", "add --remove NAME", "amend"),
    "delete": ("checkin --drop ITEM", "add --remove NAME", "amend"),
    "edit": ("amend",),
    "correct": ("amend",),
    "fix": ("amend", "doctor"),
    "note": ('checkin --note "…"',),
    "evidence": ('checkin --evidence SKILL="…"',),
    "target": ("gaps --target SKILL=LEVEL",),
    "goal": ("gaps --target SKILL=LEVEL",),
    "goals": ("gaps",),
    "progress": ("status",),
    "stats": ("status", "history"),
    "report": ("review",),
    "replan": ("plan",),
    "update": ("plan",),
    "reschedule": ("plan",),
    "schedule": ("roadmap", "export ical"),
    "calendar": ("export ical",),
    "break": ("pause 2w", "plan --breaks FIRST..LAST"),
    "vacation": ("pause 2w", "plan --breaks FIRST..LAST"),
    "holiday": ("pause 2w", "plan --breaks FIRST..LAST"),
    "why": ("explain",),
    "set": ("config set NAME VALUE",),
    "settings": ("config show",),
    "name": ("config set name",),
    "compare": ("plan --what-if hours=2,4", "feedback show"),
    "import": ("kb import FILE -o FOLDER", "assess --from FILE", "restore FILE"),
    "print": ("export markdown", "export html -o roadmap.html"),
    "version": ("--version",),
    # export …
    "export pdf": ("export html -o roadmap.html",),
    "export brief": ("export one-on-one",),
    "export word": ("export markdown -o roadmap.md",),
    "export docx": ("export markdown -o roadmap.md",),
    "export md": ("export markdown",),
    "export excel": ("export csv -o roadmap.csv",),
    "export xlsx": ("export csv -o roadmap.csv",),
    "export calendar": ("export ical -o plan.ics",),
    "export ics": ("export ical -o plan.ics",),
    "export yaml": ("export json",),
    # other groups
    "config get": ("config show",),
    "config list": ("config show",),
    "kb find": ("kb search WORDS",),
    "kb ls": ("kb list",),
    "kb skills": ("kb list",),
    "kb roles": ("kb list --roles",),
    "feedback ask": ("feedback request",),
    "feedback send": ("feedback request",),
    "feedback read": ("feedback import FILE",),
}
"""By what people call things, what to type, the likeliest first."""

LOOKED_UP: Mapping[str, str] = {
    "": "kb search",
    "kb": "kb show",
    "config": "config set",
}
"""In which group a word that is no command may be what another one takes."""


TAKEN_BY: Mapping[str, str] = {
    "assess": "assess --skill",
    "checkin": "log",
    "gaps": "explain",
    "next": "open",
    "roadmap": "explain",
    "status": "history",
    "undo": "amend",
}
"""What takes the words that somebody writes behind a command that takes none."""

ENDINGS: Mapping[str, str] = {
    "csv": "csv",
    "db": "sqlite",
    "html": "html",
    "ics": "ical",
    "json": "json",
    "md": "markdown",
    "sqlite": "sqlite",
    "txt": "todotxt",
}
"""Which export writes a file whose name ends so."""


class UnknownCommandError(UsageError):
    """There is no command of this name."""

    def __init__(self, path: str, words: Sequence[str], known: Collection[str]) -> None:
        """Take what stands before the words, such as ``pillarplan export``."""
        program, _, group = path.partition(" ")
        name = f"{group} {words[0]}".strip()
        likely = [*(MEANT.get(name.lower()) or _near(words, known, group))]
        ending = words[0].rpartition(".")[2].lower()
        if group == "export" and ending in ENDINGS:
            likely = [f"export {ENDINGS[ending]} -o {words[0]}"]
        if not likely and group in LOOKED_UP:
            likely = [f"{LOOKED_UP[group]} {shlex.join(words)}"]
        lines = [f"There is no command {name!r}. Perhaps you mean:"]
        lines += [f"  {program} {each}" for each in likely]
        if not likely:
            lines = [lines[0].partition(" Perhaps")[0]]
        super().__init__("\n".join([*lines, f"See: {path} --help"]))


def _near(words: Sequence[str], known: Collection[str], group: str) -> list[str]:
    """Return what the words are if the first is a slip for a command."""
    # Imported here, since a command that is there needs none of it.
    from difflib import get_close_matches

    near = get_close_matches(words[0].lower(), known, n=2)
    return [f"{group} {shlex.join([each, *words[1:]])}".strip() for each in near]
