"""The interface's sentences and their English translation, backend/locale/en/LC_MESSAGES/django.po.

    python -m infra.messages          name what lacks a translation
    python -m infra.messages --write  take up new sentences, drop those that nobody says any more

A sentence is a message of gettext in the application's code or templates; the Chinese text is its own key.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "backend"
ENGLISH = SOURCE / "locale/en/LC_MESSAGES/django.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}
HEADER = r"""# English translation of Zhunru's interface. The Chinese text in the code is the key.
msgid ""
msgstr ""
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}")


def said(source: Path = SOURCE) -> Catalog:
    """Every sentence of the application, each with the files that say it."""
    if not settings.configured:
        settings.configure()
    catalog = Catalog()
    for path in _sources(source):
        text = path.read_text(encoding="utf-8")
        code = _as_python(text, path) if path.suffix == ".html" else text
        for line, message, _comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
            catalog.add(message, None, [(path.relative_to(source).as_posix(), line)], context=context)
    return catalog


def _sources(source: Path) -> Iterator[Path]:
    for path in sorted(source.rglob("*")):
        if path.suffix in {".py", ".html"} and "tests" not in path.parts:
            yield path


def _as_python(template: str, path: Path) -> str:
    """Calls of gettext as Django reads them out of a template; without indentation, which means nothing there."""
    calls = templatize(template, origin=str(path))
    return "\n".join(line.lstrip() for line in calls.splitlines())


def translated() -> Catalog:
    """What the .po file holds."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def faults(wanted: Catalog, held: Catalog) -> list[str]:
    """What the translation lacks, has too much of, or says with other placeholders."""
    asked, there = {_key(m) for m in wanted if m.id}, {_key(m) for m in held if m.id}
    found = [f"not taken up: {key}" for key in sorted(asked - there)]
    found += [f"said by nobody: {key}" for key in sorted(there - asked)]
    for message in held:
        texts = _forms(message.string)
        if message.id and not all(texts):
            found.append(f"not translated: {_key(message)}")
        elif message.id and any(_placeholders(text) != _placeholders(_forms(message.id)[-1]) for text in texts):
            found.append(f"other placeholders: {_key(message)}")
    return found


def _key(message: Message) -> str:
    """The sentence, of a plural its last form; with the context that tells it from its like."""
    return _forms(message.id)[-1] + (f" [{message.context}]" if message.context else "")


def _forms(text: object) -> list[str]:
    """A sentence, or the forms of a plural."""
    return [str(form) for form in text] if isinstance(text, list | tuple) else [str(text or "")]


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def write() -> None:
    """Bring the .po file in line with the code; translations that are there stay."""
    catalog = translated() if ENGLISH.exists() else Catalog(locale="en")
    catalog.update(said(), no_fuzzy_matching=True, keep_user_comments=False)
    catalog.obsolete.clear()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, catalog, width=110, include_lineno=False, sort_by_file=True, omit_header=True)


def main() -> int:
    """Say what is wrong with the translation; with --write take up new sentences first."""
    if "--write" in sys.argv[1:]:
        write()
    found = faults(said(), translated())
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
