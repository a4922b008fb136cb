"""The routes for what a person has said: exceptions, the consent ledger, and what today is. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, read
from secondlook.api.service import Service
from secondlook.contract import Consent, NotAStudent, RemoveException, Today, WithdrawConsent


def my_people_routes(service: Service, name: str, prefix: str) -> Blueprint:
    """`exceptions`, `consents` and `today`, for the extension under `/v1` and for the home page under `/home`."""
    routes = Blueprint(name, __name__, url_prefix=prefix)

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

    return routes
