"""The routes under /v1: parse, call, answer. The guard has let the request in already; nothing is decided here."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, request

from secondlook.api.answers import answer, answer_error, language, read
from secondlook.api.budget import Budget
from secondlook.api.guard import Door, has_token
from secondlook.api.home.routes import home_routes
from secondlook.api.my_people import my_people_routes
from secondlook.api.practice import practice_routes
from secondlook.api.service import Service
from secondlook.api.state import state_routes
from secondlook.config import MAX_BODY
from secondlook.contract import Attempt, ForSchool, Health, ProofRequest


def make_application(service: Service, door: Door, budget: Budget) -> Flask:
    """The Flask application; it must be served behind `guarded` and never alone."""
    app = Flask("secondlook", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.register_blueprint(_v1_routes(service, door, budget))
    app.register_blueprint(my_people_routes(service, "my_people", "/v1"))
    app.register_blueprint(state_routes(service, "state", "/v1"))
    app.register_blueprint(practice_routes(service, door, budget))
    for group in home_routes(service, door, budget):
        app.register_blueprint(group)
    app.register_error_handler(Exception, answer_error)
    return app


def _v1_routes(service: Service, door: Door, budget: Budget) -> Blueprint:
    routes = Blueprint("v1", __name__, url_prefix="/v1")

    @routes.get("/health")
    def health() -> Response:
        return answer(service.status() if has_token(request.environ, door) else Health(ok=True))

    @routes.post("/proof")
    def proof() -> Response:
        return answer(service.prove(read(ProofRequest).nonce))

    @routes.post("/checks")
    def checks() -> Response:
        attempt, chosen = read(Attempt), language()
        return answer(budget.run(lambda: service.check(attempt, chosen)))

    @routes.post("/for-school")
    def for_school() -> Response:
        service.say_for_school(read(ForSchool).site)
        return Response(status=204)

    @routes.get("/sites")
    def sites() -> Response:
        return answer(service.sites())

    return routes
