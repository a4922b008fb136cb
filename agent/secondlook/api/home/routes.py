"""All route groups of the home page in one list, for `api/routes.py`."""

from __future__ import annotations

from flask import Blueprint

from secondlook.api.budget import Budget
from secondlook.api.guard import Door
from secondlook.api.home.accounts import accounts_routes
from secondlook.api.home.hours import hours_routes
from secondlook.api.home.kept import kept_routes
from secondlook.api.home.page import page_routes
from secondlook.api.home.reading import reading_routes
from secondlook.api.home.sign_in import sign_in_routes
from secondlook.api.my_people import my_people_routes
from secondlook.api.service import Service
from secondlook.api.state import state_routes


def home_routes(service: Service, door: Door, budget: Budget) -> list[Blueprint]:
    """Every group; the people's and the state's are those of the extension, behind the other door."""
    return [
        page_routes(),
        sign_in_routes(door),
        state_routes(service, "home_state", "/home"),
        my_people_routes(service, "home_people", "/home"),
        accounts_routes(service),
        hours_routes(service),
        kept_routes(service),
        reading_routes(service, budget),
    ]
