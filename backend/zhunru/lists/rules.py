"""What a draft of a list must keep to (rules L-01, L-02 and L-06), for an entry written by hand and for a table."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.lists.models import Edition, Entry, ListKind


def may_draft(actor: Actor) -> None:
    """The office that keeps the lists, and what runs by itself."""
    if actor.role is not None and not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以编辑清单"))


def may_edit(edition: Edition, actor: Actor) -> None:
    """The office, while the edition's entries may still be edited (rule L-02)."""
    may_draft(actor)
    if edition.status not in Edition.OPEN:
        said = {"status": edition.get_status_display()}
        raise DomainError("edition_settled", _("该版清单%(status)s，内容不能更改；如需更改请拟制新版") % said)


def may_begin(kind: ListKind) -> None:
    """One edition of a list is under way at a time."""
    if Edition.objects.filter(kind=kind, status__in=Edition.UNDERWAY).exists():
        raise DomainError("edition_under_way", _("该清单已有一版正在拟制，请先完成或者作废"))


def grows_by_hand(edition: Edition) -> None:
    """An assist list grows through admission only (opinion 3.1b, rule L-06)."""
    if edition.kind == ListKind.ASSIST and edition.based_on_id:
        raise DomainError("by_admission", _("协助办理事项清单须经准入程序增加事项，不得直接添加"), field="title")


def bound_by_law(edition: Edition, codes: Collection[str]) -> set[str]:
    """Which of these entries may not leave: a statutory duty leaves only when its law has changed (rule L-06)."""
    if edition.kind != ListKind.STATUTORY or edition.based_on_id is None:
        return set()
    before = Entry.objects.filter(edition=edition.based_on_id, code__in=codes, removed=False)
    ended = before.filter(bases__ended_on__lte=timezone.localdate())
    return set(before.exclude(pk__in=ended.values("pk")).values_list("code", flat=True))


def law_stands() -> DomainError:
    """What is said of an entry that is bound by its law."""
    said = _("法定事项的依据未失效，不得移出；请先在依据登记中记明条款的废止或者变更")
    return DomainError("law_stands", said, field="reason")


def listed_elsewhere(kind: str, titles: Collection[str]) -> QuerySet[Entry]:
    """Entries of the other lists under these titles, drafts included: an entry belongs to exactly one (rule L-01)."""
    standing = Q(edition__status__in=(*Edition.UNDERWAY, Edition.Status.PUBLISHED), edition__ends_on=None)
    rows: QuerySet[Entry] = Entry.objects.exclude(kind=kind).filter(standing, title__in=titles, removed=False)
    return rows


def listed_already(found: Entry) -> DomainError:
    """What is said of a title under which `found` stands."""
    said = {"list": found.get_kind_display(), "code": found.code}
    return DomainError("listed_already", _("%(list)s %(code)s 已有同名事项") % said, field="title", entry=found.pk)
