from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from zhunru.accounts.imports import county_name, import_departments
from zhunru.accounts.models import Organisation
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError

pytestmark = pytest.mark.usefixtures("county_side")
FILE = Path(settings.BACKEND) / "zhunru/demo/data/departments/departments.csv"


@pytest.fixture
def county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    with in_county():
        yield


def edited(folder: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "departments.csv"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_each_department_is_taken_once_under_its_county_name_with_its_source() -> None:
    report = import_departments(FILE, actor=SYSTEM)
    names = set(Organisation.objects.values_list("name", flat=True))
    assert {"县民政局", "县卫生健康局", "县委组织部", "县人民政府办公室", "县残疾人联合会", "县公安局"} <= names
    assert len(report.new) == Organisation.objects.count()
    assert len(report.new) + len(report.skipped) == 47
    assert set(Organisation.objects.values_list("kind", flat=True)) == {"department"}
    civil_affairs = Organisation.objects.get(name="县民政局")
    assert civil_affairs.short_name == "民政局"
    assert civil_affairs.source.startswith("github:")
    assert history.entries(civil_affairs)[0].reason == "导入 departments.csv"


def test_rows_left_out_are_told_with_the_reason() -> None:
    report = import_departments(FILE, actor=SYSTEM)
    assert "departments.csv 第 36 行：县民政局 已见于第 23 行" in report.skipped
    assert any("县委常委会 不作为申请部门" in line for line in report.skipped)
    assert any("县委社会工作部 不作为申请部门" in line for line in report.skipped)


def test_a_second_run_changes_nothing_not_even_the_history() -> None:
    import_departments(FILE, actor=SYSTEM)
    before = Organisation.history.count()
    report = import_departments(FILE, actor=SYSTEM)
    assert (report.new, report.changed) == ([], [])
    assert Organisation.history.count() == before


def test_a_changed_row_is_recorded(tmp_path: Path) -> None:
    import_departments(FILE, actor=SYSTEM)
    report = import_departments(edited(tmp_path, "区卫健局,卫健局,", "区卫健局,卫健委,"), actor=SYSTEM)
    assert report.changed == ["县卫生健康局"]
    assert Organisation.objects.get(name="县卫生健康局").short_name == "卫健委"


def test_faults_are_named_and_nothing_is_kept(tmp_path: Path) -> None:
    path = edited(tmp_path, "区民政局,民政局,,government", "区民政局,,,agency")
    with pytest.raises(TableError) as caught:
        import_departments(path, actor=SYSTEM)
    assert [(f.file, f.row, f.column) for f in caught.value.faults] == [
        ("departments.csv", 23, "short_name"),
        ("departments.csv", 23, "kind"),
    ]
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("民政局", "县民政局"),
        ("县委办公室", "县委办公室"),
        ("市委组织部", "县委组织部"),
        ("区委办", "县委办"),
        ("公安分局", "县公安局"),
    ],
)
def test_a_body_bears_its_county_name(name: str, expected: str) -> None:
    assert county_name(name) == expected


def test_the_command_says_what_it_did_and_what_is_wrong(tmp_path: Path) -> None:
    out = StringIO()
    call_command("import_departments", str(FILE), stdout=out)
    assert out.getvalue().splitlines()[-1].startswith("新增 ")
    with pytest.raises(CommandError, match=r"departments\.csv：无法读取文件"):
        call_command("import_departments", str(tmp_path / "departments.csv"))
