"""`/home/kept`: everything that is kept, and its deletion. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, read
from secondlook.api.service import Service
from secondlook.mine.contract import DeleteEverything


def kept_routes(service: Service) -> Blueprint:
    """What the page "What is kept" asks."""
    routes = Blueprint("home_kept", __name__, url_prefix="/home")

    @routes.get("/kept")
    def kept() -> Response:
        return answer(service.mine.kept())

    @routes.delete("/kept")
    def delete_everything() -> Response:
        read(DeleteEverything)
        return answer(service.mine.delete_everything())

    return routes
