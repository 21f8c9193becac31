import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunru.files.names import HIDDEN, MAX_NAME, cleaned
from zhunru.files.refusals import RefusedError
from zhunru.files.types import FileType


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\桌面\\请示.pdf", "请示.pdf"),
        ("请\x00示\r\n.pdf", "请示.pdf"),
        ("a\u202egpj.pdf", "agpj.pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
        ('关于"<召开>"会议?.pdf', "关于__召开__会议_.pdf"),
        (" .. .pdf", "附件.pdf"),
        (".pdf", "附件.pdf"),
        ("བོད་ཡིག.pdf", "བོད་ཡིག.pdf"),
        ("长" * 300 + ".PDF", "长" * 116 + ".PDF"),
        ("a.exe.pdf. ", "a.exe.pdf"),
    ],
)
def test_a_name_loses_what_could_mislead(given_name: str, name: str) -> None:
    assert cleaned(given_name, FileType.PDF) == name


@pytest.mark.parametrize(
    "name", ["", "a", "a.exe", "a.pdf.exe", "a.jpg", "发票\u202efdp.exe", "a.pdf/", "a.pdf\x00.exe", "a.docm"]
)
def test_a_name_whose_ending_does_not_agree_with_the_content_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as caught:
        cleaned(name, FileType.PDF)
    assert (caught.value.code, caught.value.field) == ("file_name", "file")


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    safe = cleaned(f"{name}.pdf", FileType.PDF)
    assert len(safe) <= MAX_NAME
    assert safe.endswith(".pdf")
    assert not safe.startswith(".")
    assert not set('/\\<>:"|?*') & set(safe)
    assert not any(unicodedata.category(char) in HIDDEN for char in safe)
