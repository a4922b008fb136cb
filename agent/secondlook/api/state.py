"""The routes for how everything stands and for the pause: parse, call, answer. Read by the extension and by doctor."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, language, read
from secondlook.api.service import Service
from secondlook.contract import Pause


def state_routes(service: Service) -> Blueprint:
    """`/v1/status` and `/v1/pause`."""
    routes = Blueprint("state", __name__, url_prefix="/v1")

    @routes.get("/status")
    def status() -> Response:
        return answer(service.report(language()))

    @routes.post("/pause")
    def pause() -> Response:
        service.pause(read(Pause))
        return Response(status=204)

    return routes
