"""`/home/accounts` and `/home/coach`: which accounts are work, and whether the person coaches. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, read
from secondlook.api.service import Service
from secondlook.mine.contract import Coach
from secondlook.settings.profile import ProfessionalAccount


def accounts_routes(service: Service) -> Blueprint:
    """What the page "My accounts" asks."""
    routes = Blueprint("home_accounts", __name__, url_prefix="/home")

    @routes.get("/accounts")
    def accounts() -> Response:
        return answer(service.mine.accounts())

    @routes.post("/accounts")
    def add_account() -> Response:
        return answer(service.mine.add_account(read(ProfessionalAccount)))

    @routes.delete("/accounts")
    def remove_account() -> Response:
        return answer(service.mine.remove_account(read(ProfessionalAccount)))

    @routes.post("/coach")
    def coach() -> Response:
        return answer(service.mine.set_coach(read(Coach).coach))

    return routes
