"""Every sentence of the interface has an English translation that says the same things."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from django.utils import translation

from infra import messages


def write_source(folder: Path) -> None:
    (folder / "rules.py").write_text('raise Refused(_("请填写：%(fields)s") % {"fields": "标题"})\n')
    (folder / "page.html").write_text('<h1>\n  {% translate "待办" %}</h1>{{ _("签收") }}\n')


def test_every_sentence_has_an_english_translation() -> None:
    found = messages.faults(messages.said(), messages.translated())
    assert found == [], "run `.venv/bin/python -m infra.messages --write`, then translate what it names"


def spoken(message: Message) -> str:
    key = str(message.id)
    return translation.pgettext(message.context, key) if message.context else translation.gettext(key)


def test_the_compiled_translation_is_the_written_one() -> None:
    with translation.override("en"):
        other = [m.id for m in messages.translated() if m.id and spoken(m) != m.string]
    assert other == [], "run `make setup`: the compiled translation is older than the written one"


def test_sentences_are_found_in_code_and_in_templates(tmp_path: Path) -> None:
    write_source(tmp_path)
    assert {message.id for message in messages.said(tmp_path) if message.id} == {"请填写：%(fields)s", "待办", "签收"}


def test_each_fault_of_a_translation_is_named(tmp_path: Path) -> None:
    write_source(tmp_path)
    held = Catalog(locale="en")
    held.add("请填写：%(fields)s", "Please fill in: %(field)s")
    held.add("待办", "")
    held.add("催办", "Reminder")
    assert messages.faults(messages.said(tmp_path), held) == [
        "not taken up: 签收",
        "said by nobody: 催办",
        "other placeholders: 请填写：%(fields)s",
        "not translated: 待办",
    ]
