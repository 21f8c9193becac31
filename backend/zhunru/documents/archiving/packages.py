"""The package: the papers under their numbers, what is told of each, how to check it all."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhunru.core.errors import DomainError
from zhunru.divisions.queries import public_host
from zhunru.documents import storage
from zhunru.documents.archiving.metadata import described, is_packed, metadata, name_of, name_of_duplicate
from zhunru.documents.batching.packing import SHA256_LIST, SM3_LIST, Package
from zhunru.documents.models import Document
from zhunru.documents.signatures import beside

BESIDE = "国密签名"
_COLUMNS = {
    "number": "发文字号",
    "kind_label": "文种",
    "title": "标题",
    "organisation": "发文机关",
    "issued_on": "成文日期",
    "status_label": "效力",
    "ended_on": "终止日期",
    "ended_by": "据以终止的文书",
    "void_reason": "作废原因",
    "ends": "所终止的文书",
    "corrects": "更正的文书",
    "corrected_by": "更正本件的文书",
    "seals": "印章",
    "uses": "用印登记",
    "duplicates": "副本",
    "code": "核验码",
    "sha256": "SHA-256",
    "sm3": "SM3",
    "size": "文件大小",
    "file": "包内文件",
    "withheld": "不入包",
    "erased": "销毁",
}
"""Of metadata.csv, with the fields of metadata.json that they say in words."""


def write_package(papers: QuerySet[Document], title: str, out: BinaryIO) -> None:
    """The whole package of `papers`. DomainError when one of the files is no longer what was issued."""
    sm3: dict[str, str] = {}
    with Package(out) as package:
        for paper in described(papers):
            if is_packed(paper):
                sm3 |= _packed(package, paper)
        package.add_text("metadata.json", _as_json(papers, sm3))
        package.add_text("metadata.csv", _as_csv(papers, sm3))
        package.add_text("README.txt", read_me(title, papers))


def _packed(package: Package, paper: Document) -> dict[str, str]:
    """The paper and its duplicates; their SM3 by name."""
    files = {name_of(paper): paper.sha256}
    files |= {name_of_duplicate(paper, one): one.sha256 for one in paper.duplicates.all()}
    found = {}
    for name, sha256 in files.items():
        try:
            packed = package.add_file(name, storage.paper_path(sha256))
        except FileNotFoundError as error:
            raise missing(paper) from error
        if packed.sha256 != sha256:
            raise changed(paper)
        found[name] = packed.sm3
        if (signed := beside.path_of(sha256)).exists():
            package.add_file(f"{BESIDE}/{PurePosixPath(name).stem}.json", signed)
    return found


def missing(paper: Document) -> DomainError:
    sentence = _("%(number)s的文件不在存储中，请联系系统管理员从备份恢复后再制作")
    return DomainError("file_missing", sentence % {"number": paper.number})


def changed(paper: Document) -> DomainError:
    sentence = _("%(number)s的文件与签发时不一致，请联系系统管理员从备份恢复后再制作")
    return DomainError("file_changed", sentence % {"number": paper.number})


def _as_json(papers: QuerySet[Document], sm3: dict[str, str]) -> Iterator[str]:
    yield "["
    for place, paper in enumerate(described(papers)):
        told = json.dumps(metadata(paper, sm3), ensure_ascii=False, indent=1)
        yield f"{',' if place else ''}\n{told}"
    yield "\n]\n"


def _as_csv(papers: QuerySet[Document], sm3: dict[str, str]) -> Iterator[str]:
    """For a spreadsheet, which wants a mark at the beginning to read UTF-8."""
    yield "\ufeff" + _line(list(_COLUMNS.values()))
    for paper in described(papers):
        told = metadata(paper, sm3)
        yield _line([_cell(name, told[name]) for name in _COLUMNS])


def _line(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(name: str, value: Any) -> str:
    """No cell is a formula."""
    said = _said(name, value)
    return f"'{said}" if said.startswith(("=", "+", "-", "@", "\t", "\r")) else said


def _said(name: str, value: Any) -> str:
    if name == "uses":
        return "；".join(f"{one['seal']}：{one['approved_by']}批准，{one['used_by']}用印" for one in value)
    if name == "duplicates":
        return "；".join(f"副本{one['no']}：{one['receiver']}，{one['issued_on']}" for one in value)
    if name == "withheld":
        return "涉及个人信息，由出具的村（社区）保管" if value else ""
    if name == "erased":
        return f"{value['on']}销毁（{value['rule']}）" if value else ""
    return "、".join(value) if isinstance(value, list) else str(value)


def read_me(title: str, papers: QuerySet[Document]) -> str:
    """For whoever opens the package in twenty years."""
    total, erased = papers.count(), papers.exclude(erasure=None).count()
    void = papers.filter(status=Document.Status.VOIDED).count()
    return f"""{title}

一、内容
共{total}件，其中已作废{void}件（文号保留），电子文件保管期满已销毁{erased}件（只保留登记信息）。
只含申请制作的人有权查阅的文书；村（社区）证明写有个人姓名，只列登记信息，文件不入包。
文书/            签发的电子文件（PDF/A-3a，带数字签名），以发文字号命名
副本/            制发的副本
{BESIDE}/        SM2签名（GB/T 32918），签的是同名文件的SM3值，附公钥
metadata.json    每件文书的元数据：文号、标题、机关、日期、效力、印章和用印登记、核验码、校验值、更正和取代关系
metadata.csv     同上，供电子表格打开
{SHA256_LIST}    包内全部文件的SHA-256校验值
{SM3_LIST}    包内全部文件的SM3校验值（GB/T 32905-2016）

二、怎样核对
在本目录执行 sha256sum -c {SHA256_LIST}，逐件显示“OK”即与制作时一致。
SM3校验值可用 openssl dgst -sm3 文件名 逐件核对。
每件文书的校验值与签发时登记的一致；当前效力在 https://{public_host()}/v/核验码 查询。

三、说明
元数据参照《文书类电子文件元数据方案》（DA/T 46-2009）著录。
同样的文书再次制作，得到的文件逐字节相同。
作废、取代和更正不改动原件，以后出的文书为准，见“据以终止的文书”“更正的文书”各栏。
"""
