"""Logs begin afresh, keep the last start's, and do not grow for ever under a writer that appends."""

from pcu_platform.stack import log_files
from pcu_platform.stack.log_files import fresh, lines_until, tail, trim


def test_a_new_start_keeps_the_last_ones_log(tmp_path):
    log = tmp_path / "web.log"
    for text in (b"first", b"second"):
        with fresh(log) as file:
            file.write(text)
    assert log.read_text() == "second"
    assert (tmp_path / "web.log.1").read_text() == "first"
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_log_that_grew_too_large_is_moved_and_its_writer_goes_on_at_the_top(tmp_path, monkeypatch):
    monkeypatch.setattr(log_files, "LARGEST_BYTES", 10)
    log = tmp_path / "web.log"
    with fresh(log) as file:
        file.write(b"a long line indeed\n")
        file.flush()
        trim(log)
        file.write(b"short\n")
        file.flush()
        trim(log)
    assert log.read_text() == "short\n"
    assert (tmp_path / "web.log.1").read_text() == "a long line indeed\n"


def test_the_tail_is_the_last_twenty_lines(tmp_path):
    log = tmp_path / "web.log"
    log.write_text("\n".join(f"line {n}" for n in range(5000)))
    assert tail(log).splitlines() == [f"    line {n}" for n in range(4980, 5000)]
    assert "empty" in tail(tmp_path / "none.log")


def test_lines_come_whole(tmp_path):
    log = tmp_path / "step.log"
    log.write_text("one\ntw")
    over = iter([False, True])

    def is_over() -> bool:
        last = next(over)
        if last:
            log.write_text("one\ntwo\nthree")
        return last

    assert list(lines_until(log, is_over)) == ["one", "two", "three"]
