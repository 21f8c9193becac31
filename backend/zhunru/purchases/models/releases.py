"""What has been told of each published contract in the Open Contracting Data Standard; added to, never changed."""

from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _

from zhunru.divisions.models import Township


class Release(models.Model):
    ocid = models.CharField(_("公开编号"), max_length=60)
    contract_id = models.BigIntegerField(_("合同"))
    township = models.ForeignKey(
        Township, models.DO_NOTHING, to_field="no", db_column="tenant_no", db_constraint=False, related_name="+"
    )
    seq = models.PositiveIntegerField(_("序号"))
    published_at = models.DateTimeField(_("公开时间"))
    body = models.JSONField(_("内容"))
    sha256 = models.CharField(max_length=64)
    """Of what the body says, without its id, day and tag: two releases that say the same have the same."""

    class Meta:
        verbose_name = _("合同公开数据")
        ordering = ["ocid", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["ocid", "seq"], name="releases_are_numbered"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="release_has_its_digest"),
            models.CheckConstraint(
                condition=Q(township_id=F("contract_id") / Value(2**36)), name="release_stamp_is_its_township"
            ),
        ]
        indexes = [models.Index(fields=["contract_id"], name="releases_of_a_contract")]

    def __str__(self) -> str:
        return f"{self.ocid} {self.seq}"
