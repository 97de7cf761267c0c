"""All cells in one picture: read, pointed at, opened by click and by keyboard, and linked to."""

import re
import shutil

import pytest
from browser.served import PROJECT, served
from conftest import built
from frozen import DATA, LEJRE, VEJLE
from playwright.sync_api import expect

from samspil.warehouse import queries

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror='window.hacked = 1'><b>Lejre</b>"


def grid(page):
    """The picture, once it is drawn."""
    page.locator(".cells [role=gridcell]").first.wait_for()
    return page.get_by_role("grid", name="Kommuner og kriterier")


def focused(page):
    return page.evaluate("document.activeElement.dataset.cell")


def test_the_picture_is_above_the_fold_and_leads_to_the_records(open_reader, frozen):
    page = open_reader(f"/dokumentation?kommune={VEJLE}")
    cells = grid(page).get_by_role("gridcell")
    assert cells.count() == 98 * 24
    expect(page.get_by_role("heading", level=1)).to_contain_text("af vurderingerne er kendt")
    met = page.locator(".cells-legend i.met").first.evaluate(
        "mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).borderRadius]"
    )
    assert met == ["rgb(10, 58, 82)", "0px"]  # the darkest class, and square as in the picture
    for part in ("h1", ".cells-legend", ".cells .grid"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] >= 60, part
        assert box["y"] + box["height"] <= 900, part
    names = page.locator(".cells .name").all_inner_texts()
    assert sorted(names) == sorted(queries.municipalities(frozen)["name"])
    shown = page.get_by_role("gridcell", name="Vejle, Rådet har skriftlige regler: opfyldt, 2025")
    shown.hover()
    expect(page.locator(".cells-says")).to_contain_text("Vejle, Rådet har skriftlige regler")
    shown.click()
    rows = queries.records(frozen, VEJLE).query("criterion == 'council_rules'")
    panel = page.locator(".cell-records")
    for row in rows.itertuples():
        expect(panel).to_contain_text(row.note_da)
        expect(panel.locator(f"a[href='{row.source_url}']").first).to_be_visible()
    expect(panel).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"celle_kommune={VEJLE}&celle_kriterium=council_rules"))
    keyboard(page, panel)
    theirs = open_reader("/" + page.url.split("/", 3)[3])
    expect(theirs.locator(".cell-records h2")).to_have_text(panel.locator("h2").inner_text())
    assert grid(theirs).locator(".open").get_attribute("data-cell") == f"{VEJLE}.council_exists"


def keyboard(page, panel):
    """Arrows move from the open cell, by its neighbours; Enter opens."""
    assert focused(page) == f"{VEJLE}.council_rules"
    page.keyboard.press("ArrowUp")
    assert focused(page) == f"{VEJLE}.council_exists"
    page.keyboard.press("ArrowRight")
    other = focused(page)
    assert other.endswith(".council_exists")
    assert not other.startswith(VEJLE)
    page.keyboard.press("ArrowLeft")
    assert page.locator(".cells [tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(panel.locator("h2")).to_have_text("Vejle: Frivilligråd eller fast samarbejdsforum")
    expect(page).to_have_url(re.compile("celle_kriterium=council_exists"))
    assert focused(page) == f"{VEJLE}.council_exists", "drawing again takes the focus away"


def test_on_a_phone_municipalities_stand_below_one_another(open_reader):
    page = open_reader(f"/dokumentation?kommune={LEJRE}&orden=region", width=390)
    rows = grid(page).locator(".cells-row")
    assert rows.count() == 98
    assert rows.first.get_by_role("gridcell").count() == 24
    expect(page.locator(".cells-row.own .label")).to_have_text("Lejre")
    expect(page.locator(".cells .group")).to_have_count(5)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    box = rows.first.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_a_hostile_name_is_a_name(tmp_path, open_reader):
    data = shutil.copytree(DATA, tmp_path / "data")
    path = data / "snapshots" / "municipalities.csv"
    text = path.read_text(encoding="utf-8")
    assert f"{LEJRE},Lejre," in text
    path.write_text(text.replace(f"{LEJRE},Lejre,", f"{LEJRE},{HOSTILE},"), encoding="utf-8")
    folder = built(tmp_path, data, accept=True)
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(folder)) as at:
        page = open_reader(f"/dokumentation?celle_kommune={LEJRE}&celle_kriterium=charter", at=at)
        label = grid(page).locator(f"[data-cell='{LEJRE}.charter']").get_attribute("aria-label")
        assert label.startswith(f"{HOSTILE}, Lokalt charter")
        expect(page.locator(".cells .name").filter(has_text=HOSTILE)).to_have_count(1)
        expect(page.locator(".cell-records h2")).to_contain_text(HOSTILE)
        assert page.locator(".cells img, .cells-says img, .cell-records img").count() == 0
        assert page.evaluate("window.hacked") is None
