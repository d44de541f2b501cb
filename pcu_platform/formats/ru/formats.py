"""Russian: day first, thin spaces between thousands, a comma before decimals."""

DATE_FORMAT = "j E Y"
SHORT_DATE_FORMAT = "j b"
DATETIME_FORMAT = "j E Y, H:i"
SHORT_DATETIME_FORMAT = "j b H:i"
TIME_FORMAT = "H:i"
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\u202f"
NUMBER_GROUPING = 3
FIRST_DAY_OF_WEEK = 1
