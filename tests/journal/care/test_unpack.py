import io
import json
import stat
import warnings
import zipfile

import pytest

from pillarplan.journal.care import unpack as unpacking
from pillarplan.journal.care.unpack import UnfitArchiveError, unpack
from pillarplan.journal.storage.archive import pack

CONTENTS = {"format.json": b"{}\n", "journal/0123456789ab.jsonl": b"one\ntwo\n"}

Names = list[tuple[str | zipfile.ZipInfo, bytes]]


def zipped(entries: Names, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file as any program may make it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two files of one name
        for name, content in entries:
            opened.writestr(name, content)
    return buffer.getvalue()


def manifest(**changed: object) -> bytes:
    ours = {"format": "pillarplan-backup", "version": [1, 0], "files": {}}
    return json.dumps({**ours, **changed}).encode()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_what_was_packed_comes_out_again() -> None:
    assert unpack(pack(CONTENTS)) == CONTENTS


def test_the_order_of_files_makes_no_other_archive() -> None:
    assert pack(CONTENTS) == pack(dict(reversed(CONTENTS.items())))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/passwd", "leads elsewhere"),
        ("../outside", "leads elsewhere"),
        ("journal/../../outside", "leads elsewhere"),
        ("journal\\..\\outside", "leads elsewhere"),
        ("C:outside", "leads elsewhere"),
        ("journal//x.jsonl", "leads elsewhere"),
        ("./x", "leads elsewhere"),
        ("journal/", "leads elsewhere"),
        ("x\x1b[31m", "leads elsewhere"),
        (link("journal/x.jsonl"), "leads elsewhere"),
    ],
)
def test_no_name_may_lead_elsewhere(name: str | zipfile.ZipInfo, reason: str) -> None:
    with pytest.raises(UnfitArchiveError, match=reason):
        unpack(zipped([("manifest.json", manifest()), (name, b"x")]))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"hello", "cannot be read"),
        (b"", "cannot be read"),
        (zipped([]), "not a backup of pillarplan"),
        (zipped([("mimetype", b"application/epub+zip")]), "not a backup"),
        (zipped([("manifest.json", b"[]")]), "not a backup"),
        (zipped([("manifest.json", b"[" * 99_999)]), "not a backup"),
        (zipped([("manifest.json", manifest(format="other"))]), "not a backup"),
        (zipped([("manifest.json", manifest(version=[2, 0]))]), "has format 2"),
        (zipped([("manifest.json", manifest(files=["x"]))]), "not a backup"),
        (zipped([("manifest.json", manifest(files={"x": 1}))]), "x is missing"),
        (
            zipped([("manifest.json", manifest()), ("x", b"")]),
            "x is not in the manifest",
        ),
        (
            zipped([("manifest.json", manifest(files={"x": "0"})), ("x", b"")]),
            "x differs from its checksum",
        ),
        (zipped([("x", b"1"), ("x", b"2")]), "two files of one name"),
        (zipped([("x", b"1")], zipfile.ZIP_LZMA), "packed in a way"),
    ],
)
def test_what_is_no_backup_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnfitArchiveError, match=reason):
        unpack(content)


def test_a_bomb_is_refused_by_what_it_declares(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1_000)

    with pytest.raises(UnfitArchiveError, match="more than any record"):
        unpack(zipped([("x", bytes(1_001))]))
    with pytest.raises(UnfitArchiveError, match="larger than any record"):
        unpack(bytes(1_001))


def test_a_bomb_that_lies_about_its_size_is_refused_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = zipped([("x", bytes(5_000))])
    lying = whole.replace((5_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1_000)

    assert lying != whole
    with pytest.raises(UnfitArchiveError):
        unpack(lying)


def test_no_archive_of_ten_thousand_files_is_read() -> None:
    many: Names = [(str(number), b"") for number in range(10_001)]

    with pytest.raises(UnfitArchiveError, match="more than any record"):
        unpack(zipped(many, zipfile.ZIP_STORED))


def test_a_damaged_backup_is_refused_or_holds_the_same() -> None:
    whole = pack(CONTENTS)
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        try:
            assert unpack(bytes(changed)) == CONTENTS
        except UnfitArchiveError:
            continue
