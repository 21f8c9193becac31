from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from zhunru.documents import checks, fonts


def test_every_part_has_a_face_and_the_substitution_is_told() -> None:
    found = fonts.find(fonts.folders())
    assert set(found.files) == {part.family for part in fonts.PARTS}
    assert found.substitution.startswith("字体替代：仿宋以FandolFang-Regular代")


def test_missing_fonts_are_an_error_at_start_that_names_the_command(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "folders", lambda: [var])
    (error,) = checks.fonts_present()
    assert error.id == "documents.E001"
    assert "仿宋" in error.msg
    assert "make setup" in str(error.hint)


def test_with_all_fonts_there_is_nothing_to_report() -> None:
    assert checks.fonts_present() == []


def test_an_office_that_owns_the_proper_face_gets_it(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = var / "own"
    own.mkdir()
    with TTFont(fonts.font_set().path("ZR Kai")) as font:
        for record in font["name"].names:
            if record.nameID == 1:
                record.string = "FangSong_GB2312"
        font.save(own / "simfang.otf")
    monkeypatch.setenv("FONT_DIR", str(own))
    found = fonts.find(fonts.folders())
    assert found.path("ZR Fang") == own / "simfang.otf"
    assert "仿宋" not in found.substitution
    assert "楷体" in found.substitution


def test_the_renderer_sees_no_other_font_than_ours() -> None:
    conf = fonts.fontconfig_file(fonts.font_set())
    faces = {path.stem for path in (conf.parent / "faces").iterdir()}
    last = {f"last-{path.stem}" for path in fonts.LAST_RESORTS}
    assert faces == {part.family.replace(" ", "-") for part in fonts.PARTS} | last
    assert fonts.fontconfig_file(fonts.font_set()) == conf
