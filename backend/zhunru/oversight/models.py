"""The county's read side: facts that the townships' own tables push up. They carry no person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Matter
from zhunru.divisions.models import Township, Village


class PlacementFact(models.Model):
    """One placement of one township, as it stands now.

    Written only by the trigger function of migration 0002, never by the application. The id is the
    placement's own: stamped with the township's number, it is unique in the whole country.
    """

    id = models.BigIntegerField(primary_key=True)
    township = models.ForeignKey(
        Township, models.DO_NOTHING, to_field="no", db_column="tenant_no", db_constraint=False, related_name="+"
    )
    matter = models.ForeignKey(Matter, models.DO_NOTHING, db_constraint=False, related_name="+")
    village = models.ForeignKey(Village, models.DO_NOTHING, db_constraint=False, related_name="+")
    department = models.ForeignKey(Organisation, models.DO_NOTHING, db_constraint=False, related_name="+")
    status = models.CharField(_("状态"), max_length=12)
    notified_at = models.DateTimeField(_("送达时间"))
    late_on = models.DateField(_("逾期未签收"), null=True)
    entered_at = models.DateTimeField(_("签收时间"), null=True)
    completed_at = models.DateTimeField(_("办结时间"), null=True)
    closed_at = models.DateTimeField(_("撤销时间"), null=True)

    class Meta:
        verbose_name = _("村（社区）事项")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(township_id=models.F("id") / models.Value(2**36)), name="fact_stamp_is_its_township"
            )
        ]
        indexes = [
            models.Index(fields=["township", "status"]),
            models.Index(fields=["department", "status"]),
            models.Index(fields=["matter", "status"]),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.village_id} {self.status}"
