"""What a shared link shows of a page or a municipality: title, description and picture."""

from dataclasses import dataclass

from markupsafe import Markup

from samspil.paths import STATIC
from samspil.present.answers import interval
from samspil.present.embedded.described import Asking
from samspil.present.figures import compare
from samspil.present.html import render
from samspil.present.i18n import Row, Translator
from samspil.present.pages import menu
from samspil.present.profile import dimension_heading
from samspil.present.sentences import embeds
from samspil.present.sentences import municipality as own
from samspil.present.sentences import previews as sentences
from samspil.warehouse import queries

SIZE = 1200, 630
"""Pixels of a preview picture."""

BAR = 34
"""Pixels that an interval of a picture is high."""


@dataclass(frozen=True)
class Preview:
    """What a shared link says. name: of the page, or the code of the municipality."""

    name: str
    title: str
    description: str


def of_page(name: str, t: Translator) -> Preview:
    """A page, by its name."""
    return Preview(name, *sentences.of_pages(t)[name])


def of_municipalities(ask: Asking) -> dict[str, Preview]:
    """Every municipality, by its code."""
    scores, t = ask(queries.scores, ask.year), ask.t
    totals = scores[scores["dimension"] == compare.TOTAL].set_index("code").to_dict("index")
    known = ask(queries.known_counts).set_index("code").to_dict("index")
    places = ask(queries.municipalities).to_dict("records")
    return {
        place["code"]: Preview(
            place["code"],
            own.profile(t.pick(place, "official"), t),
            sentences.of_municipality(
                place, totals[place["code"]], *_both(known[place["code"]]), t
            ),
        )
        for place in places
    }


def _both(row: Row) -> tuple[int, int]:
    return int(row["known"]), int(row["all"])


def every_preview(ask: Asking) -> list[Preview]:
    """The pages, then the municipalities."""
    pages = [of_page(page.name, ask.t) for page in menu(ask.t)]
    return [*pages, *of_municipalities(ask).values()]


def picture_alt(shown: Preview, t: Translator) -> str:
    """What the picture of a link shows, for those who do not see it."""
    return f"{shown.title}. {shown.description} {embeds.caveat(t)}"


def wordmark() -> Markup:
    """The wordmark as SVG."""
    return Markup((STATIC / "wordmark.svg").read_text(encoding="utf-8"))  # noqa: S704 - our own


def page_picture(preview: Preview, drawing: Markup, ask: Asking) -> str:
    """The picture of a page, as HTML of SIZE; `drawing` stands beside its words."""
    return render(
        "preview_page",
        wordmark=wordmark(),
        title=preview.title,
        description=preview.description,
        drawing=drawing,
        **_frame(ask),
    )


def municipality_picture(code: str, ask: Asking) -> str:
    """The picture of a municipality, as HTML of SIZE: its points and its three dimensions."""
    t, dimensions = ask.t, ask(queries.dimensions)
    place = ask(queries.municipalities).set_index("code").to_dict("index")[code]
    rows = compare.in_order(ask(queries.scores, ask.year), [code], dimensions)
    total, *parts = rows.to_dict("records")
    known = ask(queries.known_counts).set_index("code").to_dict("index")[code]
    return render(
        "preview",
        wordmark=wordmark(),
        name=t.pick(place, "official"),
        points=_points(total, t),
        says=_says(total, t),
        parts=[
            _part(row, dimension, t)
            for row, dimension in zip(parts, dimensions.to_dict("records"), strict=True)
        ],
        key_=sentences.interval_key(t),
        known=own.known_of(*_both(known), t),
        **_frame(ask),
    )


def _frame(ask: Asking) -> dict[str, str]:
    """What every picture says: which figures they are, and the reservation.

    Whether they are a draft is not said: a picture that was made before a release is frozen is part
    of it afterwards.
    """
    build, t = ask.house.build, ask.t
    return {"figures": sentences.figures(build.newest_year, build.release_date, t),
            "caveat": embeds.caveat(t)}  # fmt: skip


def _points(total: Row, t: Translator) -> str:
    if not total["coverage"]:
        return t("Intet kendt")
    return t("{n} point").format(n=t.number(total["documented"]))


def _says(total: Row, t: Translator) -> str:
    if not total["coverage"]:
        return t("alt mellem 0 og 100 point er muligt")
    said = t("dokumenteret; højst {n}, hvis alt ukendt er opfyldt")
    return said.format(n=t.number(total["possible"]))


def _part(row: Row, dimension: Row, t: Translator) -> dict[str, str]:
    heading = dimension_heading(dimension, t)
    known = t("{share} kendt").format(share=t.percent(row["coverage"]))
    ends = f"{t.number(row['documented'])}–{t.number(row['possible'])}"
    bar = interval(row, t, height=BAR, colour=heading["colour"])
    return heading | {"bar": bar, "ends": ends, "known": known}
