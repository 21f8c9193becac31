"""What the rules of purchased services rest on, as it is shown with each finding."""

from typing import NamedTuple

from zhunru.purchases.models import Forbidden


class Basis(NamedTuple):
    legal_basis: str
    quote: str = ""


OPINION = "《关于建立村（社区）工作事项准入制度的指导意见（试行）》"
OUTSIDE_THE_LISTS = Basis(
    f"{OPINION}第二条第（四）项",
    "村(社区)协助办理事项或工作负面事项清单以外，有关部门需要延伸到村(社区)的工作事项，且符合政府购买服务规定条件的，"
    "可按规定购买村(社区)服务",
)
NO_QUALIFICATION = Basis(f"{OPINION}第二条第（四）项", "不得向村(社区)购买需要专业资质或执法资格的服务事项")
RULES = "《政府购买服务管理办法》（财政部令第102号）"
PROVIDERS = Basis(f"{RULES}第六条", "农村集体经济组织，基层群众性自治组织")
GOODS_AND_WORKS = Basis(f"{RULES}第十条第三项", "政府采购法律、行政法规规定的货物和工程，以及将工程和服务打包的项目")
STAFFING = Basis(f"{RULES}第十条第五项", "购买主体的人员招、聘用，以劳务派遣方式用工，以及设置公益性岗位等事项")
NO_TRANSFER = Basis(f"{RULES}第二十六条")


def of(item: Forbidden) -> Basis:
    version = f"（{item.basis_version}）" if item.basis_version else ""
    return Basis(item.legal_basis + version, item.quote or item.item)
