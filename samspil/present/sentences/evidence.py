"""The evidence in words: how much there is, and what it cannot say."""

from collections.abc import Mapping

import pandas as pd

from samspil.present.i18n import Translator


def how_many(shown: int, all_: int, t: Translator) -> str:
    """How many of the readings are shown."""
    return t("{n} af {m} oplysninger.").format(n=t.number(shown), m=t.number(all_))


def finding(facts: Mapping[str, float], t: Translator) -> str:
    """How much is known, and how much of it is reconfirmed: the title of the page.

    Args:
        facts: as `queries.known_facts` gives them.
        t: the translator.
    """
    return t("{known} af vurderingerne er kendt; {fresh} er genbekræftet").format(
        known=t.percent(facts["known_cells"] / facts["cells"]),
        fresh=t.percent(facts["fresh_cells"] / facts["cells"]),
    )


def what_a_cell_is(facts: Mapping[str, float], places: int, t: Translator) -> str:
    """What the picture counts: `facts` as above, of `places` municipalities."""
    return t(
        "{known} af {all} vurderinger: {places} kommuner gange {criteria} kriterier. Hver celle er "
        "én kommune og ét kriterium. Klik på en celle for at se kilden."
    ).format(
        known=t.number(facts["known_cells"]),
        all=t.number(facts["cells"]),
        places=places,
        criteria=t.number(facts["cells"] / places),
    )


def what_is_drawn(t: Translator) -> str:
    """How to read the picture where it stands alone."""
    return t(
        "Hver celle er én kommune og ét kriterium. Fyldt: opfyldt; halvt fyldt: delvist; tom med "
        "kant: ikke opfyldt; skraveret: ikke kendt. Trekant: ikke genbekræftet; prik: uden årstal."
    )


def signs(t: Translator) -> str:
    """What the signs of the table mean."""
    return t("✓ opfyldt, ◐ delvist, ✕ ikke opfyldt, ? ikke kendt.")


def conflicts(rows: pd.DataFrame, t: Translator) -> str:
    """On how many cells the sources disagree, and what holds then.

    Args:
        rows: as `documentation.conflicts` gives them.
        t: the translator.
    """
    return t(
        "Om {n} vurderinger er kilderne ikke enige. Det højeste niveau gælder, "
        "medmindre en kilde med årstal, der ikke er ældre, siger nej."
    ).format(n=len(rows))


def lost(rows: pd.DataFrame, t: Translator) -> str:
    """How many records have lost their page, and that they count all the same.

    Args:
        rows: as `documentation.lost` gives them.
        t: the translator.
    """
    return t(
        "{gone} oplysninger har en adresse, der ikke findes mere, og {moved} en, der fører til en "
        "anden side. De tæller som før: at en side er væk, siger ikke, at samarbejdet er væk."
    ).format(
        gone=t.number((rows["link_state"] == "gone").sum()),
        moved=t.number((rows["link_state"] == "moved").sum()),
    )


def caveats(facts: Mapping[str, float], total: pd.DataFrame, t: Translator) -> list[str]:
    """What the embedded data cannot say.

    Args:
        facts: as `queries.evidence_facts` gives them.
        total: the rows of `queries.scores` on the total.
        t: the translator.
    """
    empty = total.loc[total["coverage"] == 0, "name"]
    return [
        t("Der er {n} oplysninger. {undated} er uden årstal, og {uncertain} er markeret "
          "som usikre efter en gennemgang.").format(
            n=t.number(facts["records"]), undated=t.percent(facts["undated"]),
            uncertain=t.number(facts["uncertain"])),
        t("I medianen er {share} kendt i det nyeste år, i gennemsnit af de tre "
          "dimensioner: I halvdelen af kommunerne er mere kendt, i halvdelen mindre.").format(
            share=t.percent(total["coverage"].median())),
        *([t("Om {names} er der slet ikke fundet noget.").format(names=t.listing(empty))]
          if len(empty) else []),
        t("Offentlige sider viser oftere, at noget findes, end at det ikke gør: kun {n} "
          "oplysninger siger nej.").format(n=t.number(facts["zeros"])),
        t("Oplysningerne er læst i gemte kopier af siderne, ofte kun de første 2.000 " "tegn."),
        t("To kodere vurderede 66 sider uafhængigt af hinanden. De var enige i 98,6 % af "
          "tilfældene (kappa 0,90, hvor 1 er fuld enighed); mindst enige om politikkens mål, "
          "dialogmøder og foreningslister."),
        t("Siden er oplysningerne efterset: alle fra 22. november blev holdt op mod kodebogen "
          "(31 taget ud, 19 sænket), og alle fra 24. november blev kodet to gange, anden gang "
          "blindt (48 af 296 taget ud, 16 sænket eller omdateret). En blind læsning af 67 "
          "offentliggjorte oplysninger fastholdt 88 % af niveauerne; 10 % sagde for meget. De "
          "109 oplysninger af de slags, der havde sagt for meget, blev derefter læst igen (36 "
          "taget ud, 23 sænket)."),
        t("Før 2015 er under 6 % af vurderingerne kendt, så udviklingen kan sjældent " "aflæses."),
    ]  # fmt: skip
