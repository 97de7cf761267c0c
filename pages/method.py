"""Metode: how it is measured, where the data come from, what they cannot say, how to object."""

import streamlit as st

from components.figure import table, words
from components.state import ask, translate, warehouse
from components.text import bullets, plain
from samspil.present.i18n import Translator
from samspil.present.sentences.criteria import beyond_2007
from samspil.present.sentences.evidence import caveats
from samspil.present.tables.criteria import codebook
from samspil.present.tables.sources import snapshots
from samspil.warehouse import queries


def measuring(t: Translator) -> None:
    """How evidence becomes a mark, a score, a stage and a rank."""
    build = warehouse().build
    st.header(t("Sådan måles der"))
    st.markdown(
        t(
            """I 2007 anbefalede Rådet for Frivilligt Socialt Arbejde, hvad et godt lokalt samarbejde kræver: at det på én gang er formelt, reelt og gennemskueligt. Samspil spørger om {count} kriterier. Hvert kriterium vurderes ud fra offentlige sider: **opfyldt** (2), **delvist opfyldt** (1), **ikke opfyldt** (0) eller **ikke kendt**. Ikke kendt er ikke nul: at noget ikke er fundet, er ikke det samme som, at det ikke findes."""
        ).format(count=len(ask(queries.criteria)))
    )
    st.subheader(t("Fra kilde til vurdering"))
    st.markdown(
        t("""- En oplysning tæller i det år, kilden taler om, og i alt {horizon} år.
- Siger en dateret kilde, at kravet ikke er opfyldt, falder alt, der ikke er nyere.
- Af resten gælder det højeste niveau. En side, der viser mindre, sænker ikke, hvad en anden side viser.
- Kilder uden årstal tæller kun i det nyeste år ({year}), og kun hvis de er læst det år eller i de tre år før. De tæller aldrig imod en kilde med årstal, der siger nej.
- Læses den samme side igen, afløser den nye læsning den gamle fra det år, den er læst. Findes siden ikke længere, tæller den gamle læsning heller ikke fra det år.
- Det, kommunen selv oplyser uden en offentlig side, tæller højst som delvist opfyldt, og slet ikke for det, der skal stå på hjemmesiden. Et nej tæller.
- Findes det ikke, som et andet kriterium bygger på, er det andet heller ikke opfyldt: en politik, der ikke findes, kan ikke være skrevet sammen. Det står ved vurderingen.
- En vurdering er genbekræftet, når kilden er fra de seneste tre år for gennemskuelighed og fra de seneste otte år for resten. Ældre vurderinger tæller stadig, men vises med årstal og "ikke genbekræftet".
- Om politikken er tidssvarende, regnes ud af året, den er vedtaget: højst fire år gammel er opfyldt, højst otte delvist opfyldt.""").format(
            horizon=build.horizon, year=build.newest_year
        )
    )
    st.subheader(t("Fra vurdering til score"))
    st.markdown(
        t("""Et kriterium giver 0, ½ eller 1 point. For hver dimension regnes:

- **dokumenteret** = 100 · summen af point / antal kriterier. Ukendt tæller som ikke dokumenteret.
- **muligt** = dokumenteret + 100 · ukendte / antal kriterier: loftet, hvis alt ukendt var opfyldt.
- **midtpunkt** = midt imellem de to.
- **kendt** = kendte kriterier / antal kriterier.

Totalen er gennemsnittet af de tre dimensioner, også af hvor meget der er kendt: 11 af de 24 kriterier kan være 50 %, og 12 kan være mindre. Alle kriterier og dimensioner vejer lige meget.""")
    )
    st.subheader(t("Trin og placering"))
    stages = ask(queries.stages)
    listed = ", ".join(f"{s['stage']} {t.pick(s, 'name')}" for s in stages.to_dict("records"))
    st.markdown(
        t("""- **Modenhedstrinnet** følger den svageste dimension, fordi anbefalingerne kræver alle tre på én gang. Trinene er {stages}, med grænser ved 20, 40, 60 og 80 point. Når meget er ukendt, siges kun "mindst trin n" eller "kan ikke afgøres endnu".
- **Placeringen** gives kun, når mindst {share} er kendt i gennemsnit af de tre dimensioner. Den følger midtpunktet og vises altid med et spænd: vægtene og det ukendte trækkes tilfældigt 2.000 gange, og i ni ud af ti træk ligger kommunen inden for spændet.""").format(
            stages=plain(listed), share=t.percent(build.minimum_coverage)
        )
    )


def criteria(t: Translator) -> None:
    """Every criterion with its wording and origin."""
    st.header(t("Kriterierne"))
    rows = ask(queries.criteria)
    st.markdown(plain(beyond_2007(rows, t)))
    st.markdown(
        t(
            "Hvor der står rådet, menes rådet eller det forum, parterne har aftalt i stedet. At foreningerne selv vælger deres repræsentanter, er Samspils egen læsning: anbefalingerne beder om, at rådet taler for alle målgrupper, ikke om, hvem der vælger det. Hvad der sker inde på institutionerne (egen kontaktperson, introduktion, husregler), er ikke med."
        )
    )
    table(codebook(rows, ask(queries.dimensions), t), words(t("Kriterierne i Samspil"), ""),
          key="kriterieliste", stem="kriterier")  # fmt: skip


def reservations(t: Translator) -> None:
    """What the embedded data cannot say, in numbers read from the warehouse."""
    st.header(t("Hvad data ikke kan sige"))
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    bullets(plain(line) for line in caveats(ask(queries.evidence_facts), total, t))


def sources(t: Translator) -> None:
    """Every source with its date, terms and reservations."""
    st.header(t("Kilder"))
    link = {t("Webadresse"): st.column_config.LinkColumn()}
    wording = words(t("Kilderne bag Samspil"), "")
    table(snapshots(ask(queries.snapshots), t), wording, key="kilder", stem="kilder", **link)


def objecting(t: Translator) -> None:
    """How to have a mark corrected."""
    st.header(t("Er noget forkert?"))
    st.markdown(
        t(
            """Er en vurdering forkert, eller mangler en politik, et råd eller en side? Nederst på kommunens side gør en formular indsigelsen klar som en fil, du selv sender. En indsigelse bliver aldrig skrevet ind i oplysningen: den lægges i et register ved siden af, med afgørelse og begrundelse, og vises på kommunens side, også når den bliver afvist. Registret er filen `corrections.csv` blandt data."""
        )
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Metode"))
    measuring(t)
    criteria(t)
    reservations(t)
    sources(t)
    objecting(t)


main()
