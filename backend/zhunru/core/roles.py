"""Who may do what begins with a role; the names follow the county's own offices."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COUNTY_ADMIN = "county_admin", _("县系统管理员")
    SOCIAL_WORK_CLERK = "social_work_clerk", _("社会工作部经办员")
    SOCIAL_WORK_HEAD = "social_work_head", _("社会工作部负责人")
    DECISION_RECORDER = "decision_recorder", _("决定登记员")
    SEAL_KEEPER = "seal_keeper", _("用印保管员")
    LEADER = "leader", _("县领导")
    AUDITOR = "auditor", _("审计监督员")
    DEPARTMENT_CLERK = "department_clerk", _("部门经办员")
    DEPARTMENT_HEAD = "department_head", _("部门负责人")
    TOWNSHIP_ADMIN = "township_admin", _("乡镇管理员")
    TOWNSHIP_OFFICER = "township_officer", _("乡镇工作人员")
    VILLAGE_OFFICER = "village_officer", _("村（社区）工作人员")


COUNTY_ROLES = frozenset(
    {
        Role.COUNTY_ADMIN,
        Role.SOCIAL_WORK_CLERK,
        Role.SOCIAL_WORK_HEAD,
        Role.DECISION_RECORDER,
        Role.SEAL_KEEPER,
        Role.LEADER,
        Role.AUDITOR,
        Role.DEPARTMENT_CLERK,
        Role.DEPARTMENT_HEAD,
    }
)
TOWNSHIP_ROLES = frozenset({Role.TOWNSHIP_ADMIN, Role.TOWNSHIP_OFFICER, Role.VILLAGE_OFFICER})
OFFICE_ROLES = (Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD)
"""They keep the lists and lead a matter through the procedure."""
DEPARTMENT_ROLES = frozenset({Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD})
"""They see their own department's business only."""
ADMIN_ROLES = frozenset({Role.COUNTY_ADMIN, Role.TOWNSHIP_ADMIN})
"""They manage accounts and see no business."""
