"""Which font file plays which part of an official paper, and how the renderer is told.

GB/T 9704-2012 names faces (仿宋, 楷体, 黑体, 宋体, 小标宋) of which no free edition exists under those names;
each part therefore lists the proper faces first and free ones after them. Fontconfig is handed one private
folder with one file per part: no other font of the machine can slip in, and an absent one is an error at start.
"""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont, TTLibError

SUFFIXES = {".otf", ".ttf"}
SYSTEM_FOLDERS = (
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("/usr/share/fonts/truetype/noto"),
)
BIAO_SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
LAST_RESORTS = (
    Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
    Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"),
)
"""Who plays what no other face has: rare characters, letters of foreign names."""
BIAO_FILE = "NotoSerifCJKsc-Bold.otf"


@dataclass(frozen=True, slots=True)
class Part:
    """One face of the paper: the family that style sheets name, and who may play it."""

    family: str
    standard: str
    """What the standard calls for; empty where it is silent."""
    proper: frozenset[str]
    """Families that are what the standard calls for (an office may own them)."""
    free: str
    """File name of the free face."""
    ascii_only: bool = False
    """Plays figures and Latin letters only; the quotation marks and dashes of Chinese are not its business."""


PARTS = (
    Part(
        "ZR Fang", "仿宋", frozenset({"FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋"}), "FandolFang-Regular.otf"
    ),
    Part("ZR Kai", "楷体", frozenset({"KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体"}), "FandolKai-Regular.otf"),
    Part("ZR Hei", "黑体", frozenset({"SimHei", "黑体"}), "FandolHei-Regular.otf"),
    Part("ZR Song", "宋体", frozenset({"SimSun", "宋体"}), "FandolSong-Regular.otf"),
    Part("ZR Biao", "小标宋", frozenset({"FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05"}), BIAO_FILE),
    Part("ZR Latin", "", frozenset({"Times New Roman"}), "FandolSong-Regular.otf", ascii_only=True),
    Part("ZR Tibetan", "", frozenset(), "NotoSerifTibetan-Regular.ttf"),
)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The files in use, and the sentence about them that goes into each paper's metadata."""

    files: dict[str, Path]
    substitution: str

    def path(self, family: str) -> Path:
        return self.files[family]


class FontsMissingError(Exception):
    """`parts` says in words which faces were not found."""

    def __init__(self, parts: list[str]) -> None:
        super().__init__("、".join(parts))
        self.parts = parts


def folders() -> list[Path]:
    """Where fonts are looked for, best first: the office's own, the set-up's, the system's."""
    own = [Path(p) for p in [os.environ.get("FONT_DIR", "")] if p]
    return [*own, settings.FONT_FOLDER, *SYSTEM_FOLDERS]


@cache
def font_set() -> FontSet:
    """The fonts of this process. FontsMissingError when a part has no file."""
    return find(folders())


def find(where: list[Path]) -> FontSet:
    """Give each part the first file that fits, the proper face before the free one."""
    files = [path for folder in where for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES]
    own = _families(files) if where and str(where[0]) == os.environ.get("FONT_DIR") else {}
    found: dict[str, Path] = {}
    substituted: list[str] = []
    for part in PARTS:
        proper = next((own[name] for name in part.proper if name in own), None)
        chosen = proper or next((f for f in files if f.name == part.free), None)
        if chosen is None:
            continue
        found[part.family] = chosen
        if part.standard and proper is None:
            substituted.append(f"{part.standard}以{chosen.stem}代")
    missing = [f"{p.standard or p.family}（{p.free}）" for p in PARTS if p.family not in found]
    if missing:
        raise FontsMissingError(missing)
    return FontSet(found, "字体替代：" + "，".join(substituted) if substituted else "")


def _families(files: list[Path]) -> dict[str, Path]:
    """Family name, in every language that the file knows it by -> file."""
    found: dict[str, Path] = {}
    for path in files:
        try:
            with TTFont(path, lazy=True) as font:
                names = {str(n.toUnicode()) for n in font["name"].names if n.nameID in {1, 4, 16}}
        except (TTLibError, OSError, UnicodeDecodeError):
            continue
        for name in names:
            found.setdefault(name, path)
    return found


def fontconfig_file(fonts: FontSet) -> Path:
    """Write, once, the private folder and the fontconfig file of `fonts`; return the file."""
    last = [path for path in LAST_RESORTS if path.exists()]
    listed = "\n".join([*(f"{family}={path}" for family, path in sorted(fonts.files.items())), *map(str, last)])
    home = settings.VAR / "fontconfig" / hashlib.sha256(listed.encode()).hexdigest()[:16]
    conf = home / "fonts.conf"
    if conf.exists():
        return conf
    faces = home / "faces"
    faces.mkdir(parents=True, exist_ok=True)
    rules = []
    for part in PARTS:
        path = fonts.files[part.family]
        face = faces / f"{part.family.replace(' ', '-')}{path.suffix.lower()}"
        if part.ascii_only:
            _as_tall_as(fonts.files["ZR Fang"], path, face)
        else:
            _link(face, path)
        rules.append(_rule(face, part))
    for path in last:
        _link(faces / f"last-{path.name}", path)
    fresh = home / f"fonts.conf.{os.getpid()}"
    fresh.write_text(_CONF.format(faces=faces, cache=home / "cache", rules="".join(rules)), encoding="utf-8")
    fresh.replace(conf)
    return conf


def _link(link: Path, target: Path) -> None:
    if not link.is_symlink():
        link.symlink_to(target.resolve())


def _as_tall_as(model: Path, source: Path, target: Path) -> None:
    """Copy `source` with the line metrics of `model`: a date in the text must not push its line apart."""
    with TTFont(model, lazy=True) as tall, TTFont(source, lazy=True, recalcBBoxes=False) as font:
        scale = font["head"].unitsPerEm / tall["head"].unitsPerEm
        for table, names in _METRICS.items():
            for name in names:
                setattr(font[table], name, round(getattr(tall[table], name) * scale))
        fresh = target.with_suffix(f".{os.getpid()}")
        font.save(fresh)
        fresh.replace(target)


_METRICS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
}


def _rule(link: Path, part: Part) -> str:
    edits = f'<edit name="family" mode="assign"><string>{part.family}</string></edit>'
    if part.ascii_only:
        edits += _ASCII
    return f'<match target="scan"><test name="file" compare="eq"><string>{link}</string></test>{edits}</match>\n'


_ASCII = '<edit name="charset" mode="assign"><charset><range><int>0x20</int><int>0x7e</int></range></charset></edit>'
_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{faces}</dir>
<cachedir>{cache}</cachedir>
{rules}</fontconfig>
"""


def extract_biao(target_folder: Path) -> Path:
    """Write the simplified Chinese face of Noto Serif CJK Bold as a file of its own, whole; return it.

    A collection (.ttc) makes every paper pay for subsetting 26 MB, and a face that was cut down beforehand
    is drawn wrong by some readers: so the whole face, once.
    """
    target = target_folder / BIAO_FILE
    if target.exists():
        return target
    from fontTools.ttLib import TTCollection

    with TTCollection(BIAO_SOURCE, lazy=True) as collection:
        face = next(f for f in collection.fonts if f["name"].getDebugName(6) == "NotoSerifCJKsc-Bold")
        target_folder.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(f".{os.getpid()}")
        face.save(fresh)
        fresh.replace(target)
    return target
