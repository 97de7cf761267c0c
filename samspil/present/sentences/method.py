"""How it is measured, in words: the rules, the formulas, and what every term means."""

from dataclasses import dataclass

from samspil.present.i18n import Translator
from samspil.present.sentences import Fact
from samspil.present.wording import level_name, level_symbol


@dataclass(frozen=True)
class Term:
    """A word that the pages use: where its explanation stands, the word, and what it means."""

    anchor: str
    term: str
    says: str


@dataclass(frozen=True)
class Level:
    """A level on the one scale that readers see: its mark, its name and its points."""

    kind: str
    sign: str
    name: str
    says: str


def in_short(count: int, t: Translator) -> list[str]:
    """What is measured, in three sentences and a reservation.

    Args:
        count: of scored criteria.
        t: the translator.
    """
    return [
        t("I 2007 gav Rådet for Frivilligt Socialt Arbejde sine anbefalinger til et godt lokalt "
          "samarbejde mellem kommunen og de frivillige sociale foreninger: Det skal på én gang "
          "være formelt, reelt og gennemskueligt. Samspil måler det med {count} kriterier: "
          "spørgsmål, hvis svar søges på offentlige hjemmesider. Hvert kriterium får et af disse "
          "svar:").format(count=count),
    ]  # fmt: skip


def levels(t: Translator) -> list[Level]:
    """The scale: what each level gives, and that unknown is not zero."""
    points = {
        2: ("met", t("1 point")),
        1: ("partly", t("½ point")),
        0: ("not", t("0 point")),
        None: ("unknown", t("hverken point eller nul: At noget ikke er fundet, betyder ikke, at "
                            "det ikke findes")),
    }  # fmt: skip
    return [
        Level(kind, "" if kind == "partly" else level_symbol(level), level_name(level, t), says)
        for level, (kind, says) in points.items()
    ]


def rules(horizon: int, year: int, t: Translator) -> list[Fact]:
    """From sources to an assessment.

    Args:
        horizon: years that a source counts.
        year: the newest one.
        t: the translator.
    """
    return [
        Fact(t("Hvor længe en kilde tæller"),
             t("En oplysning tæller fra det år, kilden handler om, og i {horizon} år i "
               "alt.").format(horizon=horizon)),
        Fact(t("Et nej"),
             t("Siger en kilde med årstal, at kravet ikke er opfyldt, bortfalder alle kilder, der "
               "ikke er nyere.")),
        Fact(t("Flere kilder"),
             t("Af resten gælder det højeste niveau. En side, der viser mindre, sænker ikke, hvad "
               "en anden side viser.")),
        Fact(t("Uden årstal"),
             t("En kilde uden årstal tæller kun i det nyeste år ({year}), og kun hvis den er læst "
               "det år eller i de tre år før. Den tæller aldrig imod en kilde med årstal, der "
               "siger nej.").format(year=year)),
        Fact(t("Læst igen"),
             t("Læses den samme side igen, afløser den nye læsning den gamle fra det år, den er "
               "læst. Findes siden ikke længere, tæller den gamle læsning heller ikke fra det "
               "år.")),
        Fact(t("Kommunens eget svar"),
             t("Det, kommunen selv oplyser uden en offentlig side, tæller højst som delvist "
               "opfyldt, og slet ikke for det, der skal stå på hjemmesiden. Et nej tæller.")),
        Fact(t("Det ene bygger på det andet"),
             t("Findes det ikke, som et andet kriterium bygger på, er det andet heller ikke "
               "opfyldt: En politik, der ikke findes, kan ikke være lavet sammen med foreningerne. "
               "Det står ved vurderingen.")),
        Fact(t("Genbekræftet"),
             t("En vurdering er genbekræftet, når kilden er fra de seneste tre år for "
               "gennemskuelighed og fra de seneste otte år for resten. Ældre vurderinger tæller "
               "stadig, men vises med årstal og \"ikke genbekræftet\".")),
        Fact(t("Politikkens alder"),
             t("Om politikken er tidssvarende, regnes ud fra året, den er vedtaget: Højst fire år "
               "gammel er opfyldt, højst otte delvist opfyldt.")),
    ]  # fmt: skip


def formulas(t: Translator) -> list[Fact]:
    """From assessments to points, for one dimension and in total."""
    return [
        Fact(t("Dokumenteret"),
             t("100 × summen af point / antal kriterier. Ukendt tæller som ikke dokumenteret.")),
        Fact(t("Højst muligt"),
             t("dokumenteret + 100 × ukendte / antal kriterier: det højeste, tallet kan blive, "
               "hvis alt ukendt viser sig at være opfyldt.")),
        Fact(t("Midtpunkt"), t("midt imellem de to: hvert ukendt kriterium regnet for halvt "
                               "opfyldt.")),
        Fact(t("Kendt"), t("kendte kriterier / antal kriterier.")),
        Fact(t("I alt"),
             t("gennemsnittet af de tre dimensioner, også af hvor meget der er kendt. "
               "Dimensionerne vejer lige meget, og kriterierne vejer lige meget inden for deres "
               "dimension. Derfor kan 11 kendte af de 24 kriterier være 50 %, og 12 kan være "
               "mindre.")),
    ]  # fmt: skip


def terms(t: Translator) -> list[Term]:
    """Every word that needs an explanation, in the order in which a reader meets them."""
    return [
        Term("kriterium", t("Kriterium"), t("Et af de spørgsmål, der giver point.")),
        Term("dimension", t("Dimension"),
             t("Formelt, reelt eller gennemskueligt: de tre sider af et godt samarbejde. Hvert "
               "kriterium hører til én af dem.")),
        Term("oplysning", t("Oplysning"),
             t("Det, én kilde, læst på én dag, viser om ét kriterium i én kommune.")),
        Term("vurdering", t("Vurdering"),
             t("Om et kriterium er opfyldt, delvist opfyldt, ikke opfyldt eller ikke kendt i en "
               "kommune.")),
        Term("genbekraeftet", t("Ikke genbekræftet"),
             t("Vurderingen hviler på en kilde, der er så gammel, at forholdet kan have ændret "
               "sig. Den tæller stadig.")),
        Term("uden-aarstal", t("Uden årstal"), t("Kilden viser ikke, hvilket år den er fra.")),
        Term("spaend", t("Spænd"),
             t("De pladser, en kommune får i ni ud af ti beregninger, hvor vægtene og de ukendte "
               "vurderinger er valgt tilfældigt.")),
        Term("modenhedstrin", t("Modenhedstrin"),
             t("Et tal fra 1 til 5, der følger den svageste af de tre dimensioner.")),
        Term("median", t("Median"),
             t("Den midterste værdi: Halvdelen ligger over, halvdelen under.")),
        Term("kvartil", t("Kvartil"),
             t("En fjerdedel ligger under den nedre kvartil, en fjerdedel over den øvre.")),
        Term("percentil", t("Percentil"),
             t("Hvor mange procent af gruppen kommunen ligger over.")),
        Term("ligner", t("Kommuner, der ligner"),
             t("Dem, der ligger nærmest i indbyggertal, befolkningstæthed og befolkningsudvikling "
               "siden 2007.")),
        Term("kommunegruppe", t("Kommunegruppe"),
             t("Danmarks Statistiks fem grupper: hovedstads-, storby-, provinsby-, oplands- og "
               "landkommuner.")),
        Term("paragraf-18", t("§ 18"),
             t("Den bestemmelse i serviceloven, som kommunens støtte til frivilligt socialt "
               "arbejde gives efter.")),
        Term("dataversion", t("Dataversion"),
             t("Alle tal, som de blev regnet ud på én gang. De tre nyeste gemmes, så de kan "
               "sammenlignes.")),
        Term("udgave", t("Udgave"),
             t("Den samling af data, der har et navn, for eksempel 2026.1, og siger, hvilket år "
               "der er det nyeste. Den fryses og ændres aldrig; indtil da, og imellem to udgaver, "
               "er tallene en kladde.")),
        Term("kappa", t("Kappa"),
             t("Hvor enige to er ud over, hvad de ville være ved et tilfælde: 1 er fuld enighed, "
               "0 er ikke mere end tilfældet.")),
    ]  # fmt: skip
