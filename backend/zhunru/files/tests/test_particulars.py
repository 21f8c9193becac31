"""A picture is kept without where, when and with what it was taken; it still shows the same, the same way up (9.19)."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from zhunru.files.checks import checked
from zhunru.files.particulars import taken_out
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples
from zhunru.files.types import PICTURES, FileType

PLACE = b"29.2567N 90.9876E"
OWNER = "德吉的手机"


def photo(*, way_up: int = 6, progressive: bool = False) -> bytes:
    """A telephone's JPEG: place, time and device in Exif, XMP and a comment, a preview behind its end."""
    shown = Image.effect_noise((64, 48), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = way_up
    exif[0x010F] = OWNER
    exif.get_ifd(0x8825)[2] = (29.0, 15.0, 24.0)
    exif.get_ifd(0x8769)[0x9286] = PLACE
    out = io.BytesIO()
    profile = b"an ICC profile" * 20
    shown.save(out, "JPEG", exif=exif, comment=PLACE, icc_profile=profile, progressive=progressive, xmp=b"<x>" + PLACE)
    return out.getvalue() + samples.picture("JPEG") + PLACE


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_tells_nothing_but_what_it_shows(progressive: bool) -> None:
    before = photo(progressive=progressive)
    after = taken_out(FileType.JPEG, before)
    assert PLACE in before
    assert PLACE not in after
    assert OWNER.encode() not in after
    with Image.open(io.BytesIO(before)) as first, Image.open(io.BytesIO(after)) as second:
        assert dict(second.getexif()) == {0x0112: 6}
        assert second.info["icc_profile"] == first.info["icc_profile"]
        assert "comment" not in second.info
        assert second.tobytes() == first.tobytes()
    assert after.endswith(b"\xff\xd9")


def test_a_picture_that_stands_upright_needs_no_word_about_it() -> None:
    after = taken_out(FileType.JPEG, photo(way_up=1))
    with Image.open(io.BytesIO(after)) as shown:
        assert dict(shown.getexif()) == {}


def test_a_png_loses_its_texts_and_keeps_its_picture() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", OWNER, zip=True)
    texts.add_itxt("GPS", PLACE.decode())
    out = io.BytesIO()
    Image.effect_noise((40, 30), 50).save(out, "PNG", pnginfo=texts, dpi=(96, 96))
    after = taken_out(FileType.PNG, out.getvalue())
    assert PLACE not in after
    with Image.open(io.BytesIO(out.getvalue())) as first, Image.open(io.BytesIO(after)) as second:
        assert second.tobytes() == first.tobytes()
        assert set(second.info) == {"dpi"}


def test_taking_out_twice_changes_nothing_more() -> None:
    once = taken_out(FileType.JPEG, photo())
    assert taken_out(FileType.JPEG, once) == once


def test_what_is_kept_is_what_was_taken_out_of_and_has_its_digest() -> None:
    found = checked("照片.jpg", photo(), max_bytes=1 << 20, types=PICTURES)
    assert PLACE not in found.content
    assert found.size == len(found.content)
    assert checked("照片.jpg", found.content, max_bytes=1 << 20, types=PICTURES).sha256 == found.sha256


def test_documents_stay_as_they_are() -> None:
    assert taken_out(FileType.PDF, samples.pdf()) == samples.pdf()


@pytest.mark.parametrize("much", [b"\xff" * (8 << 20), b"\xff\xe1\x00\x02" * (2 << 20)], ids=["filling", "segments"])
def test_a_file_made_to_be_followed_for_long_is_not(much: bytes) -> None:
    whole = photo()
    scan = whole.index(b"\xff\xda")
    for at in (2, scan, scan + 40):
        with suppress(RefusedError):
            assert taken_out(FileType.JPEG, whole[:at] + much + whole[at:]).endswith(b"\xff\xd9")


@given(st.binary(max_size=60), st.integers(0, 400))
def test_whatever_a_photo_holds_it_is_stripped_or_refused(noise: bytes, at: int) -> None:
    whole = photo()
    try:
        after = taken_out(FileType.JPEG, whole[: 2 + at] + noise + whole[2 + at :])
    except RefusedError:
        return
    assert after.startswith(b"\xff\xd8")
    assert after.endswith(b"\xff\xd9")


def test_a_photo_keeps_everything_where_its_place_was_asked_for() -> None:
    """Clause 2.4c: only where a signed clause asks; nothing else about the file is looked at less closely."""
    asked = checked("照片.jpg", photo(), max_bytes=1 << 20, types=PICTURES, particulars_stay=True)
    assert PLACE in asked.content
    assert asked.size == len(asked.content)
    with pytest.raises(RefusedError):
        checked("照片.jpg", photo()[:200], max_bytes=1 << 20, types=PICTURES, particulars_stay=True)
