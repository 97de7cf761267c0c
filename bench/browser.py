"""What a reader waits for in Chromium: the first picture, and the next one after a choice."""

import tempfile
from pathlib import Path
from statistics import median

from browser.served import PROJECT, chromium, served
from playwright.sync_api import Browser, Page

from bench.limits import verdict

ROUNDS = 7
LIMITS = {
    "rerun": 3.0,
    "script_ms": 150.0,
    "map": 1.3,
    "head": 1.5,
    "weights_ms": 500.0,
    "section_ms": 500.0,
    "outline_ms": 300.0,
}

TIMED = """
import os, runpy, time
started = time.perf_counter()
runpy.run_path({script!r})
with open(os.environ["BENCH_TIMES"], "a") as file:
    print(1000 * (time.perf_counter() - started), file=file)
"""
MARKS = """() => [...document.querySelectorAll(
      ".barlayer path, .choroplethlayer path, .ranking .line")]
    .map(mark => mark.getAttribute("d") + mark.getAttribute("style") + mark.textContent).join()"""
"""All that is drawn, so that a change of it shows that the figure is another."""

CHOOSE = """async option => {
  const drawn = MARKS;
  const before = drawn();
  const list = [...document.querySelectorAll("[role=option]")];
  const target = list.find(item => item.textContent.trim() === option);
  const start = performance.now();
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    target.dispatchEvent(new MouseEvent(kind, {bubbles: true}));
  while (!drawn() || drawn() === before) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}""".replace("MARKS", MARKS)


PRESS = """async label => {
  const drawn = MARKS;
  const before = drawn();
  const start = performance.now();
  [...document.querySelectorAll("button")].find(b => b.textContent.trim() === label).click();
  while (!drawn() || drawn() === before) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}""".replace("MARKS", MARKS)


SECTION = """async label => {
  const shown = () => [...document.querySelectorAll("h2")]
    .some(heading => heading.textContent.trim() === label);
  const start = performance.now();
  [...document.querySelectorAll("button")].find(b => b.textContent.trim() === label).click();
  while (!shown()) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""

CHOSEN = """async name => {
  const outline = () => [...document.querySelectorAll(
    ".st-key-country_kort path.js-line[style*='stroke-width: 3px']")]
    .map(path => path.getAttribute("d")).join();
  const before = outline();
  const target = [...document.querySelectorAll("[role=option]")]
    .find(item => item.textContent.trim() === name);
  const start = performance.now();
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    target.dispatchEvent(new MouseEvent(kind, {bubbles: true}));
  while (outline() === before) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


def measure() -> None:
    """Print how the dashboard compares with a one-bar app, both in this run."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        with served(PROJECT / "bench" / "one_bar.py") as address:
            bar_shown = _first_picture(browser, address, ".barlayer path")
            bar = _choices(browser, address, "Bar", ["two", "three"])
        with served(PROJECT / "server.py") as address:
            map_shown = _first_picture(browser, address, ".choroplethlayer path")
            head = _first_picture(browser, f"{address}/kommunen?kommune=630", ".head .interval")
            weights = _weights(browser, address)
            section = _sections(browser, address)
            outline = _outlines(browser, address)
        times = Path(folder) / "times"
        with served(_timed_dashboard(Path(folder)), BENCH_TIMES=str(times)) as address:
            rerun = presses(browser, address, ["Formelt", "Reelt"])
        script = median(float(line) for line in times.read_text().splitlines()[-ROUNDS:])
    _say("map drawn, against the one-bar app", map_shown, bar_shown, LIMITS["map"])
    _say("head of a municipality, against the one-bar app", head, bar_shown, LIMITS["head"])
    _say("new map after a choice, against the one-bar app", rerun, bar, LIMITS["rerun"])
    for what, taken, limit in (
        ("own weights, ranking redrawn", weights, LIMITS["weights_ms"]),
        ("script of a new map", script, LIMITS["script_ms"]),
        ("another section of a municipality, drawn", section, LIMITS["section_ms"]),
        ("municipality chosen, its outline on the map", outline, LIMITS["outline_ms"]),
    ):
        print(f"  {what}: {taken:.0f} ms ({verdict(taken, limit, 'ms')})")


def _weights(browser: Browser, address: str) -> float:
    """Milliseconds from choosing other weights until the ranking is redrawn.

    The server has answered other weights before; these nobody asked for, so nothing was kept.
    """
    page = _open(browser, f"{address}/ranglisten")
    page.locator(".ranking .line").first.wait_for()
    for label in ("Kun anbefalingerne fra 2007", "Gennemskuelighed først"):
        page.get_by_role("button", name=label).wait_for()
        elapsed = page.evaluate(PRESS, label)
        page.wait_for_selector("[data-test-script-state=notRunning]")
    page.context.close()
    return elapsed


def _sections(browser: Browser, address: str) -> float:
    """Milliseconds from asking for another section of Kommunen until its heading shows."""
    page = _open(browser, f"{address}/kommunen?kommune=630")
    page.get_by_role("heading", name="Sammenligning").wait_for()
    shown = []
    for number in range(ROUNDS + 2):
        page.wait_for_selector("[data-test-script-state=notRunning]")
        shown.append(page.evaluate(SECTION, ("Kriterier", "Udvikling")[number % 2]))
    page.context.close()
    return median(shown[2:])


def _outlines(browser: Browser, address: str) -> float:
    """Milliseconds from choosing a municipality on Overblik until its outline is on the map."""
    page = _open(browser, address)
    page.locator(".choroplethlayer path").first.wait_for()
    shown = []
    for number in range(ROUNDS + 2):
        page.wait_for_selector("[data-test-script-state=notRunning]")
        page.get_by_role("combobox", name="Vælg kommune").click()
        page.get_by_role("option").first.wait_for()
        shown.append(page.evaluate(CHOSEN, ("Albertslund", "Allerød")[number % 2]))
    page.context.close()
    return median(shown[2:])


def _timed_dashboard(folder: Path) -> Path:
    """The dashboard in a folder of links, with an entry script that writes down how long it ran."""
    for path in PROJECT.iterdir():
        if path.suffix != ".py" and not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    entry = folder / "dashboard.py"
    entry.write_text(TIMED.format(script=str(PROJECT / "dashboard.py")), encoding="utf-8")
    return entry


def _say(what: str, ours: float, theirs: float, limit: float) -> None:
    ratio = ours / theirs
    print(f"  {what}: {ours:.0f} ms / {theirs:.0f} ms = {ratio:.2f} ({verdict(ratio, limit)})")


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(address, wait_until="commit")
    return page


def _first_picture(browser: Browser, address: str, selector: str) -> float:
    """Milliseconds from the request to the picture: the median of new readers after the first."""
    times = []
    for _ in range(ROUNDS + 1):
        page = _open(browser, address)
        page.locator(selector).first.wait_for()
        times.append(page.evaluate("performance.now()"))
        page.context.close()
    return median(times[1:])


def presses(browser: Browser, address: str, labels: list[str]) -> float:
    """Milliseconds from pressing a button until the new map shows: the median, to and fro."""
    page = _open(browser, address)
    page.locator(".choroplethlayer path").first.wait_for()
    shown = []
    for number in range(ROUNDS + len(labels)):
        page.wait_for_selector("[data-test-script-state=notRunning]")
        shown.append(page.evaluate(PRESS, labels[number % len(labels)]))
    page.context.close()
    return median(shown[len(labels) :])


def _choices(browser: Browser, address: str, label: str, options: list[str]) -> float:
    """Milliseconds from choosing an option until the new figure shows: the median, to and fro."""
    page = _open(browser, address)
    page.locator(".barlayer path, .choroplethlayer path").first.wait_for()
    shown = []
    for number in range(ROUNDS + len(options)):
        page.get_by_role("combobox", name=label).click()
        page.get_by_role("option").first.wait_for()
        shown.append(page.evaluate(CHOOSE, options[number % len(options)]))
    page.context.close()
    return median(shown[len(options) :])
