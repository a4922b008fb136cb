"""`/home/hours`: whose hours hold, what today asks and why; the staff group or a week of one's own. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, read
from secondlook.api.service import Service
from secondlook.mine.contract import ChooseHours


def hours_routes(service: Service) -> Blueprint:
    """What the page "My hours" asks; what today is goes through `/home/today`."""
    routes = Blueprint("home_hours", __name__, url_prefix="/home")

    @routes.get("/hours")
    def hours() -> Response:
        return answer(service.mine.hours())

    @routes.post("/hours")
    def choose_hours() -> Response:
        return answer(service.mine.choose_hours(read(ChooseHours)))

    return routes
