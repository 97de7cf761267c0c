"""The pages of the figures that were drawn ahead become part of a release."""

from pathlib import Path

from samspil.present.address import PARAMETERS, RELEASE, keeping
from samspil.present.embedded import kept
from samspil.present.embedded.described import Asking, Values
from samspil.present.embedded.page import embed_page
from samspil.present.embeds import EMBEDS, Embed, ahead, offered, texts_of
from samspil.present.i18n import LANGUAGES
from samspil.present.made import Made, drawing_key, made_for
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.edition import Edition
from samspil.warehouse.opened import Opened


def freeze_pages(house: Warehouse, folder: Path) -> None:
    """Write the page of every figure that was drawn ahead, in each language, into a release.

    They are shown when the tables of the release are of an older form than pages are drawn from.

    Args:
        house: the release's tables.
        folder: of the release; its drawings lie there already.

    Raises:
        OSError: a file cannot be written.
    """
    made, name = made_for(house), house.build.release
    first = Asking(Opened(house, Edition(name, draft=False, frozen=True)), LANGUAGES[0])
    for ask in (first, *(first.in_language(language) for language in LANGUAGES[1:])):
        for embed, values in _drawn(made, ask):
            with keeping(**{RELEASE: name}):
                page = embed_page(embed, values, ask, kept.SITE, made, to_keep=True)
            for path in _paths(folder, embed, values, ask):
                path.parent.mkdir(exist_ok=True)
                path.write_text(page, encoding="utf-8")


def _drawn(made: Made, ask: Asking) -> list[tuple[Embed, Values]]:
    """The figures of which a drawing was made."""
    names = {key.partition("#")[0] for key in made.files}
    return [
        (embed, values)
        for embed in EMBEDS.values()
        for values in ahead(embed, ask)
        if drawing_key(embed.name, _texts(embed, values), "", "").partition("#")[0] in names
    ]


def _texts(embed: Embed, values: Values) -> dict[str, str]:
    texts = texts_of(embed, values, "")
    return {name: texts[name] for name in embed.drawn_for or ()}


def _paths(folder: Path, embed: Embed, values: Values, ask: Asking) -> set[Path]:
    """Where the page lies: under what its address names, which may leave out what is usual."""
    texts = _texts(embed, values)
    unusual = {
        name: text
        for name, text in texts.items()
        if values[name] != PARAMETERS[name].usual(offered(ask, name, {}))
    }
    drawn_for, language = embed.drawn_for or (), ask.t.language
    return {
        folder / kept.page_name(embed.name, named, drawn_for, language)
        for named in (texts, unusual)
    }
