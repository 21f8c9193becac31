"""Which certificates a village may issue and which never: one list, open to every township (clauses 2.3c and 2.3d)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CertificateType(models.Model):
    """A certificate by its name. One that may be issued says for what; one that may not, who checks it instead."""

    class Standing(models.TextChoices):
        ALLOWED = "allowed", _("可以出具")
        FORBIDDEN = "forbidden", _("不应出具")

    name = models.CharField(_("证明事项"), max_length=100, unique=True)
    standing = models.CharField(_("是否出具"), max_length=10, choices=Standing.choices)
    seq = models.PositiveIntegerField(_("序号"))
    legal_basis = models.CharField(_("设定依据"), max_length=300)
    basis_version = models.CharField(_("依据版本"), max_length=50, default="", blank=True)
    quote = models.TextField(_("条文"), default="", blank=True)
    use = models.CharField(_("办理用途"), max_length=200, default="", blank=True)
    demander = models.CharField(_("需求单位"), max_length=100, default="", blank=True)
    procedure = models.TextField(_("办理程序"), default="", blank=True)
    term = models.CharField(_("办理时限"), max_length=50, default="", blank=True)
    route_office = models.CharField(_("核验单位"), max_length=100, default="", blank=True)
    route = models.CharField(_("核验办法"), max_length=300, default="", blank=True)
    """By which data of its own that office checks what the certificate used to say."""
    note = models.CharField(_("说明"), max_length=300, default="", blank=True)
    source = models.TextField(_("来源"), default="", blank=True)

    class Meta:
        verbose_name = _("证明事项")
        ordering = ["standing", "seq"]
        constraints = [
            models.CheckConstraint(condition=~Q(legal_basis=""), name="certificate_type_has_its_basis"),
            models.CheckConstraint(
                condition=Q(~Q(demander=""), ~Q(procedure=""), ~Q(use=""), standing="allowed")
                | Q(~Q(route=""), ~Q(route_office=""), standing="forbidden"),
                name="certificate_type_says_how_or_where_else",
            ),
        ]

    def __str__(self) -> str:
        return self.name
