"""From exact fractions to the figures that are shown and kept."""

from decimal import Decimal
from fractions import Fraction
from math import floor


def half_up(exact: Fraction, places: int = 2) -> Decimal:
    """Not below zero; a half goes up. No setting of the decimal context has a say in it."""
    return Decimal(f"{floor(exact * 10**places + Fraction(1, 2))}e-{places}")
