"""The three lists, and what may be said of a draft."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ListKind(models.TextChoices):
    """An entry belongs to exactly one of them (rule L-01)."""

    STATUTORY = "statutory", _("依法履职事项清单")
    ASSIST = "assist", _("协助办理事项清单")
    NEGATIVE = "negative", _("工作负面事项清单")


CODE_LETTERS = {ListKind.STATUTORY: "S", ListKind.ASSIST: "A", ListKind.NEGATIVE: "N"}
"""A code begins with its list's letter, so that no code can stand in two lists."""
