"""Who may have something made, stop it and open what came of it."""

from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.documents import queries
from zhunru.documents.batching.jobs import JOBS, Job
from zhunru.documents.models import Batch, Document

READERS = (*OFFICE_ROLES, Role.DECISION_RECORDER, Role.SEAL_KEEPER, Role.LEADER, Role.AUDITOR)
"""The county's side without departments, which find their papers one by one, and without administrators."""
ASKERS = (*OFFICE_ROLES, Role.AUDITOR)


def may_ask(job: Job, actor: Actor) -> None:
    if not actor.has_role(*job.by):
        raise NotAllowedError("role", _("您的角色不能执行“%(step)s”") % {"step": job.label})


def may_read(actor: Actor) -> None:
    """The archive."""
    if not actor.has_role(*READERS):
        raise NotAllowedError("role", _("文书归档由社会工作部办理，县领导和监督人员可以查看"))


def is_its_askers(batch: Batch, actor: Actor) -> None:
    """Who watches stops nobody else's work; the office all of it."""
    if not actor.has_role(*OFFICE_ROLES) and batch.asked_by_id not in actor.persons:
        raise DomainError("not_yours", _("只能取消或者继续自己申请的批量任务"))


def is_known(batch: Batch, _actor: Actor) -> None:
    """The job is still among those that can be made."""
    if batch.job not in JOBS:
        raise DomainError("unknown_job", _("该批量任务的功能已停用，不能继续制作"))


def may_open(batch: Batch, actor: Actor) -> None:
    """The file; NotAllowedError where papers are in it that the actor may not read one by one either."""
    packed = Document.objects.filter(sha256__in=batch.items.exclude(sha256="").values("sha256"))
    if packed.exclude(pk__in=queries.visible_to(actor).values("pk")).exists():
        raise NotAllowedError("restricted", _("包内有只向当事各方公开的文书，您可以自行申请一份不含这些文书的文书包"))
