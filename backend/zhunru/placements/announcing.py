"""What a village is told when a change of scope concerns it: what was removed as clearly as what was added (1.3c).

Of everything else on a matter the county tells the villages itself.
"""

from django.utils.translation import gettext as _

from zhunru.notices import services as notices
from zhunru.placements.models import Placement


def tell_added(placement: Placement) -> None:
    _tell(placement, "added", _("新增准入事项：%(title)s（%(code)s）"), placement.document_number)


def tell_removed(placement: Placement) -> None:
    _tell(placement, "removed", _("不再承担：%(title)s（%(code)s）"), placement.closing_reason)


def _tell(placement: Placement, effect: str, sentence: str, text: str) -> None:
    notices.tell(
        realm=placement.village.township.schema_name,
        effect=effect,
        title=sentence % {"title": placement.title, "code": placement.matter_code},
        text=text,
        page="placements",
        object_id=placement.pk,
        village_ids=[placement.village_id],
    )
