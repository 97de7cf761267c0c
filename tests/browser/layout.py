"""How a page lies at a width: what runs out of its frame, over another text or sideways."""

import re

from playwright.sync_api import expect

SETTLED = """width => document.documentElement.clientWidth === width
  && document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning"
  && document.getAnimations().every(one => one.playState !== "running")
  && [...document.querySelectorAll(".js-plotly-plot")].every(plot => {
    if (!plot.checkVisibility()) return true;
    const svg = plot.querySelector(".main-svg");
    const room = Math.max(plot.clientWidth, 150);  // Streamlit draws none narrower
    return svg && Math.abs(svg.getBoundingClientRect().width - room) < 2;
  })"""
"""The script has ended, nothing fades any more, and every drawing has the width of its place."""

FILLED = """() => {
  const places = [...document.querySelectorAll("[data-testid=stHtml]")];
  return places.length > 0 && places.every(place => place.childElementCount > 0);
}"""
"""Whether the HTML of ours is there: the browser loads what shows it after the rest, and every page
has some, its name above all."""

TEXTS = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((plot, number) => {
  if (!plot.checkVisibility()) return [];
  const frame = plot.querySelector(".main-svg").getBoundingClientRect();
  const boxes = [...plot.querySelectorAll(".main-svg text")]
    .filter(text => text.textContent.trim() && text.checkVisibility({visibilityProperty: true}))
    .map(text => ({text: text.textContent, box: text.getBoundingClientRect()}))
    .filter(({box}) => box.width > 0);
  const cut = boxes.filter(({box}) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 2 || box.bottom > frame.bottom + 2);
  const over = boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 4)
    .map(other => `${one.text} over ${other.text}`));
  return [...cut.map(({text}) => `cut: ${text}`), ...over].map(said => `figure ${number}: ${said}`);
})"""
"""Text boxes of every Plotly figure: outside its frame, or over one another (letters have some
air above and below inside their box)."""

SIDEWAYS = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const tables = "[data-testid=stDataFrame], table, [role=table], [role=grid]";
  return [main, ...main.querySelectorAll("*")].filter(part =>
    part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0
    && (part === main || /auto|scroll/.test(getComputedStyle(part).overflowX))
    && !part.closest(tables) && !(part !== main && part.querySelector(tables))
  ).map(part => `${part.tagName} ${part.className}: ${part.textContent.slice(0, 60)}`);
}"""
"""What scrolls sideways and is no table, nor the frame of one."""


def settle(page, width: int) -> None:
    """Give the page a width and its whole height, and wait until its figures have followed."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(SETTLED, arg=width)
    height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(SETTLED, arg=width)


def whole(page) -> None:
    """Wait until the page has been drawn.

    The footer is drawn last, but what shows HTML of ours can come later still.
    """
    page.get_by_text(re.compile("ukendt er ikke nul|unknown is not zero")).last.wait_for()
    page.wait_for_function(FILLED)


def at_rest(page, *, patience: int = 5_000) -> None:
    """Wait until the page has been drawn and nothing runs; a run closes a list that is open."""
    whole(page)
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=patience)
