"""The parameters that hold for an application: those it was first submitted under, else today's."""

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
    """An adjustment that asks no more of anybody: no more villages, no more days."""
    if application.kind != RequestKind.ADJUST or not application.concerns:
        return False
    matter = Matter.objects.filter(pk__in=application.concerns).first()
    if matter is None:
        return False
    return set(application.scope) <= set(matter.scope) and (application.person_days or 0) <= (matter.person_days or 0)


def next_stop(application: Application) -> str:
    """The status at the body that is asked next."""
    bodies = bodies_of(application)
    here = BODY_OF_STATUS.get(Application.Status(application.status))
    following = bodies[bodies.index(here) + 1 :] if here in bodies else bodies
    return STATUS_OF_BODY[following[0]]
