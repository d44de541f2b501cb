"""The catalogue is whole: every code is built, and what waits for a feed says for which."""

from profiling.conditions.indicator_feeds import GAINS_BY, NEEDS, codes, state_of
from profiling.conditions.indicators import INDICATORS


def test_every_code_of_the_catalogue_is_built():
    assert list(INDICATORS) == codes()


def test_what_needs_a_feed_is_in_the_catalogue_and_in_one_table_only():
    assert NEEDS.keys() | GAINS_BY.keys() <= INDICATORS.keys()
    assert not NEEDS.keys() & GAINS_BY.keys()


def test_states():
    assert state_of("A12") == "needs the register of companies"
    assert state_of("A17") == "in use; more with the register of companies"
    assert state_of("C03") == "in use"
