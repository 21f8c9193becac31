"""What is bought: against the lists, the catalogue, and what may never be bought (rule P-01)."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from zhunru.configuration.choices import ObjectType
from zhunru.lists import queries as lists
from zhunru.lists.models import Entry, ListKind
from zhunru.purchases.checks import Asked, Finding, Level
from zhunru.purchases.choices import Ban
from zhunru.purchases.legal import GOODS_AND_WORKS, NO_QUALIFICATION, OUTSIDE_THE_LISTS, RULES, of
from zhunru.purchases.models import Forbidden, Service
from zhunru.purchases.wording import found


def of_lists(asked: Asked, *, on: date) -> Iterator[Finding]:
    """Clause 2.4b: outside the assist list and outside the negative list."""
    department = asked.department_id
    forbidden = lists.forbidding(asked.subject, on=on, object_type=ObjectType.WORK_MATTER, department_id=department)
    if forbidden:
        yield _on_list(forbidden, "on_negative_list", "block")
    assisted = lists.obliging(asked.subject, kinds=[ListKind.ASSIST], on=on)
    if assisted:
        yield _on_list(assisted, "on_assist_list", "block")
    owed = lists.obliging(asked.subject, kinds=[ListKind.STATUTORY], on=on)
    if owed:
        yield _on_list(owed, "on_statutory_list", "ask")
    near = lists.touching(
        asked.subject, asked.description, object_type=ObjectType.WORK_MATTER, department_id=department
    )
    for entry in near:
        if entry != forbidden:
            yield _on_list(entry, "near_negative_list", "ask")
    if not (forbidden or assisted):
        yield Finding(
            rule="P-01", code="outside_the_lists", level="pass", sentence=_("不在协助办理事项清单和工作负面事项清单内"),
            legal_basis=OUTSIDE_THE_LISTS.legal_basis, quote=OUTSIDE_THE_LISTS.quote,
        )  # fmt: skip


def _on_list(entry: Entry, code: str, level: Level) -> Finding:
    sentences = {
        "on_negative_list": _("该事项在工作负面事项清单内，不得购买：%(entry)s"),
        "on_assist_list": _("该事项在协助办理事项清单内，应当按准入制度办理，不得购买：%(entry)s"),
        "on_statutory_list": _("该事项与村（社区）依法履职事项相同，请说明购买的是哪些另外的服务：%(entry)s"),
        "near_negative_list": _("该事项与工作负面事项清单相近，请说明有何不同：%(entry)s"),
    }
    return Finding(
        rule="P-01",
        code=code,
        level=level,
        sentence=sentences[code] % {"entry": entry},
        key=entry.code,
        legal_basis=OUTSIDE_THE_LISTS.legal_basis,
        quote=entry.legal_basis,
        matched=(entry.title,),
    )


def of_service(asked: Asked, service: Service | None) -> Iterator[Finding]:
    """What is not in part C of the catalogue is not a service."""
    if not asked.service_code:
        return
    if service is None or not service.parent_code:
        yield Finding(
            rule="P-01", code="not_a_service", level="block", key="service", matched=(asked.service_code,),
            sentence=_("品目不在政府采购品目分类目录的服务类（C 类）之内，货物和工程不得作为购买服务"),
            legal_basis=GOODS_AND_WORKS.legal_basis, quote=GOODS_AND_WORKS.quote,
        )  # fmt: skip
    elif not service.offered:
        yield Finding(
            rule="P-01", code="not_offered", level="ask", key="service", matched=(str(service),),
            sentence=_("该品目一般不由村（社区）承接，请说明该村（社区）具备的承接条件"), legal_basis=f"{RULES}第六条",
        )  # fmt: skip
    else:
        yield Finding(
            rule="P-01", code="a_service", level="pass", matched=(str(service),),
            sentence=_("品目属于服务类，村（社区）可以承接"),
        )  # fmt: skip


def of_forbidden(asked: Asked, service: Service | None, items: Sequence[Forbidden]) -> Iterator[Finding]:
    """Clause 2.4e, by class of the catalogue and by words."""
    hits = 0
    for item in items:
        words = found(item.words, asked.subject, asked.description)
        by_class = service is not None and bool(item.catalogue_code) and _lies_in(service, item.catalogue_code)
        if not words and not by_class:
            continue
        hits += 1
        yield _forbidden(item, words, "ask" if not words and service and service.offered else "block")
    if not hits:
        yield Finding(
            rule="P-01", code="no_qualification", level="pass", sentence=_("未见需要专业资质或执法资格的内容"),
            legal_basis=NO_QUALIFICATION.legal_basis, quote=NO_QUALIFICATION.quote,
        )  # fmt: skip


def _lies_in(service: Service, code: str) -> bool:
    """Codes are pairs of digits filled up with zeros: C09030100 lies in C09030000."""
    stem = code.rstrip("0")
    return service.code.startswith(stem + "0" * ((len(stem) - 1) % 2))


def _forbidden(item: Forbidden, words: tuple[str, ...], level: Level) -> Finding:
    sentences = {
        Ban.LAW_ENFORCEMENT: _("需要执法资格，不得向村（社区）购买：%(item)s"),
        Ban.PROFESSIONAL: _("需要专业资质，不得向村（社区）购买：%(item)s"),
        Ban.NEVER: _("不得列入政府购买服务：%(item)s"),
    }
    asking = _("该品目含有需要专业资质的内容（%(item)s），请说明购买的服务不含该内容")
    basis = of(item)
    return Finding(
        rule="P-01",
        code=item.kind if level == "block" else "partly_forbidden",
        level=level,
        sentence=(sentences[Ban(item.kind)] if level == "block" else asking) % {"item": item.item},
        key=f"forbidden-{item.seq}",
        legal_basis=basis.legal_basis,
        quote=basis.quote,
        matched=words or (item.catalogue_code,),
    )
