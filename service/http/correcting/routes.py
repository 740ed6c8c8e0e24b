"""`/corrections`: the list, the form for a fact or an actor, making and undoing, signing in."""

import pyoxigraph as ox
from flask import Blueprint, Response, redirect, render_template, request, session, url_for
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as AnyResponse

from loaders.corrections import Kind
from service.correcting import Asked, Planned, applied, correction_for, kinds_for, undone
from service.http.correcting import access
from service.http.correcting.shown import rows, subject_of
from service.http.links import label, link
from service.http.pages.told import classes, exists
from service.http.state import snapshot, state
from service.http.tellings import telling
from service.http.writes import check_body, write
from service.store.update import update_of
from service.store.writing.work import Plan, Update
from service.store.writing.work import Planned as PlannedWork

blueprint = Blueprint("corrections", __name__, url_prefix="/corrections")
_FIELDS = ("kind", "thing", "why", "who")


@blueprint.after_request
def _unshared(response: Response) -> Response:
    """What stands here is for one reader, and on no other site's page."""
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("")
def listing() -> str:
    """All corrections that stand, the latest first."""
    may = access.is_offered() and not access.needs_signing_in()
    return render_template(
        "corrections.html",
        found=rows(snapshot()),
        done=request.args.get("done", ""),
        may=may,
        offered=access.is_offered(),
        who=session.get(access.WHO, ""),
    )


@blueprint.get("/new")
def new() -> str:
    """The forms for a claim, or for an actor that is another."""
    access.check_host()
    store, thing = snapshot().store, _thing(request.args.get("thing", ""))
    is_claim = "Claim" in classes(store, thing)
    kinds = kinds_for(store, state().settings.base, thing)
    if not kinds:
        raise NotFound(f"{thing.value} is no fact that can be corrected")
    subject = subject_of(store, thing) if is_claim else thing
    return render_template(
        "correct.html",
        name=label(store, subject),
        subject=link(store, subject),
        telling=telling(store, thing) if is_claim else None,
        kinds=[kind.value for kind in kinds],
        thing=thing.value,
        asking=request.args.get("kind", ""),
        offered=access.is_offered(),
        signing_in=access.needs_signing_in(),
        who=session.get(access.WHO, ""),
    )


def _thing(path: str) -> ox.NamedNode:
    try:
        thing = ox.NamedNode(state().settings.base + path)
    except ValueError as error:
        raise NotFound(f"{path!r} is no name of anything here") from error
    if not path or not exists(snapshot().store, thing):
        raise NotFound(f"Nothing in the graph is named {thing.value}")
    return thing


@blueprint.post("")
def make() -> AnyResponse:
    """Correct: answered when it can be read."""
    access.authorize_correction()
    check_body()
    asked = _asked()
    base, made = state().settings.base, [""]

    def plan(store: ox.Store) -> PlannedWork:
        planned = applied(store, base, correction_for(store, base, asked))
        made[:] = [planned.corrections[0].id]
        return _work(planned)

    write(Plan(plan))
    if access.WHO not in session and "Authorization" not in request.headers:
        session[access.WHO] = asked.who
    return _told(made[0], 201)


def _asked() -> Asked:
    missing = [name for name in _FIELDS if not request.form.get(name)]
    if missing:
        raise BadRequest(f"the form has no {' and no '.join(missing)}: say what, why and who")
    try:
        kind = Kind(request.form["kind"])
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise BadRequest(f"{request.form['kind']!r} is no kind of correction: {known}") from error
    return Asked(
        kind,
        request.form["thing"],
        request.form.get("value", ""),
        request.form["why"].strip(),
        request.form["who"].strip(),
    )


@blueprint.post("/<path:name>/undo")
def undo(name: str) -> AnyResponse:
    """Take a correction back: the graph is as if it had never been made."""
    access.authorize_correction()
    base = state().settings.base
    write(Plan(lambda store: _work(undone(store, base, [name]))))
    return _told("", 200)


def _work(planned: Planned) -> PlannedWork:
    return PlannedWork(Update(update_of(planned.change), "http://localhost/"), planned.reached)


def _told(done: str, status: int) -> AnyResponse:
    """Programs are told where it stands; browsers go on to the list."""
    if "Authorization" not in request.headers:
        address = url_for(".listing", done=done or None, _anchor=f"c-{done}" if done else None)
        return redirect(address, 303)
    if not done:
        return Response(status=204)
    place = url_for("pages.page", name=f"correction/{done}")
    return Response(status=status, headers={"Location": place})


@blueprint.post("/session")
def sign_in() -> AnyResponse:
    """Give the token once, for twelve hours."""
    access.check_origin()
    access.sign_in(request.form.get("token", ""), request.form.get("who", ""))
    thing = request.form.get("thing", "")
    return redirect(url_for(".new", thing=thing) if thing else url_for(".listing"), 303)


@blueprint.post("/session/end")
def sign_out() -> AnyResponse:
    """Sign out."""
    access.check_origin()
    access.sign_out()
    return redirect(url_for(".listing"), 303)
