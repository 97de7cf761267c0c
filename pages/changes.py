"""Hvad er ændret: two builds compared, every moved score with its reason."""

from contextlib import ExitStack, closing
from pathlib import Path

import pandas as pd
import streamlit as st

from components import address
from components.figure import markup, table, words
from components.state import once, translate, warehouse
from components.text import plain, show
from samspil.analysis.changes import Difference, builds, compare
from samspil.present.export import file_stem
from samspil.present.figures.moves import moves
from samspil.present.i18n import Translator
from samspil.present.plot.moves import moves_plot
from samspil.present.sentences import changes as sentences
from samspil.present.tables import changes as tables
from samspil.warehouse.builds import Warehouse, WarehouseError, open_warehouse


def listed(shown: Warehouse) -> pd.DataFrame:
    """The builds beside the one that is shown, that one included, the newest first."""
    kept = builds(shown.path.parent)
    if shown.build.id not in set(kept["id"]):  # a file of another ending, or gone since
        own = {"path": str(shown.path), "id": shown.build.id, "built_at": shown.build.built_at}
        kept = pd.concat([kept, pd.DataFrame([own])])
    kept = kept.drop_duplicates("id")
    return kept.sort_values("built_at", ascending=False, ignore_index=True)


def compared(shown: Warehouse, old: str, new: str, paths: dict[str, str]) -> Difference:
    """Two builds compared, `shown` being the one that this run reads.

    Raises:
        WarehouseError: one of them is gone, or another has taken its place.
    """
    with ExitStack() as opened:

        def find(build: str) -> Warehouse:
            if build == shown.build.id:
                return shown
            house = opened.enter_context(closing(open_warehouse(Path(paths[build]))))
            if house.build.id != build:
                raise WarehouseError(f"{build}: another build has taken its place")
            return house

        return compare(find(old), find(new))


def chosen(labels: dict[str, str], shown: str, t: Translator) -> tuple[str, str]:
    """The older and the newer of the two builds, as the reader chose them; ids.

    Args:
        labels: what every build is called, by id, the newest first.
        shown: the one that this run reads.
        t: the translator.
    """
    with st.container(key="builds", horizontal=True):
        new = address.choice(t("Nyere dataversion"), {shown: labels[shown]} | labels, "ny")
        place = list(labels).index(new)
        before = [*list(labels)[place + 1 :], *list(labels)[:place]]  # the nearest older one first
        options = {id_: labels[id_] for id_ in before}
        return address.choice(t("Ældre dataversion"), options, "gammel"), new


def largest(found: Difference, t: Translator) -> None:
    """The municipalities whose documented points moved most, from old to new."""
    rows = moves(found.scores, t)
    wording = words(
        t("De kommuner, hvis dokumenterede point har ændret sig mest"),
        t("Point af 100 i den ældre og den nyere dataversion. Et tal kan også ændre sig, fordi der "
          "er fundet flere kilder; det siger ikke, at samarbejdet er blevet et andet."),
    )  # fmt: skip
    markup(
        "moves",
        wording,
        tables.largest(rows, t),
        key="mest",
        stem=file_stem("mest-aendret", found.old, found.new),
        drawn=lambda: moves_plot(rows, wording, t),
        rows=rows,
        before=t("før"),
        after=t("nu"),
        unit=t("point (0–100)"),
    )


def everything(found: Difference, t: Translator) -> None:
    """All that moved, in two tables one click away."""
    shown = (
        ("flyttet", "aendret", t("Kommuner, hvis tal har ændret sig"), tables.scores, found.scores),
        ("vurderinger", "aendret-vurderinger", t("Vurderinger, der har ændret sig"), tables.cells,
         found.cells),
    )  # fmt: skip
    for key, stem, title, headed, rows in shown:
        if len(rows):
            with st.expander(f"{title} ({t.number(len(rows))})"):
                table(headed(rows, t), words(title, ""), key=key,
                      stem=file_stem(stem, found.old, found.new))  # fmt: skip


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvad er ændret?"))
    lead = st.container()
    st.markdown(
        t("Hver gang data opdateres, gemmes en ny dataversion; de tre nyeste beholdes. "
          "Her sammenlignes to af dem, og hvert tal, der har ændret sig, får en "
          "forklaring.")
    )  # fmt: skip
    shown = warehouse()
    kept = listed(shown)
    if len(kept) < 2:
        st.info(
            t("Der er kun én dataversion endnu. Når data er opdateret, kan de to sammenlignes.")
        )
        return
    labels = {
        row.id: f"{t.date(row.built_at.date())} {row.built_at:%H:%M} UTC ({row.id})"
        for row in kept.itertuples()
    }
    old, new = chosen(labels, shown.build.id, t)
    paths = dict(zip(kept["id"], kept["path"], strict=True))
    try:
        found = once(lambda house: compared(house, old, new, paths), "diff", old, new)
    except WarehouseError:
        st.info(t("Den ene dataversion er der ikke mere. Vælg en anden."))
        return
    lead.markdown(f"**{plain(sentences.in_words(found, t))}**")
    if len(found.cells):
        st.header(t("Hvorfor"), anchor=False)
        show("causes", causes=sentences.causes(found.cells, t))
    if len(found.scores):
        largest(found, t)
    everything(found, t)


main()
