"""The list of certificates, for whoever is logged in to a township's host."""

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router

from zhunru.certificate_types.models import CertificateType
from zhunru.certificate_types.schemas import CertificateTypeOut

router = Router(tags=["certificates"])


@router.get("", response=list[CertificateTypeOut], operation_id="certificate_type_list")
def list_certificate_types(request: HttpRequest) -> QuerySet[CertificateType]:
    """What a village may certify, then what it may not, each in the order of its list."""
    return CertificateType.objects.all()
