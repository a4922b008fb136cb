"""Looks at each link of the chain, whether or not an agent runs. Changes nothing, and makes nothing.

A running agent that proves itself is asked for its own report, so that doctor, tray and home page say the same. Without
one the same report is made from what lies on the disk. Called by `secondlook doctor`.
"""

from __future__ import annotations

import http.client
from datetime import UTC, datetime

from pydantic import ValidationError

from secondlook import __version__
from secondlook.agent_proof import proves
from secondlook.calendar.hours import zone_in_doubt
from secondlook.config import HOST, Home, shipped
from secondlook.configured import Configuration
from secondlook.contract import Language, SaidToday, StatusReport
from secondlook.detection.engine import Engine
from secondlook.district.in_use import DistrictInUse
from secondlook.errors import BadRuleError, SecondLookError
from secondlook.keys import Keys
from secondlook.link import Link, read_link
from secondlook.rosters import nobody_excepted, rosters_of_home
from secondlook.rules_in_use import RulesInUse
from secondlook.status import Seen, report
from secondlook.status.district import look_at_district, look_at_roster_age
from secondlook.status.hosts import look_at_hosts
from secondlook.status.places import look_at_folder, look_at_kept, look_at_key, practice_built
from secondlook.status.seen import AgentState, KeptSeen, RulesSeen
from secondlook.store import Store

LARGEST_ANSWER = 200_000


def examine(home: Home, language: Language = "en") -> StatusReport:
    """Every link, in the order in which it is told."""
    keys = Keys(home)
    link = read_link(home.link_file)
    told = link and _told_by_agent(link, keys, language)
    return told or report(_from_disk(home, keys, link), language)


def _told_by_agent(link: Link, keys: Keys, language: Language) -> StatusReport | None:
    """The report of the running agent, or None when it does not prove itself or does not answer."""
    try:
        token = link.token(keys.derive)
    except SecondLookError:
        return None
    connection = http.client.HTTPConnection(HOST, link.port, timeout=3)
    try:
        if not proves(connection, link, token):
            return None
        connection.request(
            "GET", "/v1/status", headers={"Authorization": f"Bearer {token}", "Accept-Language": language}
        )
        answer = connection.getresponse()
        return StatusReport.model_validate_json(answer.read(LARGEST_ANSWER)) if answer.status == 200 else None
    except (OSError, ValueError, http.client.HTTPException, ValidationError):
        return None
    finally:
        connection.close()


def _from_disk(home: Home, keys: Keys, link: Link | None) -> Seen:
    now = datetime.now().astimezone()
    agent: AgentState = "unproven" if link else "away"
    key = look_at_key(keys)
    engine = Engine()
    engine.load()
    kept, said = _kept(home)
    district = DistrictInUse(home, keys, keep=False)
    district.refresh()
    return Seen(
        now=now,
        home=home,
        agent=agent,
        version=__version__,
        port=link.port if link else 0,
        names=engine.names_state,
        names_problem=engine.problem.sentence if engine.problem else "",
        rosters=rosters_of_home(home, keys, nobody_excepted, now.date(), district.rosters),
        imported=look_at_roster_age(district, home),
        rules=_rules(home, district),
        settings=Configuration(home, district=district.settings).now,
        district=look_at_district(district),
        said=said,
        zone_doubtful=zone_in_doubt(now.utcoffset(), now.astimezone(UTC)),
        key=key,
        kept=kept,
        hosts=look_at_hosts(home),
        folder=look_at_folder(home),
        practice=practice_built(),
    )


def _rules(home: Home, district: DistrictInUse) -> RulesSeen:
    rules = RulesInUse(shipped("shared_rules"), district.overlay or home.overlay_folder)
    rules.sites = district.sites
    try:
        rules.load()
    except (BadRuleError, OSError) as error:
        return RulesSeen(problem=getattr(error, "sentence", str(error)))
    return RulesSeen(len(rules.policy.rules), rules.policy.digest, rules.problem)


def _kept(home: Home) -> tuple[KeptSeen, SaidToday]:
    if not home.store_file.exists():
        return look_at_kept(home, None)
    try:
        store = Store(home.store_file)
    except SecondLookError as error:
        return KeptSeen(problem=error.sentence), "normal"
    try:
        return look_at_kept(home, store)
    finally:
        store.close()
