"""./pcu finds a Python that works by running it: a file of the right name may be a shim that only complains."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys

import pytest

from pcu_platform.stack.places import ROOT

SHIM = "#!/bin/sh\necho 'python3.12: command not found in this version' >&2\nexit 127\n"
OLD = "#!/bin/sh\necho '3.8 /usr/bin/python3.8'\n"
HANGING = "#!/bin/sh\nexec sleep 600\n"


@pytest.fixture(scope="module")
def pcu():
    loader = importlib.machinery.SourceFileLoader("pcu_script", str(ROOT / "pcu"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("pcu_script", loader))
    loader.exec_module(module)
    return module


@pytest.fixture
def script(tmp_path):
    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text)
        path.chmod(0o755)
        return str(path)

    return write


def test_a_failing_shim_and_an_old_python_are_passed_over(pcu, script):
    paths = [script("python3.12", SHIM), script("python3.8", OLD), "/no/such/python", sys.executable]
    assert pcu.working_python(paths) == sys.executable


def test_none_is_found_among_those_that_do_not_work(pcu, script):
    assert pcu.working_python([script("python3.13", SHIM), script("python3", OLD)]) is None


def test_candidates_come_from_path_and_pyenv(pcu, script, monkeypatch, tmp_path):
    shim = script("python3.12", SHIM)
    pyenv = tmp_path / "versions" / "3.13.0" / "bin"
    pyenv.mkdir(parents=True)
    (pyenv / "python3").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert list(pcu.candidates()) == [shim, str(pyenv / "python3")]


def test_a_named_python_that_does_not_work_is_refused(script):
    environment = {**os.environ, "PCU_PYTHON": script("python3.12", SHIM), "PCU_VENV": ""}
    done = subprocess.run([ROOT / "pcu", "help"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "does not run as Python 3.11, 3.12 or 3.13" in done.stderr


def test_a_working_python_is_found_past_a_shim_that_comes_first_on_the_path(script, tmp_path):
    script("python3.13", SHIM)
    script("python3.12", SHIM)
    (tmp_path / "python3").symlink_to(sys.executable)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "PYENV_ROOT": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([ROOT / "pcu", "help"], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("./pcu up"), done.stderr


def test_closed_standard_streams_do_no_harm():
    done = subprocess.run(
        f'"{ROOT}/pcu" help <&- 2>&-',
        shell=True,
        env={**os.environ, "PCU_VENV": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "./pcu up" in done.stdout


def test_an_unknown_verb_shows_what_there_is():
    done = subprocess.run([ROOT / "pcu", "upp"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no such thing" in done.stderr
    assert done.stdout == ""
