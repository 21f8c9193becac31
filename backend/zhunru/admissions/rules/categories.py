"""What must hold of category and term: what enters first, what changes later and how long it may last (A-22, A-24)."""

from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Matter, RequestKind
from zhunru.admissions.rules.concerned import concerned_by
from zhunru.admissions.rules.submission import of_kinds
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError

K = RequestKind


@of_kinds(K.ADMIT, K.MERGE, K.SPLIT)
def urgent_has_entered(application: Application, _actor: Actor) -> None:
    """Clause 2.1e, rule A-24: an urgent matter is registered when it enters; then, and only then, it is urgent."""
    if application.entered_at:
        if (application.kind, application.category) != (K.ADMIT, Category.URGENT):
            raise DomainError("entered_first", _("该事项已先行进入，须按紧急类补报准入申请"), field="category")
    elif application.category == Category.URGENT:
        raise DomainError(
            "not_registered", _("紧急类事项须先登记先行进入，再补报申请；其他请按临时类或常规类申请"), field="category"
        )


@of_kinds(K.ADJUST, K.EXTEND, K.WITHDRAW)
def category_is_the_matters(application: Application, _actor: Actor) -> None:
    """Rule A-24: the matter's category stays; an urgent one goes on once, as a temporary one."""
    for matter in concerned_by(application):
        wanted = _category_wanted(application, matter)
        if application.category != wanted:
            raise DomainError(
                "other_category",
                _("%(code)s 须按%(category)s申请") % {"code": matter.code, "category": wanted.label},
                field="category",
            )


def _category_wanted(application: Application, matter: Matter) -> Category:
    goes_on = application.kind == K.EXTEND and matter.category == Category.URGENT
    return Category.TEMPORARY if goes_on else Category(matter.category)


@of_kinds(K.ADJUST)
def adjustment_is_no_extension(application: Application, _actor: Actor) -> None:
    """Rule A-22: whoever wants a longer term applies for an extension."""
    for matter in concerned_by(application):
        if matter.ends_on and (application.ends_on is None or application.ends_on > matter.ends_on):
            raise DomainError(
                "adjusted_longer",
                _("调整不能延长期限，结束日期不得晚于 %(day)s；需要延长的请申请延期") % {"day": matter.ends_on},
                field="ends_on",
            )
