"""What a template prints, and what it may not contain.

An office changes the wording of a paper, never its layout: a template may say text with a few plain tags, print the
paper's facts and include the supplied pieces. Whatever else it holds is a fault, told with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from typing import Any

from django.template import Context, Template, TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, TextNode, VariableNode
from django.template.defaulttags import CommentNode, ForNode, IfNode, WithNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.utils.translation import gettext as _
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from zhunru.documents import composing
from zhunru.documents.kinds.declaration import Kind, PaperFacts
from zhunru.documents.templating.words import WORDS

_NODES = (TextNode, VariableNode, ForNode, IfNode, WithNode, BlockNode, ExtendsNode, IncludeNode, CommentNode)
_TAGS = {
    "p",
    "h2",
    "h3",
    "div",
    "span",
    "b",
    "strong",
    "em",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "sup",
    "sub",
    "colgroup",
    "col",
}
_WORDS = {"class", "scope", "lang"}
_COUNTS = {"colspan", "rowspan"}
_WIDTH = re.compile(r"width:\s*[\d.]*mm;?")
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
MOST_COLUMNS = 20
DEEPEST = 2
"""Loops within loops."""
LONGEST = 40_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and on which line if that can be told."""

    line: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A field without content: `printed` where its place stays empty on the page, else its sentence is left out."""

    name: str
    title: str
    printed: bool


def faults(source: str, kind: Kind) -> list[Fault]:
    """Why `source` cannot be this kind's template; empty when it can."""
    if len(source) > LONGEST:
        return [Fault(None, _("模板不能超过%(most)d个字") % {"most": LONGEST})]
    try:
        template = composing.compiled(source)
    except TemplateSyntaxError as error:
        token = getattr(error, "token", None)
        return [Fault(getattr(token, "lineno", None), _("模板标签写错了：%(what)s") % {"what": str(error)[:200]})]
    found = [*_structure(template, kind), *_too_deep(template.nodelist), *_unknown(template, kind)]
    markup = _Markup()
    markup.feed(_without_tags(source))
    return [*found, *markup.faults]


def _structure(template: Template, kind: Kind) -> Iterator[Fault]:
    first = next((node for node in template.nodelist if not isinstance(node, TextNode)), None)
    base = next(map(_base, composing.compiled(supplied_source(kind)).nodelist), "")
    if first is None or _base(first) != base:
        yield Fault(1, _('第一行必须是 {%% extends "%(base)s" %%}：版式由系统统一提供') % {"base": base})
    known = set(pieces())
    for node in _walk(template.nodelist):
        line = _line(node)
        if not isinstance(node, _NODES):
            yield Fault(line, _("不能使用这个模板标签，只能使用 block、if、for、with、include"))
        elif isinstance(node, IncludeNode) and str(node.template.var) not in known:
            yield Fault(line, _("没有名为%(name)s的段落") % {"name": str(node.template.var)})


def _base(node: Node) -> str:
    """The page that a template extends, told by its first tag."""
    named = node.parent_name if isinstance(node, ExtendsNode) else None
    return str(named.var) if isinstance(named, FilterExpression) else ""


def _too_deep(nodes: NodeList, depth: int = 0) -> Iterator[Fault]:
    for node in nodes:
        inner = depth + isinstance(node, ForNode)
        if inner > DEEPEST:
            yield Fault(_line(node), _("循环最多嵌套两层"))
            return
        for inside in _inside(node):
            yield from _too_deep(inside, inner)


def _line(node: Node) -> int | None:
    return getattr(getattr(node, "token", None), "lineno", None)


def _unknown(template: Template, kind: Kind) -> Iterator[Fault]:
    known = fields_of(kind.facts)
    for node, path in _paths(template.nodelist):
        head, _dot, rest = path.partition(".")
        name = rest.partition(".")[0]
        if head == "facts" and name not in known:
            yield Fault(_line(node), _("这一文种没有名为%(name)s的内容") % {"name": name})


class _Markup(HTMLParser):
    """Looks at the plain text between the template's tags."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag not in _TAGS:
            self.faults.append(Fault(line, _("不能使用<%(tag)s>") % {"tag": tag}))
        for name, value in attrs:
            wide = tag == "col" and name == "style" and _WIDTH.fullmatch(value or "")
            if name not in _WORDS and not (name in _COUNTS and _is_small(value)) and not wide:
                self.faults.append(Fault(line, _("<%(tag)s>不能有%(name)s") % {"tag": tag, "name": name}))

    def handle_decl(self, decl: str) -> None:
        self.faults.append(Fault(self.getpos()[0], _("不能使用<!%(what)s>") % {"what": decl[:20]}))

    handle_comment = handle_pi = unknown_decl = handle_decl  # type: ignore[assignment]  # other names of it


def _is_small(value: str | None) -> bool:
    return value is not None and value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_COLUMNS


def _without_tags(source: str) -> str:
    """The source with its template tags taken out, lines kept."""
    return _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), source)


@cache
def pieces() -> list[str]:
    """What a template may include."""
    found = composing.FOLDER.rglob("*.html")
    return sorted(str(path.relative_to(composing.FOLDER)) for path in found if path.name != "page.html")


def supplied_source(kind: Kind) -> str:
    """The template that comes with the system."""
    return (composing.FOLDER / kind.template).read_text(encoding="utf-8")


def fields_of(facts: type[PaperFacts]) -> dict[str, str]:
    """Everything that a template may print of a kind's facts: name -> title."""
    named = {name: title_of(info, name) for name, info in facts.model_fields.items()}
    return {**named, **{name: str(WORDS.get(name, name)) for name in _derived(facts)}}


def _derived(facts: type[PaperFacts]) -> list[str]:
    """What follows from other facts, such as a sentence; never what pydantic brings along."""
    mine = {name for name in dir(facts) if isinstance(getattr(facts, name, None), property | cached_property)}
    return sorted(mine - set(dir(BaseModel)))


def title_of(info: FieldInfo, name: str) -> str:
    """What a field of the facts is called, in forms and in warnings."""
    said: dict[str, Any] = {}
    if callable(info.json_schema_extra):
        info.json_schema_extra(said)
    return str(said.get("title") or info.title or WORDS.get(name, name))


def blanks(source: str, facts: PaperFacts) -> list[Blank]:
    """What this paper would leave empty; first those fields whose place is printed all the same."""
    template = composing.compiled(source)
    titles = fields_of(type(facts))
    empty = {name for name in type(facts).model_fields if getattr(facts, name) in (None, "", [])}
    printed = empty & set(_drawn(template.nodelist, Context({"facts": facts})))
    named = empty & {_fact(path) for _node, path in _paths(template.nodelist)}
    return [Blank(name, titles[name], name in printed) for name in sorted(named, key=lambda one: one not in printed)]


def _drawn(nodes: NodeList, context: Context) -> Iterator[str]:
    """The facts that are written out as they are, on the branches that are taken."""
    for node in nodes:
        if isinstance(node, VariableNode):
            if not any(applied.__name__ == "default" for applied, _said in node.filter_expression.filters):
                yield _fact(str(node.filter_expression.var))
        elif isinstance(node, IfNode):
            yield from _drawn(_taken(node, context), context)
        elif not isinstance(node, ForNode):
            for inside in _inside(node):
                yield from _drawn(inside, context)


def _taken(node: IfNode, context: Context) -> NodeList:
    for condition, nodes in node.conditions_nodelists:
        if condition is None or condition.eval(context):  # type: ignore[arg-type]  # takes a Context
            return nodes
    return NodeList()


def _fact(path: str) -> str:
    head, _dot, rest = path.partition(".")
    return rest.partition(".")[0] if head == "facts" else ""


def _walk(nodes: NodeList) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inside in _inside(node):
            yield from _walk(inside)


def _inside(node: Node) -> list[NodeList]:
    if isinstance(node, IfNode):
        return [nodes for _condition, nodes in node.conditions_nodelists]
    return [getattr(node, name, None) or NodeList() for name in node.child_nodelists]


def _paths(nodes: NodeList) -> Iterator[tuple[Node, str]]:
    """Each variable that is printed, walked through or handed to a piece."""
    for node in _walk(nodes):
        if isinstance(node, VariableNode):
            yield node, str(node.filter_expression.var)
        elif isinstance(node, ForNode | IncludeNode):
            used = [node.sequence] if isinstance(node, ForNode) else node.extra_context.values()
            yield from ((node, str(one.var)) for one in used if isinstance(one, FilterExpression))
