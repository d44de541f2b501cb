"""A drop folder: whole files are taken in and put away, half-written ones wait, links are left, nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from consignments.drop_folder import DropFolder, FolderInUse, NotTaken
from consignments.models import Consignment, Source, Submission
from consignments.watching import take_all
from tests import factories as make
from tests.consignments.manifests import consignment, manifest

ROOT = Path(__file__).resolve().parents[2]
BAD = manifest(consignment("A-1"), consignment("A-2", total_gross_mass_kg="heavy"))


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path, clock):
    with DropFolder(tmp_path, 3, clock) as drop:
        yield drop


def shelf(path, name):
    return sorted(file.name for file in (path / name).iterdir())


def settled(folder, clock):
    folder.whole_files()
    clock.now += 3
    return folder.whole_files()


def test_a_file_is_whole_when_it_has_not_changed_for_a_while(folder, clock, tmp_path):
    file = tmp_path / "a.json"
    file.write_bytes(b"{")
    assert folder.whole_files() == []
    clock.now += 2
    with file.open("ab") as more:
        more.write(b"}")
    assert folder.whole_files() == []
    clock.now += 2
    assert folder.whole_files() == []
    clock.now += 1
    assert folder.whole_files() == ["a.json"]


def test_a_copy_that_sets_its_time_back_is_seen_to_change(folder, clock, tmp_path):
    file = tmp_path / "a.json"
    file.write_bytes(b"{}")
    os.utime(file, (1, 1))
    folder.whole_files()
    clock.now += 2
    file.write_bytes(b"[]")
    os.utime(file, (1, 1))
    clock.now += 2
    assert folder.whole_files() == []


def test_only_plain_files_of_the_folder_are_looked_at(folder, clock, tmp_path):
    outside = tmp_path.parent / "outside.json"
    outside.write_bytes(manifest())
    (tmp_path / "link.json").symlink_to(outside)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.json").write_bytes(b"{}")
    os.mkfifo(tmp_path / "pipe.json")
    for name in (".hidden.json", "~$book.xlsx", "a.json.part", "a.tmp"):
        (tmp_path / name).write_bytes(b"{}")
    assert settled(folder, clock) == []
    for name in ("link.json", "pipe.json", "gone.json"):
        with pytest.raises(NotTaken):
            folder.read(name, 100)


def test_a_shelf_that_is_a_link_is_refused(tmp_path):
    elsewhere = tmp_path.parent / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "done").symlink_to(elsewhere)
    with pytest.raises(OSError), DropFolder(tmp_path, 0):
        pass


def test_a_folder_has_one_watcher(folder, tmp_path):
    with pytest.raises(FolderInUse), DropFolder(tmp_path, 0):
        pass


def test_no_file_is_written_over_and_long_names_fit(folder, clock, tmp_path):
    long = "я" * 120 + ".json"
    for _ in range(2):
        for name in ("a.json", long):
            (tmp_path / name).write_bytes(b"{}")
        for name in settled(folder, clock):
            folder.put_away(folder.read(name, 10), "failed", "why")
    names = shelf(tmp_path, "failed")
    assert {"a.json", "a (2).json", "a.json.problems.csv", "a (2).json.problems.csv"} <= set(names)
    assert len(names) == 8


def test_a_file_that_was_replaced_while_it_was_read_stays_to_be_taken(folder, clock, tmp_path):
    (tmp_path / "a.json").write_bytes(b"{}")
    dropped = folder.read(*settled(folder, clock), 10)
    (tmp_path / "a.json").write_bytes(b"[]")
    with pytest.raises(NotTaken):
        folder.put_away(dropped, "done")
    assert (tmp_path / "a.json").read_bytes() == b"[]" and shelf(tmp_path, "done") == []


@pytest.mark.django_db
def test_whole_files_are_registered_and_put_away(folder, clock, tmp_path):
    source = make.source()
    (tmp_path / "good.json").write_bytes(manifest(consignment("B-1")))
    (tmp_path / "bad.json").write_bytes(BAD)
    (tmp_path / "picture.gif").write_bytes(b"GIF89a")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "sheet.csv").write_bytes(b"Nr X;Ware\nC-1;Soap\n")
    settled(folder, clock)
    taken = {one.name: one.shelf for one in take_all(folder, source, "en")}
    assert taken == {
        "good.json": "done", "bad.json": "failed", "picture.gif": "failed", "empty.csv": "failed", "sheet.csv": "done",
    }  # fmt: skip
    assert set(Consignment.objects.values_list("document_number", flat=True)) == {"B-1", "A-1"}
    report = (tmp_path / "failed" / "bad.json.problems.csv").read_text("utf-8-sig")
    assert "“heavy” is not a number of kilograms." in report and "A-2" in report
    assert "This kind of file" in (tmp_path / "failed" / "picture.gif.problems.csv").read_text("utf-8-sig")
    assert Submission.objects.get(file_name="sheet.csv").awaits_columns
    assert list(take_all(folder, source, "en")) == []


@pytest.mark.django_db
def test_what_was_registered_before_a_crash_is_only_put_away(folder, clock, tmp_path, monkeypatch):
    source = make.source()
    (tmp_path / "a.json").write_bytes(manifest())
    settled(folder, clock)
    with monkeypatch.context() as crash:
        crash.setattr(os, "rename", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            list(take_all(folder, source, "en"))
    assert [one.shelf for one in take_all(folder, source, "en")] == ["done"]
    assert Submission.objects.count() == 1 and Consignment.objects.get().latest_revision == 1


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_not_read_whole(folder, clock, tmp_path, settings):
    settings.MAX_DOCUMENT_BYTES = 1024 * 1024
    (tmp_path / "a.json").write_bytes(b" " * (3 * 1024 * 1024))
    assert len(folder.read(*settled(folder, clock), settings.MAX_DOCUMENT_BYTES).raw) == 1024 * 1024 + 1
    (taken,) = take_all(folder, make.source(), "en")
    assert (taken.shelf, taken.said) == ("failed", "The document is larger than 1 MB.")


@pytest.mark.django_db
def test_a_name_that_is_no_text_is_taken(folder, clock, tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff=1+\n.json")).write_bytes(manifest())
    settled(folder, clock)
    assert [one.shelf for one in take_all(folder, make.source(), "en")] == ["done"]


@pytest.mark.django_db
def test_the_command_takes_what_is_there_once(tmp_path):
    unit = make.unit("OSH")
    (tmp_path / "a.json").write_bytes(manifest())
    (tmp_path / "bad.json").write_bytes(BAD)
    said = StringIO()
    with pytest.raises(CommandError, match="Failed: 1"):
        call_command("watch_folder", tmp_path, source="Post", unit="OSH", once=True, settle=0.1, stdout=said)
    assert Source.objects.get(name="Post").unit == unit
    assert shelf(tmp_path, "done") == ["a.json"] and "'a.json': done" in said.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(("place", "unit"), [("nowhere", "OSH"), (".", "MOON")])
def test_the_command_refuses_what_is_not_there(tmp_path, place, unit):
    make.unit("OSH")
    with pytest.raises(CommandError):
        call_command("watch_folder", tmp_path / place, source="Post", unit=unit, once=True)


@pytest.mark.django_db(transaction=True)
def test_the_watcher_runs_until_it_is_told_to_end_and_starts_again(tmp_path):
    make.unit("OSH")
    of = connection.settings_dict
    url = f"postgres://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT']}/{of['NAME']}"
    command = [sys.executable, "manage.py", "watch_folder", str(tmp_path), "--source", "Post", "--unit", "OSH"]
    for number in range(2):
        watcher = subprocess.Popen(
            [*command, "--every", "0.2", "--settle", "0.3"], cwd=ROOT, env={**os.environ, "DATABASE_URL": url}
        )
        try:
            (tmp_path / f"{number}.json").write_bytes(manifest(consignment(f"A-{number}")))
            deadline = time.monotonic() + 60
            while not (tmp_path / "done" / f"{number}.json").exists() and time.monotonic() < deadline:
                time.sleep(0.1)
        finally:
            watcher.send_signal(signal.SIGTERM)
            assert watcher.wait(30) == 0
    assert shelf(tmp_path, "done") == ["0.json", "1.json"]
    assert Consignment.objects.count() == 2
