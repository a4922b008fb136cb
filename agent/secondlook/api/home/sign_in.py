"""The way in: a code for whoever holds the home's key, and a token for whoever brings the code in time. No cookies."""

from __future__ import annotations

from flask import Blueprint, Response, request

from secondlook.api.answers import answer, read
from secondlook.api.guard import Door
from secondlook.api.home.door import CODE_SECONDS
from secondlook.api.home.peer import check_peer
from secondlook.errors import RefusedError
from secondlook.mine.contract import HomeToken, SignIn, SignInCode


def sign_in_routes(door: Door) -> Blueprint:
    """POST /home/codes and POST /home/sessions."""
    routes = Blueprint("home_sign_in", __name__, url_prefix="/home")

    @routes.post("/codes")
    def mint() -> Response:
        return answer(SignInCode(code=door.home.mint(), seconds=int(CODE_SECONDS)))

    @routes.post("/sessions")
    def sign_in() -> Response:
        given = read(SignIn)
        check_peer(int(request.environ["REMOTE_PORT"]), door.port)
        try:
            return answer(HomeToken(token=door.home.redeem(given.code)))
        except RefusedError as error:
            if error.code == "bad-code" and door.guesses.too_many():
                raise RefusedError("Too many wrong links.", code="too-many-guesses", status=429) from None
            raise

    return routes
