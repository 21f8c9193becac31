from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from zhunru.core.tables import Report, TableError
from zhunru.divisions import townships
from zhunru.divisions.imports import host_label, import_divisions, kind_of
from zhunru.divisions.models import County, Domain, Township, Village
from zhunru.tenancy.provision import provision

pytestmark = pytest.mark.usefixtures("empty_registers", "provisioned")
Edited = Callable[..., Path]
HOST = "gongga.localhost"


def take(path: Path, county: str = "540522", *, end_missing_on: date | None = None) -> Report:
    return import_divisions(path, county=county, host=HOST, base_domain=HOST, end_missing_on=end_missing_on)


def faults_of(path: Path, county: str = "540522") -> list[tuple[str, int, str]]:
    with pytest.raises(TableError) as caught:
        take(path, county)
    assert not County.objects.exists()
    assert not Township.objects.exists()
    return [(fault.file, fault.row, fault.column) for fault in caught.value.faults]


def test_gongga_has_9_townships_each_with_its_own_number_host_and_schema_and_43_villages(gongga: Path) -> None:
    report = take(gongga)
    assert len(report.new) == 1 + 9 + 43
    assert Village.objects.count() == 43
    assert list(Township.objects.order_by("code").values_list("no", flat=True)) == list(range(1, 10))
    first = Township.objects.get(code="540522100")
    assert (first.name, first.schema_name, first.county.name) == ("吉雄镇", "t_540522100", "贡嘎县")
    assert Domain.objects.get(tenant=first).domain == "jixiong.gongga.localhost"
    assert Domain.objects.count() == 9


def test_a_second_run_changes_nothing_and_says_so(gongga: Path) -> None:
    take(gongga)
    report = take(gongga)
    assert (report.new, report.changed, report.missing, report.unchanged) == ([], [], [], 53)
    assert report.lines() == ["没有变化（53 条）"]


def test_every_new_township_is_provisioned_once(gongga: Path, provisioned: list[str]) -> None:
    take(gongga)
    take(gongga)
    assert provisioned == [township.schema_name for township in Township.objects.order_by("code")]


def test_two_villages_of_one_name_stay_two(gongga: Path) -> None:
    take(gongga)
    namesakes = Village.objects.filter(name="岗巴村委会").values_list("code", "township__name")
    assert sorted(namesakes) == [("540522104203", "江塘镇"), ("540522205203", "东拉乡")]


def test_a_name_without_ending_is_a_village_and_a_residents_committee_a_community(gongga: Path) -> None:
    take(gongga)
    assert Village.objects.get(name="团结新村").kind == Village.Kind.VILLAGE
    assert Village.objects.get(name="红星居委会").kind == Village.Kind.COMMUNITY
    assert kind_of("萨热社区") == Village.Kind.COMMUNITY
    assert kind_of("嘎东团结新村委员会") == Village.Kind.VILLAGE


def test_another_county_of_this_shape_imports_too(jiangyong: Path) -> None:
    report = take(jiangyong, "431125")
    assert len(report.new) == 122
    assert Township.objects.count() == 9
    assert Township.objects.get(name="松柏瑶族乡").domains.get().domain == "songbaiyaozu.gongga.localhost"


def test_of_a_file_with_many_counties_only_the_one_asked_for_is_taken(edited: Edited, jiangyong: Path) -> None:
    others = jiangyong.read_text(encoding="utf-8").splitlines()[1:]
    take(edited(None, "54,西藏自治区,province,", "5405,山南市,prefecture,54", *others))
    assert (Township.objects.count(), Village.objects.count()) == (9, 43)


def test_byte_order_mark_crlf_blank_lines_and_full_width_digits_are_read(gongga: Path, tmp_path: Path) -> None:
    text = (
        gongga.read_text(encoding="utf-8").replace("540522100001", "５４０５２２１００００１").replace("\n", "\r\n\r\n")
    )
    path = tmp_path / "messy.csv"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    take(path)
    assert Village.objects.get(code="540522100001").name == "扎庆居委会"


def test_all_faults_are_named_by_file_row_and_column_and_nothing_is_kept(edited: Edited) -> None:
    path = edited(
        {
            "540522100002,吉雄居委会,village": "540522100002,,village",
            "540522101001,甲竹林居委会,village,540522101": "540522101001,甲竹林居委会,hamlet,540522101",
            "540522102001,杰德秀居委会,village,540522102": "540522102001,杰德秀居委会,village,540522103",
            "540522103201,岗堆村委会": "54052210320x,岗堆村委会",
            "540522104201,江塘村委会": "5405221042,江塘村委会",
            "540522200202,江雄村委会": "540522200201,江雄村委会",
        },
        "540522999201,无镇村委会,village,540522999",
    )
    assert faults_of(path) == [
        ("edited.csv", 5, "name"),
        ("edited.csv", 9, "level"),
        ("edited.csv", 16, "parent_code"),
        ("edited.csv", 20, "code"),
        ("edited.csv", 30, "code"),
        ("edited.csv", 36, "code"),
        ("edited.csv", 55, "parent_code"),
    ]


def test_a_file_without_the_county_is_a_fault(jiangyong: Path) -> None:
    assert faults_of(jiangyong, "540522") == [("jiangyong_divisions.csv", 0, "code")]


def test_a_failing_provision_leaves_nothing_behind(gongga: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(township: Township) -> None:
        if township.no == 5:
            raise RuntimeError("no room")

    monkeypatch.setattr(townships, "provision", fail)
    with pytest.raises(RuntimeError):
        take(gongga)
    assert not County.objects.exists()
    assert not Township.objects.exists()
    assert not Domain.objects.exists()


def test_a_second_county_is_refused(gongga: Path, jiangyong: Path) -> None:
    take(gongga)
    with pytest.raises(TableError, match="贡嘎县"):
        take(jiangyong, "431125")
    assert County.objects.count() == 1


def test_a_village_that_a_newer_file_no_longer_holds_is_told_and_not_ended(gongga: Path, edited: Edited) -> None:
    take(gongga)
    report = take(edited({"540522201207,团结新村,village,540522201\n": ""}))
    assert report.missing == ["540522201207 团结新村"]
    assert Village.objects.get(code="540522201207").ended_on is None


def test_it_is_ended_on_the_day_that_the_operator_gives_and_returns_with_a_later_file(
    gongga: Path, edited: Edited
) -> None:
    take(gongga)
    without = edited({"540522201207,团结新村,village,540522201\n": ""})
    take(without, end_missing_on=date(2026, 3, 1))
    assert Village.objects.get(code="540522201207").ended_on == date(2026, 3, 1)
    assert take(without, end_missing_on=date(2026, 4, 1)).missing == []
    take(gongga)
    assert Village.objects.get(code="540522201207").ended_on is None


def test_a_new_name_is_taken_over_and_keeps_the_host(gongga: Path, edited: Edited) -> None:
    take(gongga)
    report = take(edited({"吉雄镇": "新吉雄镇", "刘琼村委会": "刘琼社区"}))
    assert report.changed == ["540522100 新吉雄镇", "540522100201 刘琼社区"]
    assert Domain.objects.get(tenant__code="540522100").domain == "jixiong.gongga.localhost"
    assert Village.objects.get(code="540522100201").kind == Village.Kind.COMMUNITY


def test_an_ended_township_is_not_revived_by_an_import(gongga: Path) -> None:
    take(gongga)
    Township.objects.filter(code="540522206").update(ended_on=date(2026, 1, 1))
    with pytest.raises(TableError) as caught:
        take(gongga)
    assert [(fault.row, fault.column) for fault in caught.value.faults] == [(51, "code")]


def test_a_number_once_given_is_not_given_again(gongga: Path, edited: Edited) -> None:
    take(gongga)
    take(edited(None, "540522999,新设乡,township,540522"))
    assert Township.objects.get(code="540522999").no == 10


def test_a_township_named_like_the_county_does_not_get_the_countys_host(edited: Edited) -> None:
    path = edited(None, "540522999,贡嘎乡,township,540522")
    import_divisions(path, county="540522", host=HOST, base_domain="localhost")
    assert Domain.objects.get(tenant__code="540522999").domain == "gongga540522999.localhost"


def test_a_host_label_that_is_taken_is_told_apart_by_the_code() -> None:
    assert host_label("扎日乡", "540527200", []) == "zhari"
    assert host_label("扎日镇", "540527100", ["zhari"]) == "zhari540527100"
    assert host_label("泽当街道", "540502001", []) == "zedang"
    assert host_label("镇", "540502002", []) == "zhen"


def test_the_command_gives_each_township_its_schema_and_says_what_it_did(
    jiangyong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(townships, "provision", provision)
    out = StringIO()
    call_command("import_divisions", str(jiangyong), county="431125", host="jiangyong.localhost", stdout=out)
    assert out.getvalue() == "新增 122 条，更改 0 条，未变 0 条\n"
    assert Domain.objects.filter(domain="songbaiyaozu.jiangyong.localhost").exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_namespace JOIN pg_roles ON nspname = rolname WHERE nspname ~ '^t_431125'"
        )
        assert cursor.fetchone() == (9,)


def test_the_command_prints_each_fault_on_a_line(edited: Edited) -> None:
    path = edited({"扎庆居委会,village": "扎庆居委会,hamlet", "540522100003,红星居委会": "540522100003,"})
    with pytest.raises(CommandError) as caught:
        call_command("import_divisions", str(path), county="540522", host=HOST)
    assert [line.split("：")[0] for line in str(caught.value).splitlines()] == [
        "edited.csv 第 4 行 level 列",
        "edited.csv 第 6 行 name 列",
    ]
