"""How everything stands, and the pause: parse, call, answer. Read by the extension, by doctor and by the home page."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, language, read
from secondlook.api.service import Service
from secondlook.contract import Pause


def state_routes(service: Service, name: str, prefix: str) -> Blueprint:
    """`status` and `pause`, for the extension and doctor under `/v1` and for the home page under `/home`."""
    routes = Blueprint(name, __name__, url_prefix=prefix)

    @routes.get("/status")
    def status() -> Response:
        return answer(service.report(language()))

    @routes.post("/pause")
    def pause() -> Response:
        service.pause(read(Pause))
        return Response(status=204)

    return routes
