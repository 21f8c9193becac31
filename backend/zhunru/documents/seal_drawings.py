"""An office's own seal as outlines: of an SVG only shapes are taken, by a list of what is allowed."""

import math
import re
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from zhunru.core.errors import InvalidError
from zhunru.documents.seal_pictures import fault

MOST_SHAPES = 3000
INK = "#d7000f"
"""Of shapes that say no colour."""
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "g"}
_IGNORED = {"title", "desc", "metadata", "defs"}
"""What stands in them is seen only if something names it, and nothing that names anything is taken."""
_ATTRIBUTES = {
    *("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "transform"),
    *("fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity"),
    *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"),
}
_HARMLESS = {"id", "class", "version", "data-name"}
"""Left out without a word: they draw nothing by themselves."""
_VALUE = re.compile(r"[\w\s.,#%()+-]*", re.ASCII)
_NAMES = {"red": "#ff0000", "crimson": "#dc143c", "firebrick": "#b22222", "darkred": "#8b0000"}
_HEX = re.compile(r"#[0-9a-f]{6}")


def taken(content: bytes, diameter: float) -> str:
    """SVG of nothing but shapes, `diameter` mm wide. InvalidError names what is not allowed."""
    root = _parsed(content)
    view = _view(root)
    count = sum(1 for _one in root.iter())
    if count > MOST_SHAPES:
        raise fault(
            "seal_shapes",
            _("印模SVG有%(count)s个图形，最多%(most)s个，请简化后再上传") % {"count": count, "most": MOST_SHAPES},
        )
    shapes = "".join(_copied(child) for child in root)
    if not shapes:
        raise fault("seal_blank", _("印模SVG中没有图形"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{diameter}mm" height="{diameter}mm"'
        f' viewBox="{view}"><g fill="{INK}">{shapes}</g></svg>'
    )


def _parsed(content: bytes) -> ET.Element:
    """No document type and so no entities: nothing is expanded and nothing looked up."""
    if b"<!DOCTYPE" in content.upper() or b"<!ENTITY" in content.upper():
        raise fault("seal_file", _("印模SVG不得含有DOCTYPE声明，请另存为普通SVG后再上传"))
    try:
        root = ET.fromstring(content.decode("utf-8"))  # noqa: S314 -- no document type, see above
    except (ET.ParseError, UnicodeDecodeError, ValueError) as error:
        raise fault("seal_file", _("印模图片无法读取，请另存为PNG或SVG后再上传")) from error
    if root.tag != f"{_SVG}svg":
        raise fault("seal_file", _("印模图片无法读取，请另存为PNG或SVG后再上传"))
    return root


def _view(root: ET.Element) -> str:
    """The part of the drawing that is seen: a square, which the seal fills."""
    try:
        left, top, wide, high = (float(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip()))
    except ValueError as error:
        raise fault("seal_square", _("印模SVG缺少viewBox，无法确定大小")) from error
    if not (math.isfinite(left + top + wide + high) and wide > 0 and abs(wide - high) <= 0.01 * wide):
        raise fault("seal_square", _("印模SVG的画面应为正方形，印章应占满画面"))
    return f"{left:g} {top:g} {wide:g} {high:g}"


def _copied(element: ET.Element) -> str:
    name = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
    if name in _IGNORED:
        return ""
    if name not in _SHAPES:
        raise _not_allowed(f"<{name}>" if name else "<?>")
    attributes = "".join(_attribute(key, value) for key, value in _stated(element).items())
    return f"<{name}{attributes}>{''.join(_copied(child) for child in element)}</{name}>"


def _stated(element: ET.Element) -> dict[str, str]:
    """Attributes, and what a drawing program says in `style` instead; its notes to itself are left out."""
    plain = {key: value for key, value in element.items() if key not in _HARMLESS and not key.startswith("{")}
    pairs = (part.partition(":") for part in plain.pop("style", "").split(";"))
    return plain | {key.strip(): value.strip() for key, _colon, value in pairs if key.strip() in _ATTRIBUTES}


def _attribute(name: str, value: str) -> str:
    if name not in _ATTRIBUTES or not _VALUE.fullmatch(value):
        raise _not_allowed(name)
    if name in {"fill", "stroke"} and value != "none":
        value = _colour(value.strip().lower())
    return f' {name}="{value}"'


def _colour(value: str) -> str:
    """As #rrggbb. InvalidError unless it is a red."""
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        value = "#" + "".join(2 * digit for digit in value[1:])
    value = _NAMES.get(value, value)
    if value in {"white", "#ffffff"}:
        raise fault("seal_background", _("印模SVG中有白色图形，会遮住文字，请去掉白色部分"))
    if not _HEX.fullmatch(value):
        raise _not_allowed(value[:20])
    red, green, blue = bytes.fromhex(value[1:])
    if red < max(green, blue) + 60:
        raise fault("seal_colour", _("印模SVG的颜色应为红色，不是%(colour)s") % {"colour": value})
    return value


def _not_allowed(what: str) -> InvalidError:
    said = {"what": what}
    return fault("seal_shapes", _("印模SVG中不得含有%(what)s：只允许路径等图形，文字请转为路径") % said)
