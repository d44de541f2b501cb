"""An ASYCUDA manifest of 20,000 bills: registering it against the bare COPY of its rows, and the memory it takes."""

from benchmarks.database import own_database
from benchmarks.of_intake.accounts import a_client
from benchmarks.of_intake.awmds import awmds
from benchmarks.of_intake.registering import BILLS, FEW_BILLS, row_against_the_bare_copy, rows_of_memory
from benchmarks.pairs import Row

XML = "application/xml"


def run() -> list[Row]:
    many, few = awmds(BILLS), awmds(FEW_BILLS)
    with own_database("awmds"):
        client = a_client()
        return [
            row_against_the_bare_copy("an Awmds", many, XML, client),
            *rows_of_memory("an Awmds", many, few, XML, client),
        ]
