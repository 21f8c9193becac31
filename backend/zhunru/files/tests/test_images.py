import struct

import pytest

from zhunru.files.images import MAX_PIXELS, check_jpeg, check_png
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples


def test_a_picture_of_a_telephone_is_taken() -> None:
    check_png(samples.png_of(12_000, 9_000))
    check_jpeg(samples.picture("JPEG", (400, 300)))


def test_a_picture_that_claims_too_many_pixels_is_refused_unseen() -> None:
    for width, height in ((60_000, 60_000), (MAX_PIXELS + 1, 1), (0xFFFFFFFF, 0xFFFFFFFF)):
        with pytest.raises(RefusedError, match=str(width)) as caught:
            check_png(samples.png_of(width, height))
        assert caught.value.code == "file_pixels"
    jpeg = samples.picture("JPEG")
    at = jpeg.index(b"\xff\xc0")
    huge = jpeg[: at + 5] + struct.pack(">HH", 60_000, 60_000) + jpeg[at + 9 :]
    with pytest.raises(RefusedError) as caught:
        check_jpeg(huge)
    assert caught.value.code == "file_pixels"


@pytest.mark.parametrize(
    "content",
    [
        samples.png_of(0, 5),
        samples.png_of(5, 5) + b"x",
        samples.png_of(5, 5)[:-12],
        samples.png_of(5, 5).replace(b"IDAT", b"IDAX"),
        samples.PNG_END_FIRST,
    ],
    ids=["no width", "something behind", "no end", "a wrong sum", "no header"],
)
def test_a_png_that_is_not_whole_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        check_png(content)
    assert caught.value.code == "file_damaged"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x00" + bytes(20),
        b"\xff\xd8\xff\xda\x00\x02\xff\xd9",
        b"\xff\xd8" + b"\xff" * 1000,
        b"\xff\xd8\xff\xc0\x00\x08\x08",
        b"\xff\xd8\xff\xe0\x00\x02nonsense",
    ],
)
def test_a_jpeg_that_is_not_whole_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        check_jpeg(content)
    assert caught.value.code == "file_damaged"


@pytest.mark.parametrize("foreign", [b"<script>alert(1)</script>", b"<SVG onload=x>", b"<?php", b"<!DOCTYPE html>"])
def test_a_picture_with_a_page_of_the_web_in_it_is_refused(foreign: bytes) -> None:
    jpeg = samples.picture("JPEG")
    comment = b"\xff\xfe" + struct.pack(">H", len(foreign) + 2) + foreign
    for content in (jpeg[:2] + comment + jpeg[2:], jpeg + foreign):
        with pytest.raises(RefusedError) as caught:
            check_jpeg(content)
        assert caught.value.code == "file_type"
    png = samples.png_of(2, 2)
    with pytest.raises(RefusedError):
        check_png(png[:33] + samples.png_chunk(b"tEXt", b"a\0" + foreign) + png[33:])


def test_a_picture_that_a_reader_would_take_for_a_pdf_is_refused() -> None:
    jpeg = samples.picture("JPEG")
    with pytest.raises(RefusedError):
        check_jpeg(jpeg[:2] + b"\xff\xfe\x00\x0b%PDF-1.7\n"[:13] + jpeg[2:])


def test_what_cameras_write_behind_the_end_is_left_alone() -> None:
    check_jpeg(samples.picture("JPEG") + samples.picture("JPEG") + bytes(100))
