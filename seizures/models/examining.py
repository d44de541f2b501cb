"""placeholder"""


class Examining:
    pass
