"""How long a file takes from the click that asks for it: pictures, tables, references."""

from browser.served import PROJECT, chromium, served
from browser.taken import choose, menu, previewed
from playwright.sync_api import Locator, Page

from bench.limits import verdict

LIMIT = 1_000
"""Milliseconds from the click until the browser begins to save the file."""

FORMS = ("Artikel", "Kvadrat", "Tryk", "Præsentation", "SVG")
FILES = {"Data": ("Excel", "CSV 1,5", "JSON"), "Citér": ("RIS", "BibTeX")}
FIGURES = {
    "the map": ("/?lang=da", ".st-key-foot_kort"),
    "a municipality among others": ("/kommunen?kommune=630", ".st-key-foot_stilling"),
    "all assessments": ("/dokumentation", ".st-key-foot_celler"),
}


def measure() -> None:
    """Print the slowest file of each figure, each by the first click after its form is shown."""
    with chromium() as browser, served(PROJECT / "server.py") as address:
        for name, (path, within) in FIGURES.items():
            page = browser.new_page(viewport={"width": 1400, "height": 900}, locale="da-DK")
            page.goto(address + path)
            taken = _taken(page, within)
            page.close()
            slowest = max(taken, key=lambda kind: taken[kind])
            print(
                f"  {name}: {len(taken)} kinds of file, the slowest {slowest}: "
                f"{taken[slowest]:.0f} ms ({verdict(taken[slowest], LIMIT, 'ms')})"
            )


def _taken(page: Page, within: str) -> dict[str, float]:
    """Milliseconds by kind of file."""
    page.locator(within).get_by_role("button", name="Del og hent").wait_for()
    page.wait_for_selector("[data-test-script-state=notRunning]")
    dialog = menu(page, within)
    previewed(dialog)
    taken = {}
    for form in FORMS:
        if dialog.get_by_role("radio", name=form).count():
            choose(dialog, form)
            taken[form] = _clicked(page, dialog.get_by_role("button", name="Hent "))
    for part, kinds in FILES.items():
        dialog.get_by_role("tab", name=part).click()
        for kind in kinds:
            taken[kind] = _clicked(page, dialog.get_by_role("button", name=kind).last)
    return taken


def _clicked(page: Page, button: Locator) -> float:
    """Milliseconds from a click on the button until the file comes."""
    button.wait_for()
    with page.expect_download() as download:
        started = page.evaluate("performance.now()")
        button.click()
    taken = page.evaluate("performance.now()") - started
    download.value.cancel()
    return taken
