"""Settings: a flag is stronger than the environment, and that is than the file."""

import json
from pathlib import Path

import pytest

from tests.program import CheckGolden, Result, Run


@pytest.fixture
def config(home: Path) -> Path:
    """The config file; its folder is there, itself not yet."""
    (home / "config").mkdir()
    return home / "config" / "config.toml"


@pytest.mark.parametrize(
    ("flag", "variable", "setting", "hours"),
    [
        (None, None, None, 3.0),
        (None, None, 4, 4.0),
        (None, "5", 4, 5.0),
        ("6", "5", 4, 6.0),
        ("6", None, 4, 6.0),
        (None, "5", None, 5.0),
        (None, "", 4, 4.0),
    ],
)
def test_a_flag_is_stronger_than_the_environment_than_the_file_than_the_default(
    run: Run,
    rated: None,
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
    flag: str | None,
    variable: str | None,
    setting: int | None,
    hours: float,
) -> None:
    if setting is not None:
        config.write_text(f"hours = {setting}\n")
    if variable is not None:
        monkeypatch.setenv("PILLARPLAN_HOURS", variable)

    result = run("plan", "--dry-run", "--json", *(["--hours", flag] if flag else []))

    week = json.loads(result.stdout)["limits"]["availability"]["desk"]
    assert sum(week) == hours


SETTINGS_IN_PLANS = [
    ("listening", "2", lambda limits: sum(limits["availability"]["listening"]) == 2),
    (
        "breaks",
        "2026-12-20..2027-01-03",
        lambda limits: any(
            each["source"] == "own" for each in limits["availability"]["breaks"]
        ),
    ),
    ("role", "director", lambda limits: limits["role"] == "director"),
    (
        "context",
        "connected-products",
        lambda limits: limits["contexts"] == ["connected-products"],
    ),
    ("focus", "1", lambda limits: limits["focus"] == 1),
    ("budget", "100", lambda limits: limits["budget"] == 100),
    ("only", "free", lambda limits: limits["only_free"]),
    ("format", "book,course", lambda limits: limits["formats"] == ["book", "course"]),
    ("language", "en", lambda limits: limits["languages"] == ["en"]),
    ("buffer", "14", lambda limits: limits["buffer_days"] == 14),
    ("holidays", "us-ca", lambda limits: limits["holidays"] == "US-CA"),
    (
        "shortest",
        "45m",
        lambda limits: limits["availability"]["shortest_session"] == 0.75,
    ),
    (
        "longest",
        "1:30",
        lambda limits: limits["availability"]["longest_session"] == 1.5,
    ),
    (
        "at",
        "07:30",
        lambda limits: limits["availability"]["starts_at"] == ["07:30"] * 7,
    ),
    (
        "at",
        "mon-fri=12:00-13:00",
        lambda limits: limits["availability"]["ends_at"] == ["13:00"] * 5 + [None] * 2,
    ),
    ("fill", "60%", lambda limits: limits["availability"]["fill"] == 0.6),
    (
        "zone",
        "Europe/Berlin",
        lambda limits: limits["availability"]["time_zone"] == "Europe/Berlin",
    ),
]


@pytest.mark.parametrize(("name", "value", "holds"), SETTINGS_IN_PLANS)
def test_every_setting_reaches_the_plan_by_each_way(
    run: Run,
    rated: None,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    holds: object,
) -> None:
    assert callable(holds)

    def limits(*arguments: str) -> object:
        return json.loads(run("plan", "--dry-run", "--json", *arguments).stdout)[
            "limits"
        ]

    assert not holds(limits())
    assert holds(limits(f"--{name}", value))
    assert run("config", "set", name, value).exit_code == 0
    assert holds(limits())
    run("config", "unset", name)
    monkeypatch.setenv(f"PILLARPLAN_{name.upper()}", value)
    assert holds(limits())


def test_show_says_where_each_value_comes_from(
    run: Run, config: Path, check_golden: CheckGolden, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(
        'focus = "all"\nbreaks = ["2026-12-20..2027-01-03", "2027-03-01"]\n'
    )
    monkeypatch.setenv("PILLARPLAN_HOURS", "4")

    shown = run("config", "show", "--origin").stdout.replace(str(config), "CONFIG")

    check_golden("cli/config-show.txt", shown)
    settings = json.loads(run("config", "show", "--json").stdout)["settings"]
    assert settings["hours"] == {
        "value": "4",
        "origin": "environment PILLARPLAN_HOURS",
    }
    assert settings["depth"] == {"value": "solid", "origin": "default"}


def test_set_keeps_comments_and_order_and_unset_removes(run: Run, config: Path) -> None:
    config.write_text("# my week\nhours = 3 # really\nfocus = 2\n")

    run("config", "set", "hours", "mon=0.5,sat=2")
    run("config", "set", "role", "director")
    run("config", "unset", "focus")

    assert config.read_text() == (
        '# my week\nhours = "mon=0.5,sat=2" # really\nrole = "director"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("set", "hours", "many"), "hours: 'many' is no number of hours."),
        (("set", "hours", "90"), "hours: 90 is more than a week can hold."),
        (("set", "focus", "0"), "focus: write a number of skills from 1 on, or all."),
        (("set", "budget", "lots"), "budget: 'lots' is no amount of money."),
        (("set", "breaks", "soon"), "breaks: 'soon' is no date."),
        (("set", "only", "cheap"), "only: 'cheap' is unknown."),
        (("set", "holidays", "Germany"), "holidays: 'Germany' is no place."),
        (("set", "longest", "long"), "longest: 'long' is no number of hours."),
        (("set", "at", "early"), "at: 'early' is no time of the day."),
        (("set", "zone", "Berlin"), "zone: 'Berlin' is no time zone."),
        (("set", "role", "king"), "There is no role 'king'."),
        (("set", "format", "boks"), "format: 'boks' is unknown."),
        (("set", "hour", "3"), "There is no setting 'hour'. Did you mean hours?"),
        (("unset", "hour"), "There is no setting 'hour'. Did you mean hours?"),
    ],
)
def test_a_value_that_does_not_fit_is_never_written(
    run: Run, config: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("config", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not config.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"hours = [", "CONFIG: "),
        (b"hour = 3", "CONFIG: unknown setting 'hour'; did you mean 'hours'?"),
        (b"hours = true", "CONFIG: hours must be text or a number"),
        (b"hours = {a = 1}", "CONFIG: hours must be text or a number"),
        (b"role = '\xff'", "CONFIG: not UTF-8 (byte 8)."),
        (b"hours = 'many'", "hours: 'many' is no number of hours."),
    ],
)
def test_a_broken_config_file_is_named_and_stops_nothing_but_the_command(
    run: Run, rated: None, config: Path, content: bytes, message: str
) -> None:
    config.write_bytes(content)

    result = run("plan", "--dry-run")

    assert result.exit_code == 4
    assert result.stdout == ""
    assert message in result.stderr.replace(str(config), "CONFIG")


def test_an_overlay_that_is_not_there_is_named(run: Run, config: Path) -> None:
    config.write_text('overlay = "no/such/overlay.yaml"\n')

    result = run("kb", "list")

    assert (result.exit_code, result.stdout) == (4, "")
    assert "no/such/overlay.yaml" in result.stderr


def test_path_shows_all_folders(run: Run, home: Path) -> None:
    assert run("config", "path") == Result(
        0,
        f"config  {home}/config/config.toml\n"
        f"data    {home}/data\n"
        f"state   {home}/state\n"
        f"cache   {home}/cache\n",
        "",
    )


def test_the_date_can_be_set_and_a_wrong_one_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "tomorrow")

    result = run("next")

    assert result == Result(
        2,
        "",
        "pillarplan: PILLARPLAN_TODAY is 'tomorrow'; write a date as 2026-11-23.\n",
    )


@pytest.mark.parametrize("day", ["9999-12-31", "2200-01-01", "1899-12-31"])
def test_a_clock_that_cannot_be_right_records_nothing(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", day)

    result = run("checkin", "--nothing")

    assert result == Result(
        2,
        "",
        f"pillarplan: PILLARPLAN_TODAY says {day}, which cannot be. "
        "Set it right first.\n",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("role", "foo"), ("context", "foo"), ("language", "xx")),
        *(("holidays", "XX"), ("overlay", "no-such-file.yaml")),
    ],
)
def test_a_name_that_no_plan_could_use_is_no_setting(
    run: Run, home: Path, name: str, value: str
) -> None:
    refused = run("config", "set", name, value)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "here " in refused.stderr
    assert not (home / "config").exists()


BROKEN = [
    b"hours = ",
    b"hours = " + b"1" * 5000,
    b"hours = 'x'",
    b"houers = 3",
    b"\xff",
]


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize(
    "call",
    [
        ("status",),
        ("next",),
        ("backup", "--force", "copy.zip"),
        ("undo",),
        ("help",),
        ("help", "environment"),
        ("plan", "--help"),
        ("config", "path"),
        ("config", "set", "hours", "4"),
        ("config", "unset", "hours"),
    ],
)
def test_what_needs_no_settings_works_while_they_are_broken(
    run: Run, rated: None, config: Path, content: bytes, call: tuple[str, ...]
) -> None:
    config.write_bytes(content)

    assert run(*call).exit_code in ({3} if call == ("next",) else {0})


@pytest.mark.parametrize("content", BROKEN)
def test_broken_settings_are_mended_by_setting_and_unsetting(
    run: Run, rated: None, config: Path, content: bytes
) -> None:
    config.write_bytes(content + b"\nfocus = 2\n")
    name = "houers" if content.startswith(b"houers") else "hours"

    unset = run("config", "unset", name)

    assert unset.exit_code == 0
    assert run("config", "set", "hours", "4").exit_code == 0
    limits = json.loads(run("plan", "--dry-run", "--json").stdout)["limits"]
    assert (sum(limits["availability"]["desk"]), limits["focus"]) == (4, 2)


def test_what_was_wrong_and_what_still_is_are_told(run: Run, config: Path) -> None:
    config.write_text("hours = \nfocus = 0\n")

    result = run("config", "set", "listening", "1")

    assert result.stderr.replace(str(config), "CONFIG").splitlines() == [
        "CONFIG: Invalid value (at line 1, column 9)",
        "CONFIG: line 1 is a comment now: hours =",
        "CONFIG: still wrong: focus: write a number of skills from 1 on, or all.",
        "listening is now 1 (CONFIG)",
    ]
    assert config.read_text() == '# hours =\nfocus = 0\nlistening = "1"\n'


def test_a_role_is_not_checked_while_the_settings_are_broken(
    run: Run, config: Path
) -> None:
    config.write_text("hours = 'x'\n")

    result = run("config", "set", "role", "director")

    assert result.exit_code == 0
    assert "the role cannot be checked" in result.stderr
    assert run("config", "unset", "hours").exit_code == 0
    assert run("config", "set", "role", "king").exit_code == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("hours = ", ["Invalid value (at end of document)"]),
        (
            "hours = 'x'\nhouers = 3\n",
            [
                "hours: 'x' is no number of hours. Write 2.5, 1:30 or 90m.",
                "unknown setting 'houers'; did you mean 'hours'?",
            ],
        ),
    ],
)
def test_doctor_names_every_broken_setting_and_what_mends_it(
    run: Run, rated: None, config: Path, content: str, told: list[str]
) -> None:
    config.write_text(content)

    result, answer = run("doctor"), json.loads(run("doctor", "--json").stdout)

    assert result.exit_code == 4
    assert "All well." not in result.stdout
    shown = " ".join(result.stdout.split())
    assert all(f"{config}: {problem}" in shown for problem in told)
    assert "pillarplan config unset NAME" in result.stdout
    assert [each[1] for each in answer["problems"]] == told


def test_doctor_says_nothing_of_settings_that_fit(
    run: Run, rated: None, config: Path
) -> None:
    config.write_text("hours = 4\n")

    result = run("doctor")

    assert result.exit_code == 0
    assert str(config) not in result.stdout


def test_help_shows_the_settings_as_defaults_where_they_can_be_read(
    run: Run, config: Path
) -> None:
    plain = run("plan", "--help").stdout
    config.write_text("hours = 5\n")
    told = run("plan", "--help").stdout
    config.write_text("hours = \n")

    assert "PILLARPLAN_HOURS; default: 5]" in told
    assert run("help", "plan").stdout == run("plan", "--help").stdout == plain
