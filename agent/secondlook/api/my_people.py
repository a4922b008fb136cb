"""The routes for what a person has said: exceptions, the consent ledger, and what today is. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, read
from secondlook.api.service import Service
from secondlook.contract import Consent, ForSchool, NotAStudent, RemoveException, Today, WithdrawConsent


def my_people_routes(service: Service) -> Blueprint:
    """`/v1/exceptions`, `/v1/consents`, `/v1/today` and `/v1/for-school`."""
    routes = Blueprint("my_people", __name__, url_prefix="/v1")

    @routes.post("/exceptions")
    def add_exception() -> Response:
        service.people.add_exception(read(NotAStudent))
        return Response(status=204)

    @routes.get("/exceptions")
    def exceptions() -> Response:
        return answer(service.people.exceptions())

    @routes.delete("/exceptions")
    def remove_exception() -> Response:
        return answer(service.people.remove_exception(read(RemoveException)))

    @routes.post("/consents")
    def add_consent() -> Response:
        return answer(service.add_consent(read(Consent)))

    @routes.get("/consents")
    def consents() -> Response:
        return answer(service.people.consents())

    @routes.delete("/consents")
    def withdraw_consent() -> Response:
        return answer(service.people.withdraw_consent(read(WithdrawConsent)))

    @routes.post("/today")
    def today() -> Response:
        service.say_today(read(Today))
        return Response(status=204)

    @routes.post("/for-school")
    def for_school() -> Response:
        service.say_for_school(read(ForSchool).site)
        return Response(status=204)

    return routes
