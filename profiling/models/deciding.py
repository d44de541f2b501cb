"""placeholder"""


class Deciding:
    pass
