"""Routes of the calendar and of one's own clocks, on the county's host."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from ninja import Path, Query, Router, Status

from zhunru.core import history
from zhunru.core.routes import actor_of
from zhunru.workdays import feeds, outputs, queries, schemas, services
from zhunru.workdays.schemas import YearNumber

calendar = Router(tags=["calendar"])
clocks = Router(tags=["clocks"])


@calendar.get("/warnings", response=schemas.WarningsOut, operation_id="calendar_warnings")
def read_warnings(request: HttpRequest) -> schemas.WarningsOut:
    """Years that must be entered soon; empty for everybody but the administrator and the office."""
    return queries.warnings_for(actor_of(request), localdate())


@calendar.get("/{int:year}", response=schemas.CalendarOut, operation_id="calendar_read")
def read_calendar(request: HttpRequest, year: Path[YearNumber]) -> schemas.CalendarOut:
    return queries.calendar_of(year)


@calendar.put("/{int:year}/days", response=schemas.CalendarOut, operation_id="calendar_set_days")
def set_days(request: HttpRequest, year: Path[YearNumber], data: schemas.DaysIn) -> schemas.CalendarOut:
    """Holidays, make-up working days and the county's own festivals; days that are not named stay as they are."""
    services.set_days(year, data.days, actor=actor_of(request), reason=data.reason)
    return queries.calendar_of(year)


@calendar.post("/{int:year}/back-to-rule", response=schemas.CalendarOut, operation_id="calendar_back_to_rule")
def back_to_rule(request: HttpRequest, year: Path[YearNumber], data: schemas.DatesIn) -> schemas.CalendarOut:
    """These days are again what Monday to Friday say."""
    services.back_to_rule(year, data.dates, actor=actor_of(request), reason=data.reason)
    return queries.calendar_of(year)


@calendar.post("/{int:year}/enter", response=schemas.CalendarOut, operation_id="calendar_enter")
def enter_year(request: HttpRequest, year: Path[YearNumber], data: schemas.EnterIn) -> schemas.CalendarOut:
    """From now on the year counts."""
    services.enter_year(year, **data.model_dump(), actor=actor_of(request))
    return queries.calendar_of(year)


@calendar.get("/{int:year}/history", response=list[history.Entry], operation_id="calendar_history")
def read_history(request: HttpRequest, year: Path[YearNumber]) -> list[history.Entry]:
    """What people have changed in that year's calendar."""
    return queries.history_of(year)


@clocks.get("/mine", response=schemas.ClocksOut, operation_id="clocks_mine")
def list_mine(request: HttpRequest, cut: Query[schemas.ClocksCut]) -> schemas.ClocksOut:
    """What I must see to, the earliest due first; clocks without a due date come last."""
    rows = queries.mine(actor_of(request))
    items = outputs.clocks(rows[cut.offset : cut.offset + cut.limit], localdate())
    return schemas.ClocksOut(items=items, total=rows.count())


@clocks.post("/feed", response={201: schemas.FeedOut}, operation_id="clocks_feed")
def renew_feed(request: HttpRequest) -> Status[schemas.FeedOut]:
    """A new link for a calendar program; the one before is dead."""
    token = feeds.renew(actor_of(request), localdate())
    return Status(201, schemas.FeedOut(path=reverse("feed", args=[token])))


router = Router()
router.add_router("/calendar", calendar)
router.add_router("/clocks", clocks)
