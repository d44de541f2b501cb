"""Masses, amounts and codes as pages show them; None is never shown as nought."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

Number = Decimal | float | int


def number(value: Number | None, decimals: int | None = None) -> str:
    """Return a number in the reader's language, without trailing noughts unless `decimals` asks for them."""
    if value is None:
        return ""
    exact = Decimal(str(value))
    if decimals is None:
        exact = exact.normalize()
        decimals = max(0, -int(exact.as_tuple().exponent))
    # Django cuts digits off where a reader expects them rounded.
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return number_format(rounded, decimals, use_l10n=True, force_grouping=True)


def short_mass(kg: Number | None) -> str:
    """Return "21.6 t" from a tonne on, "820 kg" below; "" for None."""
    if kg is None:
        return ""
    if kg >= 1000:
        return _("%(mass)s t") % {"mass": number(Decimal(str(kg)) / 1000, 1)}
    return exact_mass(kg)


def exact_mass(kg: Number | None) -> str:
    """Return "14 820.5 kg"; "" for None."""
    return "" if kg is None else _("%(mass)s kg") % {"mass": number(kg)}


def money(value: Number | None, currency: str) -> str:
    """Return "31 150 USD"; whole amounts without decimals."""
    if value is None:
        return ""
    decimals = 0 if Decimal(str(value)) == int(value) else 2
    return f"{number(value, decimals)} {currency}".strip()


def percent(share: float) -> str:
    """Return "9 %" for 0.09."""
    return _("%(percent)s %%") % {"percent": number(round(share * 100))}


def dotted_code(code: str) -> str:
    """Return an HS code as officers read it: 6203423500 is 6203.42; what is no such code comes back as it is."""
    return f"{code[:4]}.{code[4:6]}" if code.isdigit() and len(code) >= 6 else code
