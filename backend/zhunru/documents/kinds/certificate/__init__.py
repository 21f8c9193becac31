"""村（社区）证明: what a village certifies for a person, once, for one office and one use (clauses 2.3c and 2.3d).

The register counts it and forgets whom it was for: the person's name and the text stand in the file alone, and that
is kept for as long as the certificate holds.
"""

import re
from typing import Annotated, Any, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field, model_validator

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts, Sentence, TownshipScope, titled, unfit

HOLDS_DAYS = 30
_IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXxＸｘ]|\d{15})(?!\d)")
_NOBODYS_BUSINESS = re.compile(r"民族成份|[藏汉回门珞][巴]?族|宗教|信教|教徒|僧尼|信仰")


class CertificateFacts(PaperFacts):
    """`addressee` is the office that asks for it, `certificate` the type as the list of certificates names it.

    `text` says what is certified: it follows the person's name. No identity number, no faith, no ethnicity.
    """

    addressee: Annotated[Name, titled(gettext_lazy("需求单位"))]
    scope: Annotated[list[TownshipScope], Field(min_length=1, max_length=1)]
    certificate: Annotated[Name, titled(gettext_lazy("证明事项"))]
    basis: Annotated[Sentence, titled(gettext_lazy("设定依据"))]
    use: Annotated[Name, titled(gettext_lazy("办理用途"))]
    person: Annotated[Name, titled(gettext_lazy("姓名"))]
    text: Annotated[Sentence, titled(gettext_lazy("证明内容"))]

    @model_validator(mode="after")
    def _says_no_more_than_it_must(self) -> Self:
        for field in ("person", "text", "use"):
            said = getattr(self, field)
            if _IDENTITY_NUMBER.search(said):
                raise unfit(_("证明中不写身份证件号码"), field=field)
            if _NOBODYS_BUSINESS.search(said):
                raise unfit(_("证明中不写民族、宗教信仰等与证明事项无关的个人信息"), field=field)
        return self

    @property
    def title(self) -> str:
        return self.certificate

    @property
    def township(self) -> str:
        return self.scope[0].name

    @property
    def village(self) -> str:
        return "、".join(self.scope[0].villages)

    def kept(self) -> dict[str, Any]:
        """Neither the person nor what was certified."""
        return self.model_dump(mode="json", exclude={"person", "text"})


KIND = Kind(
    name="certificate",
    label=gettext_lazy("村（社区）证明"),
    place=280,
    series="证",
    facts=CertificateFacts,
    form="sheet",
    sealed_by="village",
    restricted=True,
    validity_days=HOLDS_DAYS,
    keeps_days=HOLDS_DAYS,
    voidable=True,
)
