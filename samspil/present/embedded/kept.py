"""Pages of figures that are frozen with a release, for when its tables can no longer be drawn.

Such a page names neither the site, which may move, nor a correction, which comes later: both have a
place in it and are put there when somebody asks for it.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import pandas as pd
from markupsafe import Markup

from samspil.present.embedded.described import NO_RECORDS, Asking, Records, foundations
from samspil.present.html import part
from samspil.present.sentences import embeds as sentences
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.releases import ACCEPTED

FOLDER = "embeds"
"""Where they lie among the files of a release."""

SITE = "https://samspil.invalid"
"""What stands for the site."""

PLACE = re.compile(r"<!--rests on (\{.*?\})-->")


def page_name(
    name: str, texts: Mapping[str, str], drawn_for: tuple[str, ...], language: str
) -> str:
    """The file that shows a figure, among those of its release.

    Args:
        name: of the figure.
        texts: what its address names; may be anything.
        drawn_for: what it is drawn for, of that.
        language: "da" or "en".
    """
    chosen = [texts[key] for key in drawn_for if key in texts]
    return f"{FOLDER}/{'_'.join([name, *chosen, language])}.html"


def place(records: Records) -> Markup:
    """Where the notice belongs, with the records that it is about."""
    codes = None if records.codes is None else list(records.codes)
    said = json.dumps({"codes": codes, "criteria": list(records.criteria or ())})
    return Markup(f"<!--rests on {said}-->")  # noqa: S704 - codes and ids


def records_of(page: str) -> Records:
    """The records that a frozen page rests on; none where it does not say so."""
    found = PLACE.search(page)
    return Records(**json.loads(found[1])) if found else NO_RECORDS


def shown(page: str, said: Markup, site: str) -> str:
    """A frozen page as it is sent.

    Args:
        page: as `embed_page` gave it.
        said: the notice, as `notice` gives it.
        site: where the site is, such as https://samspil.example.
    """
    page = PLACE.sub(lambda _: said, page)
    return page.replace(SITE, site).replace(urlsplit(SITE).netloc, urlsplit(site).netloc)


def _criteria(house: Warehouse) -> pd.DataFrame:
    """All criteria, the background too: some marks rest on it."""
    return queries.criteria(house, scored=False)


def notice(
    records: Records, corrected: pd.DataFrame, release: str, newest: str, ask: Asking
) -> Markup:
    """What was corrected since of the records of a frozen figure; nothing where nothing was.

    Args:
        records: those that the figure rests on.
        corrected: as `corrected_since` gives it; may be empty.
        release: its name.
        newest: the address of the newest figure.
        ask: a build that knows the names of municipalities and criteria, and the language.
    """
    if corrected.empty:
        return Markup("")
    t, criteria = ask.t, ask(_criteria)
    accepted = corrected[corrected["outcome"] == ACCEPTED]
    own = records.among(accepted, foundations(criteria))
    if own.empty:
        return Markup("")
    called = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    return part(
        "embed_notice",
        says=sentences.corrected(release, own, t),
        lines=sentences.what_was_corrected(own, ask.names(), called, t),
        newest=newest,
        leads=t("Se den nyeste"),
    )
