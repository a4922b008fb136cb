"""The home page in a real Chromium: sign-in, people, consents, accounts, hours, deletion, orientation to the saved sheet."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from e2e.chromium import CHROMIUM, FLAGS, INSTALL
from e2e.home_page import HomeAgent, go, opened


@pytest.fixture(scope="module")
def chromium(playwright):
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    agent = HomeAgent(tmp_path_factory.mktemp("home"))
    agent.import_roster(("Zelda", "Quistgaard"))
    agent.start()
    yield agent
    agent.stop()


@pytest.fixture
def fresh(running):
    """The agent with nothing kept."""
    for line in running.say("exceptions", "list").splitlines():
        if "since" in line:
            running.say("exceptions", "remove", line.split()[0])
    return running


@pytest.fixture
def page(chromium, fresh):
    with opened(chromium, fresh) as tab:
        yield tab


def notice(page, words):
    expect(page.locator(".notice")).to_have_text(words)


def test_the_code_leaves_the_address_and_the_token_stays_in_the_tab(chromium, running):
    """No cookie, nothing in the query; a reload stays signed in, a second tab and a used link do not."""
    link = running.link()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector("nav.sections a")
    assert "code" not in page.url
    assert "?" not in page.url
    assert context.cookies() == []
    page.reload()
    page.wait_for_selector("nav.sections a")
    other = context.new_page()
    other.goto(f"{running.url}/home")
    expect(other.locator("h1")).to_have_text("This page is closed")
    other.goto(link)
    other.reload()
    expect(other.locator("main")).to_contain_text("secondlook home")
    page.reload()
    expect(page.locator("h1")).to_have_text("This page is closed")
    context.close()


def test_a_used_link_says_so(chromium, running):
    """And how to come in again."""
    link = running.link()
    for expected in ("A second look, on your side", "This page is closed"):
        page = chromium.new_context().new_page()
        page.goto(link)
        expect(page.locator("h1")).to_have_text(expected)
    expect(page.locator("main")).to_contain_text("used before")


def test_an_agent_that_ends_is_told_and_one_that_comes_back_wants_a_link(chromium, running):
    """Nothing is lost silently: away is said, and the token of the old start opens nothing."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(running.link())
    page.wait_for_selector("nav.sections a")
    go(page, "glance")
    running.stop()
    # Without a click: a state that nobody confirms any more must not stand there.
    expect(page.locator("h1")).to_have_text("Second Look isn't running", timeout=15_000)
    running.start()
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("h1")).to_have_text("This page is closed")
    context.close()


def test_exceptions_are_kept_without_their_names_and_forgotten(page):
    """By the button of the list, and by the name typed again."""
    go(page, "people")
    for name in ("Zebulon Quist", "Ana Quist"):
        page.get_by_text("Add or forget by name").click()
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("Who is it?").select_option("own_child")
        page.get_by_role("button", name="Keep").first.click()
        notice(page, "Kept, without the name.")
    assert "Quist" not in page.locator("main").inner_text()
    forget = page.get_by_role("button", name="Forget: My own child")
    expect(forget).to_have_count(2)
    page.get_by_text("Add or forget by name").click()
    page.get_by_label("Name", exact=True).fill("ANA quist")
    page.get_by_role("button", name="Forget this name").click()
    notice(page, "Forgotten.")
    expect(forget).to_have_count(1)
    forget.click()
    expect(forget).to_have_count(0)


def test_a_consent_is_noted_and_withdrawn(page):
    """For an event, with its day; somebody who is not on the staff list needs none, and is told so."""
    go(page, "people")
    page.get_by_text("Note a colleague's yes").click()
    page.get_by_label("Colleague's name").fill("Nobody Inparticular")
    page.get_by_role("button", name="Keep").last.click()
    notice(page, "Nobody of that name is on the staff list, so no consent is needed.")
    page.get_by_label("Colleague's name").fill("Trevor Halloran")
    expect(page.get_by_label("Which event or album?")).to_be_hidden()
    page.get_by_label("What is it for?").select_option("event")
    page.get_by_label("Which event or album?").fill("Fall concert")
    page.get_by_role("button", name="Keep").last.click()
    notice(page, "Noted.")
    entry = page.get_by_role("listitem").filter(has_text="Trevor Halloran")
    expect(entry).to_contain_text("The event “Fall concert”")
    entry.get_by_role("button", name="Withdraw: Trevor Halloran").click()
    notice(page, "Withdrawn. Second Look will ask again before a tag.")
    expect(entry).to_have_count(0)


def test_an_address_that_names_no_section_shows_the_first(page):
    """Also one of the words that every object of the language knows."""
    go(page, "people")
    for name in ("nowhere", "constructor", "__proto__"):
        page.evaluate("name => { location.hash = name }", name)
        expect(page.locator("h1")).to_have_text("At a glance")
        expect(page.locator(".notice")).to_be_empty()
        go(page, "people")


def test_accounts_and_coaching(page):
    """The person's list changes, the district's is shown and stays."""
    go(page, "accounts")
    page.get_by_text("Add one").click()
    page.get_by_label("Its handle or page name").fill("mhs_band")
    page.get_by_label("Where?").select_option("instagram")
    page.get_by_role("button", name="Keep").click()
    notice(page, "Added.")
    expect(page.get_by_role("listitem").filter(has_text="mhsrobotics").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("listitem").filter(has_text="mhsdance")).to_have_text("mhsdance tiktok")
    page.get_by_role("button", name="Take off the list: mhs_band").click()
    notice(page, "Taken off the list.")
    page.get_by_label("I coach a team").check()
    notice(page, "Noted: you coach a team.")
    page.reload()
    expect(page.get_by_label("I coach a team")).to_be_checked()
    page.get_by_label("I coach a team").uncheck()
    notice(page, "Noted: you don't coach.")


def test_hours_today_group_and_week(page):
    """A snow day empties today and can be taken back; a group and a week of one's own change the table."""
    go(page, "hours")
    page.get_by_role("button", name="School is shut").click()
    expect(page.locator(".card")).to_contain_text("No work hours today")
    expect(page.locator(".card")).to_contain_text("Because you said so")
    expect(page.get_by_role("button", name="School is shut")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="As the calendar says").click()
    expect(page.locator(".card")).not_to_contain_text("Because you said so")
    page.get_by_label("Staff group").select_option("custodians")
    expect(page.locator("table tr").first).to_contain_text("10:00")
    page.get_by_text("Set a week of your own").click()
    page.get_by_label("Monday, from").fill("09:00")
    page.get_by_label("Monday, to").fill("12:15")
    page.get_by_role("button", name="Keep this week").click()
    expect(page.get_by_text("A week of your own.")).to_be_visible()
    expect(page.locator("table tr").first).to_contain_text("12:15")
    page.get_by_role("button", name="Go back to the district's").click()
    expect(page.get_by_text("The hours of the staff group “teachers”.")).to_be_visible()


def test_pausing_from_the_page(page):
    """The state changes at once, and back."""
    go(page, "glance")
    page.get_by_role("button", name="Pause for 15 minutes").click()
    expect(page.locator(".state")).to_contain_text("paused until")
    page.get_by_role("button", name="Check again now").click()
    expect(page.locator(".state")).not_to_contain_text("paused")


def test_everything_about_the_person_is_deleted(page, running):
    """One question first, which can be answered no; then nothing is left, on the page, the command line or the disk."""
    running.say("exceptions", "add", "Zebulon Quist", "--kind", "own_child")
    running.say("consent", "add", "Marisol Echeverría")
    go(page, "kept")
    expect(page.get_by_text("Who agreed to be tagged")).to_be_visible()
    page.get_by_role("button", name="Delete everything about me").click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    assert "Marisol" in running.say("consent", "list")
    page.get_by_role("button", name="Delete everything about me").click()
    page.get_by_role("button", name="Delete everything", exact=True).click()
    expect(page.locator("[data-done]")).to_contain_text("Who agreed to be tagged")
    expect(page.locator("[data-done]")).to_be_focused()
    expect(page.get_by_text("Nothing is kept about you.")).to_be_visible()
    assert running.say("consent", "list").strip() == "The ledger is empty."
    assert running.say("exceptions", "list").strip() == "Nothing is kept."
    for path in running.home.glob("secondlook.sqlite*"):
        assert "Marisol" not in path.read_text(encoding="latin-1")


def test_the_orientation_from_first_start_to_the_saved_sheet(chromium, tmp_path):
    """It opens by itself at the first start, leads through the policy, checks a post for real, and gives a sheet to save."""
    agent = HomeAgent(tmp_path)
    agent.start()
    try:
        with opened(chromium, agent) as page:
            expect(page.locator("h1")).to_have_text("A second look, on your side")
            onward = page.get_by_role("button", name="Next")
            onward.click()
            expect(page.locator("h1")).to_be_focused()
            expect(page.locator("article")).to_have_count(24)
            onward.click()
            first = page.locator("[data-post=praise]")
            first.get_by_role("button").click()
            expect(first.locator(".said")).to_contain_text("Emma Rodrigues")
            expect(first.locator(".said")).to_contain_text("Names and information of students")
            first.get_by_role("textbox").fill("So proud of one of my students!")
            first.get_by_role("button").click()
            expect(first.locator(".said")).to_contain_text("Nothing to say.")
            onward.click()
            page.get_by_label("Your name, for the sheet").fill("Zebulon Quist")
            page.get_by_role("button", name="I have read the policy").click()
            expect(page.locator(".sheet")).to_contain_text("Name: Zebulon Quist")
            with page.expect_download() as saved:
                page.get_by_role("button", name="Save as a file").click()
            assert saved.value.suggested_filename.startswith("second-look-orientation-20")
            text = saved.value.path().read_text(encoding="utf-8-sig")
            assert "Name: Zebulon Quist" in text
            assert "- Tagging colleagues" in text
            page.emulate_media(media="print")
            expect(page.locator(".sheet")).to_be_visible()
            expect(page.locator("nav.sections")).to_be_hidden()
            expect(page.locator("h1")).to_be_hidden()
            page.emulate_media(media="screen")
            page.get_by_role("link", name="Done").click()
            expect(page.locator("h1")).to_have_text("At a glance")
            expect(page.get_by_text("The policy, once a year")).to_have_count(0)
        for path in tmp_path.rglob("*"):
            assert not path.is_file() or b"Zebulon" not in path.read_bytes(), "the name stayed on the page"
    finally:
        agent.stop()


def test_the_page_talks_to_the_agent_alone(chromium, running):
    """Every request of a walk through all sections goes to the agent's own address."""
    with opened(chromium, running) as page:
        hosts: set[str] = set()
        page.on("request", lambda request: hosts.add(request.url.partition("/home")[0].partition("#")[0]))
        for section in ("people", "accounts", "hours", "kept", "policy", "glance"):
            go(page, section)
        assert hosts == {running.url}
