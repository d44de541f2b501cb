"""docker-compose.yml starts all parts in an order that ends at a login, with no secret written in it."""

import re

import pytest
import yaml

from pcu_platform.stack.places import ROOT
from pcu_platform.stack.postgres import SETTINGS

TEXT = (ROOT / "docker-compose.yml").read_text()
SERVICES = yaml.safe_load(TEXT)["services"]


def test_the_parts_are_all_there():
    assert set(SERVICES) == {"postgres", "valkey", "prepare", "web", "worker", "beat"}
    assert SERVICES["postgres"]["image"] == "postgres:17"
    assert {SERVICES[name]["image"] for name in ("prepare", "web", "worker", "beat")} == {"pcu-platform"}


def test_the_database_compares_text_as_the_embedded_one_does():
    words = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()
    assert words == ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
    given = dict(word.split("=") for word in SERVICES["postgres"]["command"] if "=" in word)
    assert given.items() <= SETTINGS.items()


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_processes_wait_for_migrations_and_first_data(name):
    assert SERVICES[name]["depends_on"]["prepare"]["condition"] == "service_completed_successfully"
    assert SERVICES["prepare"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert SERVICES["prepare"]["restart"] == "no"


def test_secrets_must_be_given_and_none_is_written_down():
    for variable in ("PCU_SECRET_KEY", "POSTGRES_PASSWORD", "PCU_DEMO_PASSWORD"):
        uses = re.findall(rf"\$\{{{variable}([^}}]*)\}}", TEXT)
        assert uses
        assert all(use.startswith(":?") for use in uses), variable


def test_only_the_web_is_reachable_and_from_this_machine_alone_unless_said_otherwise():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"web"}
    assert SERVICES["web"]["ports"] == ["${PCU_PUBLISH:-127.0.0.1:8000}:8000"]


def test_the_image_installs_the_lock_with_hashes_and_does_not_run_as_root():
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes" in dockerfile
    assert "requirements/runtime.txt" in dockerfile
    last_user = re.findall(r"^USER (\S+)$", dockerfile, re.MULTILINE)[-1]
    assert last_user == "pcu"
    assert re.search(r"^FROM python:3\.1[123]-slim$", dockerfile, re.MULTILINE)
