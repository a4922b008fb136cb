"""`/home/status`: the state of every link, as the tray and the extension see it. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer
from secondlook.api.service import Service


def state_routes(service: Service) -> Blueprint:
    """What the page "Today" asks."""
    routes = Blueprint("home_state", __name__, url_prefix="/home")

    @routes.get("/status")
    def status() -> Response:
        return answer(service.status())

    return routes
