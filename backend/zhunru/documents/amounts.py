"""Amounts of money in capitals (大写金额), as 正确填写票据和结算凭证的基本规定 has them written.

A zero between digits is written once, however many there are; noughts at the end of a group of four are left out;
a 角 of nought before 分 is written; what ends at 元 or 角 is closed by 整, so that nothing can be added behind it.
"""

from decimal import Decimal

MOST = Decimal("999999999999.99")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def capital_amount(amount: Decimal) -> str:
    """`壹万贰仟叁佰元整`, `叁佰贰拾伍元零肆分`. ValueError: below nought, beyond `MOST` or with parts of a 分."""
    cents = amount * 100
    if not 0 <= amount <= MOST or cents != cents.to_integral_value():
        raise ValueError(f"no amount to be written in capitals: {amount}")
    yuan, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    whole = f"{_number(yuan)}元" if yuan else ""
    if not rest:
        return f"{whole or '零元'}整"
    tenths = f"{_DIGITS[jiao]}角" if jiao else ("零" if whole else "")
    return whole + tenths + (f"{_DIGITS[fen]}分" if fen else "整")


def _number(value: int) -> str:
    """Group by group of four digits; a group that does not fill its thousands is led in by a zero."""
    written, skipped = "", False
    for place in (2, 1, 0):
        group = value // 10000**place % 10000
        if group:
            zero = "零" if written and (skipped or group < 1000) else ""
            written += f"{zero}{_group(group)}{_GROUPS[place]}"
        skipped = not group
    return written


def _group(value: int) -> str:
    written, skipped = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            written += ("零" if written and skipped else "") + _DIGITS[digit] + _PLACES[place]
        skipped = not digit
    return written


def figures(amount: Decimal) -> str:
    """`12,300.00`."""
    return f"{amount:,.2f}"
