"""The installation's secrets: made once, kept in PCU_HOME/secrets.json (0600)."""

import os
import secrets
from dataclasses import dataclass

from pcu_platform.stack import private_json
from pcu_platform.stack.places import Home

WORDS = (
    "anchor basalt cedar delta ember falcon granite harbour island juniper kestrel lantern meadow nickel orchard pepper"
)


@dataclass(frozen=True)
class Secrets:
    secret_key: str
    database_password: str
    broker_password: str
    demo_password: str

    def environment(self) -> dict[str, str]:
        return {"PCU_SECRET_KEY": self.secret_key, "PCU_DEMO_PASSWORD": self.demo_password}


def secrets_of(home: Home) -> Secrets:
    """Read the secrets, making those still missing; the environment's PCU_SECRET_KEY wins over the kept one.

    PCU_DEMO_PASSWORD counts until the accounts are made with it: afterwards another value would be a lie on the screen.
    """
    kept = private_json.read(home.secrets)
    wished = None if kept.get("accounts_made") else os.environ.get("PCU_DEMO_PASSWORD")
    made = {
        "secret_key": kept.get("secret_key") or secrets.token_urlsafe(50),
        "database_password": kept.get("database_password") or secrets.token_urlsafe(24),
        "broker_password": kept.get("broker_password") or secrets.token_urlsafe(24),
        "demo_password": wished or kept.get("demo_password") or speakable_password(),
    }
    private_json.write(home.secrets, {**kept, **made})
    return Secrets(**{**made, "secret_key": os.environ.get("PCU_SECRET_KEY") or made["secret_key"]})


def remember_accounts_made(home: Home) -> None:
    """From now on the demo password is the one the accounts were made with."""
    private_json.write(home.secrets, {**private_json.read(home.secrets), "accounts_made": True})


def speakable_password() -> str:
    """Four words and a number: some 28 bits, for a demo on the loopback address."""
    words = WORDS.split()
    return "-".join([secrets.choice(words).title() for _ in range(4)] + [str(secrets.randbelow(9000) + 1000)])
