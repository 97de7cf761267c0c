"""The command that makes figures and preview pictures ahead, and the list that names them."""

import hashlib
import json
import os
from pathlib import Path

from markupsafe import Markup

from etl.build.publish import BUILD
from etl.chromium import Chromium, NoChromiumError, chromium
from etl.errors import DataError
from etl.figures import draw
from etl.files import sole_writer
from etl.progress import tell
from etl.say import Say
from samspil.files import remove, replace_file, unfinished
from samspil.present import preview
from samspil.present.embedded.described import Asking, Values
from samspil.present.embedded.page import drawing_keys
from samspil.present.embeds import EMBEDS, Embed, ahead
from samspil.present.export import file_stem
from samspil.present.i18n import LANGUAGES
from samspil.present.made import LIST, figures_folder, preview_key
from samspil.present.pages import PATHS
from samspil.present.plot.map import COUNTRY
from samspil.warehouse.builds import Warehouse, newest_build, open_warehouse
from samspil.warehouse.opened import opened_of
from samspil.warehouse.queries import map_shapes
from samspil.warehouse.releases import open_release, releases

EVERY = 25
"""After how many figures a line is logged where nobody watches the bar."""

MAP_OF_PAGES = "kort"
"""The figure that stands in the preview of every page, as it usually is."""


class Folder:
    """Where files are written until the list names them all."""

    def __init__(self, folder: Path) -> None:
        """`folder` is there."""
        self.folder = folder
        self.files: dict[str, str] = {}

    def keep(self, key: str, stem: str, ending: str, content: bytes) -> None:
        """Write what the list is to call `key`; its name holds the hash of what it is.

        What an older list names under that name is the same, and is left alone.
        """
        name = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
        path = self.folder / name
        if not (path.is_file() and path.read_bytes() == content):
            draft = unfinished(path)
            draft.write_bytes(content)
            draft.replace(path)
        self.files[key] = name

    def publish(self, build: str) -> None:
        """Name all of it in one step; what no list names any more goes."""
        os.sync()  # no list may outlive what it names
        text = json.dumps({"build": build, "files": self.files}, ensure_ascii=False, indent=0)
        replace_file(self.folder / LIST, text.encode())
        named = {LIST, *self.files.values()}
        for path in self.folder.iterdir():
            if path.name not in named:
                remove(path)


def publish_figures(release: str | None, database: Path | None, say: Say) -> None:
    """Make all figures and previews of a build, and say how many there are.

    Args:
        release: the frozen release to make them for; None for the newest build.
        database: one explicit file instead.
        say: is told what was made.

    Raises:
        DataError: there is no Chromium, or the folder cannot be written to.
        WarehouseError: the build cannot be read.
    """
    if release:
        house, beside = open_release(release), newest_build()
    else:
        house = open_warehouse(database or newest_build())
        beside = house.path
    target = figures_folder(house, beside)
    try:
        target.mkdir(parents=True, exist_ok=True)
        with sole_writer(target, ("",)), chromium() as browser:
            made = Folder(target)
            _make(house, release, browser, made)
            made.publish(house.build.id)
        if database is None:
            _tidy(target.parent, house.build.id)
    except NoChromiumError as error:
        raise DataError(f"no figure was made, since {error}") from error
    except OSError as error:
        raise DataError(f"{target}: cannot be written to ({error.strerror})") from error
    say(f"Done: {len(made.files)} figures and pictures of {house.build.id} are in {target}")


def _make(house: Warehouse, release: str | None, browser: Chromium, made: Folder) -> None:
    """Draw every figure, then every preview picture, telling how far it is."""
    first = Asking(opened_of(release, house), LANGUAGES[0])
    asked = [first, *(first.in_language(language) for language in LANGUAGES[1:])]
    drawings = list(_drawings(asked))
    pictures = [(ask, shown) for ask in asked for shown in preview.every_preview(ask)]
    of = len(drawings) + len(pictures)
    draw.prepare(browser, _outlines(first))
    maps = ""
    for number, (ask, embed, values) in enumerate(drawings, 1):
        drawn = _draw(browser, embed, values, ask, made)
        if embed.name == MAP_OF_PAGES:
            maps = maps or drawn[COUNTRY]
        tell(number, of, every=EVERY)
    draw.show_pictures(browser)
    for number, (ask, shown) in enumerate(pictures, len(drawings) + 1):
        content = draw.picture(browser, _picture(shown, Markup(maps), ask))  # noqa: S704 - drawn above
        stem = file_stem("deling", shown.name, ask.t.language)
        made.keep(preview_key(shown.name, ask.t.language), stem, "png", content)
        tell(number, of, every=EVERY)


def _drawings(asked: list[Asking]) -> list[tuple[Asking, Embed, Values]]:
    """All that is drawn ahead: in each language, once where the drawing holds no words."""
    return [
        (ask, embed, values)
        for embed in EMBEDS.values()
        for ask in (asked if embed.spoken else asked[:1])
        for values in ahead(embed, ask)
    ]


def _draw(
    browser: Chromium, embed: Embed, values: Values, ask: Asking, made: Folder
) -> dict[str, str]:
    """Draw one figure in all its parts and keep them; returns them by part."""
    shown = embed.describe(ask, values).drawn
    if shown is None:
        raise DataError(f"{embed.name}: is to be drawn ahead, but gives no drawing")
    keys = drawing_keys(embed, values, shown, ask.t.language)
    chosen = (str(values[name]) for name in embed.drawn_for or ())
    language = ask.t.language if embed.spoken else ""
    drawn = {}
    for part, figure in shown.parts.items():
        drawn[part] = draw.svg(browser, figure(), part)
        stem = file_stem(embed.name, *chosen, part, language)
        made.keep(keys[part], stem, "svg", drawn[part].encode())
    return drawn


def _picture(shown: preview.Preview, country: Markup, ask: Asking) -> str:
    """The picture of a page or a municipality as HTML."""
    if shown.name in PATHS:
        return preview.page_picture(shown, country, ask)
    return preview.municipality_picture(shown.name, ask)


def _outlines(ask: Asking) -> dict:
    """The outlines of the municipalities, as maps fetch them."""
    shapes = ask(map_shapes)
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": outline}
        for code, outline in zip(shapes["code"], shapes["outline"], strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def _tidy(folder: Path, build: str) -> None:
    """Remove the figures of builds that are neither here nor frozen any more."""
    kept = {path.stem.removeprefix(BUILD) for path in folder.parent.glob(f"{BUILD}*.duckdb")}
    kept |= {build, *(frozen.build for frozen in releases())}
    for path in folder.iterdir():
        if path.name not in kept:
            remove(path)
