"""Hvad er ændret: two builds compared, every moved score with its reason."""

from contextlib import ExitStack, closing
from pathlib import Path

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.state import once, translate, warehouse
from samspil.analysis.changes import Difference, builds, compare
from samspil.present.export import file_stem
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


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvad er ændret?"))
    st.markdown(
        t("Hver gang data opdateres, gemmes en ny dataversion; de tre nyeste beholdes. "
          "Her sammenlignes to af dem, og hvert tal, der har ændret sig, får en "
          "forklaring.")
    )  # fmt: skip
    shown = warehouse()
    kept = listed(shown)
    if len(kept) < 2:
        st.info(
            t("Der er kun én dataversion endnu. Når data er bygget igen, kan de to sammenlignes.")
        )
        return
    labels = {
        row.id: f"{t.date(row.built_at.date())} {row.built_at:%H:%M} UTC ({row.id})"
        for row in kept.itertuples()
    }
    paths = dict(zip(kept["id"], kept["path"], strict=True))
    own = {shown.build.id: labels[shown.build.id]}
    new = address.choice(t("Nyere dataversion"), own | labels, "ny")
    place = list(labels).index(new)
    before = [*list(labels)[place + 1 :], *list(labels)[:place]]  # the nearest older one first
    old = address.choice(t("Ældre dataversion"), {id_: labels[id_] for id_ in before}, "gammel")
    try:
        found = once(lambda house: compared(house, old, new, paths), "diff", old, new)
    except WarehouseError:
        st.info(t("Den ene dataversion er der ikke mere. Vælg en anden."))
        return
    st.markdown(
        t("{scores} tal og {cells} vurderinger har ændret sig.").format(
            scores=len(found.scores), cells=len(found.cells))
    )  # fmt: skip
    if found.scores.empty and found.cells.empty:
        return
    st.header(t("Kommunerne"))
    title = t("Kommuner, hvis tal har ændret sig")
    table(tables.scores(found.scores, t), words(title, ""), key="flyttet",
          stem=file_stem("aendret", old, new))  # fmt: skip
    st.header(t("Vurderingerne"))
    title = t("Vurderinger, der har ændret sig")
    table(tables.cells(found.cells, t), words(title, ""), key="vurderinger",
          stem=file_stem("aendret-vurderinger", old, new))  # fmt: skip


main()
