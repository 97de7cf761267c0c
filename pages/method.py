"""Metode: how it is measured, where the data come from, what they cannot say, how to object."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from components.figure import footer, table, words
from components.state import ask, chosen_municipality, translate, warehouse
from components.text import bullets, plain, show
from samspil.present import reference, worked
from samspil.present.answers import interval
from samspil.present.i18n import Translator
from samspil.present.sentences import method as sentences
from samspil.present.sentences import voices
from samspil.present.sentences.criteria import beyond_2007
from samspil.present.sentences.evidence import caveats
from samspil.present.tables import state as how_it_is
from samspil.present.tables.criteria import codebook
from samspil.present.tables.sources import retrievals, snapshots
from samspil.present.wording import whose
from samspil.warehouse import queries


def in_short(t: Translator) -> None:
    """What is measured, and the one scale."""
    show("scale", texts=sentences.in_short(len(ask(queries.criteria)), t),
         levels=sentences.levels(t),
         note=t("I datafilerne står niveauerne som 2, 1 og 0, og det ukendte er tomt."))  # fmt: skip


def example(t: Translator) -> None:
    """The interval, the stage and the rank on one municipality's own figures."""
    build, dimensions = warehouse().build, ask(queries.dimensions)
    scores = ask(queries.scores, build.newest_year)
    code = worked.example(scores, chosen_municipality())
    own = scores[scores["code"] == code].set_index("dimension")
    place = ask(queries.municipalities).set_index("code").loc[code]
    marks = ask(queries.marks, code, build.newest_year)
    parts = worked.parts(own, marks, dimensions, t)
    st.subheader(t("{whose} tal som eksempel").format(whose=plain(whose(place, t))), anchor=False)
    show(
        "worked_interval",
        interval=worked.interval(own, place, t),
        bar=interval(own.to_dict("index")["total"], t, height=40),
        parts=parts,
        heads=[t("Dimension"), t("Point"), t("Ukendte"), t("Dokumenteret"), t("Højst muligt"),
               t("Kendt")],
        mean=t("I alt: gennemsnittet"),
    )  # fmt: skip
    st.subheader(t("Modenhedstrinnet"), anchor=False)
    st.markdown(
        t("Trinnet følger den svageste dimension, fordi anbefalingerne kræver alle tre på én gang. "
          "Er meget ukendt, siges kun \"mindst trin n\" eller \"kan ikke afgøres endnu\".")
    )  # fmt: skip
    show("worked_stage", stage=worked.stage(own, dimensions, ask(queries.stages), t), parts=parts)
    st.subheader(t("Placeringen"), anchor=False)
    st.markdown(
        t("En placering gives kun, når mindst {share} er kendt i gennemsnit af de tre dimensioner. "
          "Den følger midtpunktet og vises altid med et spænd.").format(
            share=t.percent(build.minimum_coverage))
    )  # fmt: skip
    show("worked_rank", rank=worked.rank(own, place, build.minimum_coverage, t))


def rules(t: Translator) -> None:
    """From sources to an assessment."""
    build = warehouse().build
    show("terms", rows=sentences.rules(build.horizon, build.newest_year, t))


def points(t: Translator) -> None:
    """From assessments to points."""
    st.markdown(t("For hver dimension regnes fire tal:"))
    show("terms", rows=sentences.formulas(t))


def criteria(t: Translator) -> None:
    """Every criterion with its wording and origin."""
    rows, dimensions = ask(queries.criteria), ask(queries.dimensions)
    st.markdown(plain(beyond_2007(rows, t)))
    st.markdown(
        t("Hvor der står rådet, menes rådet eller det forum, parterne har aftalt i stedet. At "
          "foreningerne selv vælger deres repræsentanter, er Samspils egen læsning: Anbefalingerne "
          "beder om, at rådet taler for alle målgrupper, ikke om, hvem der vælger det. Det, der "
          "sker inde på institutionerne (egen kontaktperson, introduktion, husregler), er ikke med.")
    )  # fmt: skip
    show("codebook", parts=reference.codebook(rows, dimensions, t), criterion=t("Kriterium"),
         origin=t("Hvor kriteriet kommer fra"))  # fmt: skip
    footer(words(t("Kriterierne i Samspil"), ""), codebook(rows, dimensions, t),
           key="kriterieliste", stem="kriterier")  # fmt: skip


def reservations(t: Translator) -> None:
    """What the embedded data cannot say, in numbers read from the warehouse."""
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    bullets(plain(line) for line in caveats(ask(queries.evidence_facts), total, t))


def terms(t: Translator) -> None:
    """What every word means."""
    show("terms", rows=sentences.terms(t))


def sources(t: Translator) -> None:
    """Every source with its date, terms and reservations."""
    rows = ask(queries.snapshots)
    show("sources", rows=reference.sources(rows, t))
    footer(words(t("Kilderne bag Samspil"), ""), snapshots(rows, t), key="kilder", stem="kilder")
    if len(answers := ask(queries.retrievals)):
        st.markdown(
            t("De hentede filer er lavet af svar, som er gemt. Listen siger, hvad der blev spurgt "
              "om, hvor og hvornår.")
        )  # fmt: skip
        footer(words(t("Svarene bag de hentede filer"), ""), retrievals(answers, t), key="svar",
               stem="svar")  # fmt: skip


def state(t: Translator) -> None:
    """How old the sources are, what came of the last refresh, and whether addresses answer."""
    st.markdown(
        t("Kilderne hentes igen, når den, der driver Samspil, kører en fornyelse. Svarer en kilde "
          "ikke, eller ser svaret forkert ud, gælder den fil, der sidst bestod alle kontroller.")
    )  # fmt: skip
    rows = how_it_is.sources(ask(queries.refreshes), datetime.now(UTC).date(), t)
    table(rows, words(t("Kildernes tilstand"), how_it_is.addresses(ask(queries.link_counts), t)),
          key="tilstand", stem="tilstand")  # fmt: skip


def associations(t: Translator) -> None:
    """How associations are asked, what is shown of their answers, and how they take part."""
    for paragraph in voices.taking_part(t):
        st.markdown(paragraph)


def objecting(t: Translator) -> None:
    """How to have an assessment corrected."""
    st.markdown(
        t("Er en vurdering forkert, eller mangler en politik, et råd eller en side? På kommunens "
          "side, under Indsigelser, gør en formular indsigelsen klar som en fil, du selv sender. "
          "En indsigelse skrives aldrig ind i selve oplysningen. Den lægges i et register ved "
          "siden af med afgørelse og begrundelse og vises på kommunens side, også når den bliver "
          "afvist. Registret er filen `corrections.csv` blandt data.")
    )  # fmt: skip


def sections(t: Translator) -> dict[str, tuple[str, Callable[[Translator], None]]]:
    """The sections in order: their place in the address, their title, and what draws them."""
    return {
        "kort": (t("Sådan måles der"), in_short),
        "eksempel": (t("Sådan læses tallene"), example),
        "regler": (t("Fra kilde til vurdering"), rules),
        "point": (t("Fra vurdering til point"), points),
        "kriterier": (t("Kriterierne"), criteria),
        "forbehold": (t("Hvad data ikke kan sige"), reservations),
        "ord": (t("Ord"), terms),
        "kilder": (t("Kilder"), sources),
        "tilstand": (t("Er kilderne friske?"), state),
        "foreninger": (t("Når foreninger bliver spurgt"), associations),
        "indsigelse": (t("Er noget forkert?"), objecting),
    }


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Metode"), anchor=False)
    parts = sections(t)
    contents = {"title": t("Indhold"), "entries": [(at, title) for at, (title, _) in parts.items()]}
    with st.container(key="method_menu"):
        show("contents", folded=True, **contents)
    with st.container(key="method"):
        with st.container(key="method_text"):
            for anchor, (title, draw) in parts.items():
                st.header(title, anchor=anchor)
                draw(t)
        with st.container(key="method_side"):
            show("contents", folded=False, **contents)


main()
