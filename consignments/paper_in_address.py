"""A kind of paper in the address of its page: /intake/cmr/, /intake/tir/, /intake/smgs/, /intake/awb/, /intake/bl/."""

from consignments.parsing.typed.paper import Paper
from consignments.parsing.typed.papers import BY_SLUG


class PaperInAddress:
    regex = "|".join(BY_SLUG)

    def to_python(self, value: str) -> Paper:
        return BY_SLUG[value]

    def to_url(self, value: Paper | str) -> str:
        return value if isinstance(value, str) else value.slug
