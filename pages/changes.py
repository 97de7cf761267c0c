"""Hvad er ændret: two builds compared, every moved score with its reason."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import address
from components.figure import markup, table, words
from components.state import Opened, ask, chosen_municipality, once, opened, translate
from components.text import plain, show
from samspil.analysis.changes import Difference, builds, compare
from samspil.present.address import link
from samspil.present.export import file_stem
from samspil.present.feed import COUNTRY, feed_address
from samspil.present.figures.moves import moves
from samspil.present.i18n import Translator
from samspil.present.plot.moves import moves_plot
from samspil.present.release_files import offered
from samspil.present.sentences import changes as sentences
from samspil.present.sentences.releases import in_words
from samspil.present.tables import changes as tables
from samspil.warehouse.builds import Warehouse, WarehouseError, open_warehouse
from samspil.warehouse.queries import municipalities
from samspil.warehouse.releases import NAME, Release, open_release, order, releases


def listed(read: Opened, t: Translator) -> dict[str, tuple[str, str]]:
    """What can be compared, the newest first: label and file, by the name in the address.

    Of a release the releases up to it; else the builds beside the one that is shown, that one
    included, and every release. A release is named by its name, a build by its id.
    """
    house = read.house
    rows = [
        {"path": str(release.database), "id": release.name, "built_at": frozen.build.built_at,
         "label": t("Udgave {name}").format(name=release.name), "build": frozen.build.id}
        for release, frozen in readable(read)
    ]  # fmt: skip
    if read.release is None:
        known = {row["build"] for row in rows} - {house.build.id}
        kept = builds(house.path.parent)
        own = {"path": str(house.path), "id": house.build.id, "built_at": house.build.built_at}
        kept = pd.concat([kept[~kept["id"].isin(known)], pd.DataFrame([own])])
        rows += [row | {"label": dated(row, t)} for row in kept.to_dict("records")]
    rows = sorted(rows, key=lambda row: row["built_at"], reverse=True)
    return {row["id"]: (row["label"], row["path"]) for row in rows}


def readable(read: Opened) -> Iterator[tuple[Release, Warehouse]]:
    """The releases whose tables can be read, up to the one that is shown."""
    for release in releases():
        if read.release and order(release.name) > order(read.release.name):
            continue
        with suppress(WarehouseError):
            yield release, open_release(release.name)


def dated(row: dict, t: Translator) -> str:
    """What a build is called: when it was made, and its id."""
    return f"{t.date(row['built_at'].date())} {row['built_at']:%H:%M} UTC ({row['id']})"


def compared(shown: Warehouse, own: str, old: str, new: str, paths: dict[str, str]) -> Difference:
    """Two builds compared, `shown` being the one that this run reads, by the name `own`.

    Raises:
        WarehouseError: one of them is gone, or another has taken its place.
    """
    with ExitStack() as opened:

        def find(build: str) -> Warehouse:
            if build == own:
                return shown
            if NAME.fullmatch(build):
                return open_release(build)
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
    t, read = translate(), opened()
    st.title(t("Hvad er ændret?"), anchor=False)
    lead = st.container()
    st.markdown(
        t("Hver gang data opdateres, gemmes en ny dataversion; de tre nyeste beholdes. En frossen "
          "udgave bliver. Her sammenlignes to af dem, og hvert tal, der har ændret sig, får en "
          "forklaring.")
    )  # fmt: skip
    differences(read, lead, t)
    follow(t)
    editions(read, t)


def follow(t: Translator) -> None:
    """Where a news reader finds what changes, for the country and the chosen municipality."""
    places = {COUNTRY: t("Hele landet")}
    if code := chosen_municipality():
        places[code] = ask(municipalities).set_index("code")["name"][code]
    links = [f"[{plain(name)}]({feed_address(place, t)})" for place, name in places.items()]
    st.markdown(t("Følg ændringerne i et nyhedsprogram (Atom): {links}").format(
        links=" · ".join(links)))  # fmt: skip


def editions(read: Opened, t: Translator) -> None:
    """The frozen releases with their files; of a release its own alone."""
    shown = [read.release] if read.release else releases()
    if not shown:
        return
    st.header(t("Udgaver"), anchor=False)
    show(
        "release_list",
        rows=[
            {"says": in_words(release, t), "address": link("", lang=t.language, udgave=release.name),
             "files": offered(release, t)}
            for release in shown
        ],
        opens=t("Åbn"),
    )  # fmt: skip


def differences(read: Opened, lead: DeltaGenerator, t: Translator) -> None:
    """Two of them compared; what moved in short stands in `lead`."""
    found_builds = listed(read, t)
    if len(found_builds) < 2:
        st.info(sentences.nothing_to_compare(read.release.name if read.release else "", t))
        return
    labels = {id_: label for id_, (label, _) in found_builds.items()}
    paths = {id_: path for id_, (_, path) in found_builds.items()}
    own = read.release.name if read.release else read.house.build.id
    old, new = chosen(labels, own, t)
    try:
        found = once(lambda house: compared(house, own, old, new, paths), "diff", old, new)
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
