"""副本: an issued paper as a page set that says on every sheet that it is a duplicate, to be signed anew.

The seals are what they look like, no signatures any more: they become part of the pages, and their fields go. Tags,
fonts and metadata stay.
"""

import io
from collections.abc import Iterator, Sequence
from html import escape

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from zhunru.core.errors import DomainError
from zhunru.documents import signing
from zhunru.documents.paging import POINTS_PER_MM
from zhunru.documents.rendering import Rendered, press

DUPLICATE = "副本"
MANY = 60
"""More characters than these are written smaller: the mark keeps to the margin."""
_MARKED = {"BDC", "BMC", "EMC", "DP", "MP"}


def mark(paper: bytes, words: Sequence[str]) -> Rendered:
    """`paper`: an issued, signed file. `words`: which copy, why, when, a line each, under 副本 in the upper margin.

    It has no anchors: signed by `signing.sign` it looks as it is. DomainError when the file is not as it was signed.
    """
    if not signing.verify(paper).holds:
        raise DomainError("not_genuine", _("文书文件与签发时不一致，不能制发副本"))
    with Pdf.open(io.BytesIO(paper)) as pdf:
        _say_in_metadata(pdf)
        marks: dict[tuple[float, float], Object] = {}
        for number, page in enumerate(pdf.pages):
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q")
            _flatten(pdf, page)
            size = _size(page)
            if size not in marks:
                marks[size] = _overlay(pdf, words, *size)
            _put_mark(pdf, page, marks[size], words if number == 0 else ())
        del pdf.Root.AcroForm
        made = io.BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Rendered(made.getvalue(), len(pdf.pages), {})


# --- seals ---


def _flatten(pdf: Pdf, page: Page) -> None:
    """What a signature showed becomes a picture on the page, and in the structure, with the field's name."""
    annotations = list(page.obj.get("/Annots", []))
    fields = [one for one in annotations if one.get("/FT") == Name.Sig]
    for field in fields:
        _leave_structure(pdf, field)
        left, foot, right, top = (float(edge) for edge in field.Rect)
        if right > left and "/AP" in field:
            look = field.AP.N
            x, y, across, up = (float(edge) for edge in look.BBox)
            name = page.add_resource(look, Name.XObject)
            scale = (right - left) / abs(across - x), (top - foot) / abs(up - y)
            drawn = f"q {scale[0]:.5f} 0 0 {scale[1]:.5f} {left:.2f} {foot:.2f} cm {name} Do Q"
            box = Dictionary(O=Name.Layout, BBox=Array(field.Rect))
            _draw(pdf, page, drawn, Dictionary(S=Name.Figure, Alt=field.TU, A=box))
    if fields:
        page.obj.Annots = Array([one for one in annotations if one.get("/FT") != Name.Sig])


def _leave_structure(pdf: Pdf, field: Object) -> None:
    tree = pdf.Root.StructTreeRoot
    pairs = [pair for pair in _pairs(tree.ParentTree) if pair[0] != field.get("/StructParent", -1)]
    tree.ParentTree.Nums = Array([entry for pair in pairs for entry in pair])
    whole = tree.K[0]
    whole.K = Array([kid for kid in whole.K if not _holds(kid, field)])


def _holds(element: Object, field: Object) -> bool:
    return bool(element.S == "/Form" and element.K.Obj.objgen == field.objgen)


def _pairs(numbers: Object) -> Iterator[tuple[int, Object]]:
    entries = list(numbers.Nums)
    yield from ((int(number), found) for number, found in zip(entries[::2], entries[1::2], strict=True))


# --- the mark ---


def _put_mark(pdf: Pdf, page: Page, form: Object, words: Sequence[str]) -> None:
    """Read aloud once, on the first page; elsewhere it is a running head."""
    drawn = f"{page.add_resource(form, Name.XObject)} Do"
    if words:
        _draw(pdf, page, drawn, Dictionary(S=Name.P, ActualText=String("，".join([DUPLICATE, *words]))), first=True)
    else:
        page.contents_add(f"/Artifact <</Type /Pagination /Subtype /Header>> BDC {drawn} EMC".encode())


def _overlay(pdf: Pdf, words: Sequence[str], width: float, height: float) -> Object:
    """The mark for pages of this size in mm, without the tags that it had as a page of its own."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in words)
    size = 8.5 if sum(map(len, words)) <= MANY else 6
    left, wide = (28, 150) if height > width else (20, 95)
    css = (
        f"@page {{ size: {width:.2f}mm {height:.2f}mm; margin: 5mm 0 0 {left}mm }}"
        f" body {{ margin: 0; width: {wide}mm }}"
        ' p { margin: 0; color: #000; font-family: "ZR Latin", "ZR Fang", "ZR Tibetan", "Noto Serif CJK SC";'
        f" font-size: {size}pt; line-height: 1.2 }} p.duplicate {{ font: 14pt/1.1 'ZR Hei' }}"
    )
    html = f'<!doctype html><html lang="zh-CN"><title>{DUPLICATE}</title><body><p class="duplicate">{DUPLICATE}</p>'
    with Pdf.open(io.BytesIO(press().render(html + lines, css).pdf)) as source:
        form = pdf.copy_foreign(source.pages[0].as_form_xobject())
    kept = [one for one in pikepdf.parse_content_stream(form) if str(one.operator) not in _MARKED]
    form.write(pikepdf.unparse_content_stream(kept))
    return form


def _size(page: Page) -> tuple[float, float]:
    left, foot, right, top = (float(edge) for edge in page.mediabox)
    return round((right - left) / POINTS_PER_MM, 2), round((top - foot) / POINTS_PER_MM, 2)


# --- structure and metadata ---


def _draw(pdf: Pdf, page: Page, drawn: str, element: Dictionary, *, first: bool = False) -> None:
    """Content with its element in the structure, at the document's beginning or end."""
    tree = pdf.Root.StructTreeRoot
    whole = tree.K[0]
    owners = next(found for number, found in _pairs(tree.ParentTree) if number == int(page.obj.StructParents))
    element.Type, element.P, element.Pg, element.K = Name.StructElem, whole, page.obj, len(owners)
    page.contents_add(f"{element.S} <</MCID {len(owners)}>> BDC {drawn} EMC".encode())
    made = pdf.make_indirect(element)
    owners.append(made)
    whole.K.insert(0, made) if first else whole.K.append(made)


def _say_in_metadata(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = f"（{DUPLICATE}）{metadata['dc:title']}"
