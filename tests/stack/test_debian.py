"""Packages of Debian for the tests: installed where we may, told when not. apt-get is a script of the test."""

import os
from pathlib import Path

import pytest

from pcu_platform.stack import debian, openmp


@pytest.fixture
def apt(tmp_path, monkeypatch):
    """Return a function that puts an apt-get on the path that writes its words down and ends with a code."""

    def put(code: int = 0) -> Path:
        words = tmp_path / "words"
        script = tmp_path / "apt-get"
        script.write_text(f'#!/bin/sh\necho "$@" >> {words}\necho said by apt\nexit {code}\n')
        script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        return words

    return put


def test_the_list_is_fetched_before_the_packages_are_installed(apt, tmp_path):
    words = apt()
    if os.getuid() != 0:
        pytest.skip("only root installs")
    assert debian.install(["libgomp1", "fonts"], "Two things", tmp_path / "log") is True
    update, install = words.read_text().splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install -y --no-install-recommends libgomp1 fonts")


def test_a_failure_is_told_with_what_apt_said(apt, tmp_path, capsys):
    apt(code=100)
    if os.getuid() != 0:
        pytest.skip("only root installs")
    assert debian.install(["libgomp1"], "One thing", tmp_path / "log") is False
    told = capsys.readouterr()
    assert "said by apt" in told.out + told.err


def test_somebody_without_rights_is_not_asked_for_a_password(apt, tmp_path, monkeypatch):
    words = apt()
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    assert debian.install(["libgomp1"], "One thing", tmp_path / "log") is False
    assert not words.exists()


def test_a_library_that_cannot_be_had_is_told_and_stops_nothing(apt, tmp_path, monkeypatch, capsys):
    apt(code=100)
    monkeypatch.setattr(openmp, "LIBRARY", "libno-such-thing.so.9")
    assert openmp.ready_openmp(tmp_path / "log") is False
    told = capsys.readouterr()
    assert "libno-such-thing.so.9" in told.out + told.err
