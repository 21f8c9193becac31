"""The parameters that hold for an application: those it was first submitted under, else today's."""

from datetime import date

from zhunru.admissions.models import Application, Matter, RequestKind
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Body
from zhunru.configuration.courses import Course
from zhunru.configuration.schema import Settings

STATUS_OF_BODY = {
    Body.LEADER: Application.Status.AT_LEADER,
    Body.JOINT_MEETING: Application.Status.AT_JOINT_MEETING,
    Body.COMMITTEE: Application.Status.AT_COMMITTEE,
}
BODY_OF_STATUS = {status: body for body, status in STATUS_OF_BODY.items()}


def parameters_of(application: Application) -> Settings:
    """The frozen version; a draft goes by the current one (rule A-05: each case keeps what it began under)."""
    version = application.configuration or configuration.current()
    return version.values


def parameters_of_matter(matter: Matter) -> Settings:
    """Those under which it was admitted; a legacy matter goes by the current ones."""
    return parameters_of(matter.application) if matter.application else configuration.current().values


def course_of(application: Application) -> Course:
    """Who is heard on it and who decides."""
    return parameters_of(application).course_of(application.object_type, application.category, application.kind)


def bodies_of(application: Application) -> list[Body]:
    """Who is asked, in order; the last decides. Less load than before may be settled by the leader alone."""
    course = course_of(application)
    if _lightens(application) and parameters_of(application).adjust_by_office:
        return course.bodies[:1]
    return course.bodies


def _lightens(application: Application) -> bool:
    """An adjustment that asks no more of any village and gives it no less (domain 3.1)."""
    if application.kind != RequestKind.ADJUST or not application.concerns:
        return False
    matter = Matter.objects.filter(pk__in=application.concerns).first()
    return matter is not None and _asks_no_more(application, matter) and _gives_no_less(application, matter)


def _asks_no_more(application: Application, matter: Matter) -> bool:
    """No more villages, days, boards and forms, and no longer."""
    return (
        set(application.scope) <= set(matter.scope)
        and (application.person_days or 0) <= (matter.person_days or 0)
        and all(demand in matter.demands for demand in application.demands)
        and (application.ends_on or date.max) <= (matter.ends_on or date.max)
    )


def _gives_no_less(application: Application, matter: Matter) -> bool:
    """No less money, technique and training (费随事转)."""
    return (application.funding_amount or 0) >= (matter.funding_amount or 0) and all(
        getattr(application, name) for name in ("tech_support", "training_plan") if getattr(matter, name)
    )


def next_stop(application: Application) -> str:
    """The status at the body that is asked next."""
    bodies = bodies_of(application)
    here = BODY_OF_STATUS.get(Application.Status(application.status))
    following = bodies[bodies.index(here) + 1 :] if here in bodies else bodies
    return STATUS_OF_BODY[following[0]]
