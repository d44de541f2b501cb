"""From a received document to registered consignments: claim a submission, read it, write its records, answer for it.

In the order of the work: `claiming` (who takes it, how often), `document` (one transaction), `repeats`, `book`
(set-wise writing), with `identities`, `parties`, `posts`, `rows` and `copying` below it.
"""

from .claiming import register_submission, register_waiting

__all__ = ["register_submission", "register_waiting"]
