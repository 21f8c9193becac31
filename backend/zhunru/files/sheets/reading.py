"""Step one and step two of an import: the file is kept, read, judged cell by cell, and later read again."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from zhunru.files import office, storage
from zhunru.files.archives import ZIP_MARK
from zhunru.files.checks import Checked, checked
from zhunru.files.sheets import child, grids
from zhunru.files.sheets.columns import Column
from zhunru.files.sheets.grids import Grid
from zhunru.files.sheets.headers import HEADER_WITHIN, Header, find_header
from zhunru.files.sheets.previews import Preview, Section
from zhunru.files.sheets.rows import read_rows
from zhunru.files.types import SHEETS, TABLES, FileType


def begin(realm: str, file: Checked, columns: Sequence[Column], *, every: bool = False) -> Preview:
    """Step one: keep the checked file on `realm`'s side and read it. `preview.file.sha256` finds it again.

    RefusedError (422, field `file`) for a file that cannot be read at all; everything else is a fault at its cell.
    `every` sheet with the header is read, or the best one.
    """
    preview = read_sheets(file, columns) if every else read_sheet(file, columns)
    storage.store(realm, file.content)
    return preview


def resume(realm: str, sha256: str, columns: Sequence[Column], *, every: bool = False) -> Preview:
    """Step two: the same file, read and judged again, for columns, rules and data may have changed since.

    DomainError("file_missing") where `realm` has no such file.
    """
    content = storage.open_stored(realm, sha256)
    kind = office.check_archive(content) if content.startswith(ZIP_MARK) else FileType.CSV
    file = checked(f"import.{kind}", content, max_bytes=len(content), types=TABLES if every else SHEETS)
    return read_sheets(file, columns) if every else read_sheet(file, columns)


def read_sheet(file: Checked, columns: Sequence[Column]) -> Preview:
    """The rows of the sheet that has the declared columns, each cell judged; faults in the order of the sheet."""
    found = grids.of_file(file).found
    headers = [(grid, find_header(grid, columns)) for grid in found]
    known = [(grid, header) for grid, header in headers if header]
    if known:
        grid, header = max(known, key=lambda one: len(one[1].places))
        return _read(Preview(file, tuple(columns), [_section(grid, header)]), [header])
    grid = next((grid for grid in found if grid.too_large), found[0] if found else Grid("", 0, 0, []))
    return _nothing(Preview(file, tuple(columns), [Section(grid)]))


def read_sheets(file: Checked, columns: Sequence[Column]) -> Preview:
    """The rows of every sheet and table that has the declared columns, in their order.

    A table of a document that has no header and is as wide as the one before goes on with that one. Sheets without a
    header are told in `skipped`.
    """
    every = grids.of_file(file)
    sections: list[Section] = []
    headers: list[Header] = []
    others: list[Grid] = []
    continued: list[Section] = []
    for grid in every.found:
        header = find_header(grid, columns, fewest=min(2, len(columns)))
        if header is None and file.type == FileType.DOCX and _goes_on(grid, sections, others):
            header = Header(0, 0, headers[-1].places, headers[-1].split)
            continued.append(_section(grid, header))
            sections.append(continued[-1])
            headers.append(header)
        elif header is None:
            others.append(grid)
        else:
            sections.append(_section(grid, header))
            headers.append(header)
    preview = Preview(file, tuple(columns), sections or [Section(others[0] if others else Grid("", 0, 0, []))])
    if not sections:
        return _nothing(preview)
    _tell_others(preview, others, every.left_out)
    return _read(preview, headers, continued)


def _goes_on(grid: Grid, sections: list[Section], others: list[Grid]) -> bool:
    """Whether a table without a header is the rest of the table before it."""
    return bool(sections and grid.rows and grid.width == sections[-1].grid.width and not grid.caption and not others)


def _section(grid: Grid, header: Header) -> Section:
    places = {name: found[0] for name, found in header.places.items()}
    further = {name: header.places[name][1:] for name in header.split if len(header.places[name]) > 1}
    return Section(grid, header.last if header.row else 0, header.depth, places, further)


def _nothing(preview: Preview) -> Preview:
    """A file without the header, or with a sheet so large that nobody looked for one."""
    if not _tell_size(preview, preview.grid):
        preview.fault(_("前 %(rows)s 行中没有找到表头，请使用模板中的列名") % {"rows": HEADER_WITHIN})
    return preview


def _tell_size(preview: Preview, grid: Grid) -> bool:
    if grid.too_large:
        said = {"rows": grid.height, "columns": grid.width, "most": child.MAX_ROWS, "wide": child.MAX_COLUMNS}
        preview.fault(
            _("表格有 %(rows)s 行 %(columns)s 列，最多 %(most)s 行 %(wide)s 列：请删去下方和右侧多余的行列") % said,
            section=Section(grid),
        )
    return grid.too_large


def _tell_others(preview: Preview, others: Sequence[Grid], left_out: int) -> None:
    """Sheets that were not read: too large, too many, or without the header."""
    for grid in others:
        if not _tell_size(preview, grid) and grid.rows:
            preview.skipped.append((0, _("%(sheet)s：没有表头，未读取") % {"sheet": grid.name}))
    if left_out:
        said = {"most": child.MAX_SHEETS, "more": left_out}
        preview.fault(_("最多读取 %(most)s 张表，另有 %(more)s 张：请分成几个文件") % said)


def _read(preview: Preview, headers: Sequence[Header], continued: Sequence[Section] = ()) -> Preview:
    for section, header in zip(preview.sections, headers, strict=True):
        if not _tell_size(preview, section.grid):
            _check_header(preview, section, header)
            if section in continued:
                _tell_continued(preview, section)
            read_rows(preview, section)
    if not preview.rows and not preview.faults:
        preview.fault(_("表头之下没有内容"))
    return preview


def _check_header(preview: Preview, section: Section, header: Header) -> None:
    for column in preview.columns:
        found = header.places.get(column.name, [])
        if not found and column.required:
            said = _("表头缺少“%(column)s”列") % {"column": column.label}
            preview.fault(said, row=header.last, section=section)
        elif len(found) > 1 and column.name not in header.split:
            preview.fault(_("表头有两个同名的列"), row=header.last, name=column.name, section=section)


def _tell_continued(preview: Preview, section: Section) -> None:
    message = _("此表没有表头，按上一张表的列理解")
    preview.guess(message, row=1, name=preview.columns[0].name, stood="", understood="", section=section)
