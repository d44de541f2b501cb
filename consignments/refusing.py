"""A verb that may not be done now: one exception from the model to the page and the API."""


class Refused(Exception):
    """`code` is for programs (`already_decided`, `second_officer_needed`), `message` for the officer (translated)."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message
