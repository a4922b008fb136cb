"""`/home/policy`, `/home/orientation` and `/home/checks`: the policy to read, and posts to try on it. Parse, call, answer."""

from __future__ import annotations

from flask import Blueprint, Response

from secondlook.api.answers import answer, language, read
from secondlook.api.budget import Budget
from secondlook.api.service import Service
from secondlook.contract import Attempt
from secondlook.mine.contract import FinishOrientation


def reading_routes(service: Service, budget: Budget) -> Blueprint:
    """What the policy page and the orientation ask; the checks know the invented roster only."""
    routes = Blueprint("home_reading", __name__, url_prefix="/home")

    @routes.get("/policy")
    def policy() -> Response:
        return answer(service.mine.policy_in_words(language()))

    @routes.get("/orientation")
    def orientation() -> Response:
        return answer(service.mine.orientation(language()))

    @routes.post("/orientation")
    def finish_orientation() -> Response:
        read(FinishOrientation)
        return answer(service.mine.finish_orientation(language()))

    @routes.post("/checks")
    def checks() -> Response:
        attempt, chosen = read(Attempt), language()
        return answer(budget.run(lambda: service.practise(attempt, chosen)))

    return routes
