"""What is said of own answers: whose they are, from which rounds, and where there are none."""

import pandas as pd

from samspil.present.i18n import Translator


def rounds(own: pd.DataFrame, theirs: pd.DataFrame, t: Translator) -> str:
    """Which rounds the answers are from, and what they are worth.

    Args:
        own: as `queries.statement_answers` gives them.
        theirs: as `queries.association_answers` gives them.
        t: the translator.
    """
    heard = own["round"].dropna()
    said = []
    if len(heard):
        said.append(t("Kommunen svarede i høring {round}.").format(round=heard.iloc[0]))
    if len(theirs):
        said.append(
            t("For foreningerne står det midterste svar fra runde {round}; antallet er rundet ned "
              "til nærmeste fem.").format(round=theirs["round"].iloc[0])
        )  # fmt: skip
    else:
        said.append(
            t("Foreningernes svar vises, når mindst fem har svaret på det samme spørgsmål.")
        )
    return " ".join([*said, t("Svarene giver ingen point.")])


def nothing_yet(t: Translator) -> str:
    """What would stand there."""
    return t(
        "Her kommer det til at stå, hvad kommunen selv og mindst fem af dens foreninger siger om "
        "samarbejdet, ved siden af det dokumenterede."
    )


def taking_part(t: Translator) -> list[str]:
    """How associations are asked, what becomes of their answers, and how to take part."""
    return [
        t("Foreninger i en kommune kan blive spurgt om de formelle og reelle kriterier, som de ser "
          "dem, og om de otte udsagn, som kommunen også tager stilling til. Svarene står på "
          "kommunens side ved siden af det dokumenterede og giver aldrig point: De er meninger fra "
          "dem, der valgte at svare, og kan ikke efterprøves på en offentlig side."),
        t("Skemaet er uden navne. Intet vises, før mindst fem foreninger i kommunen har svaret på "
          "det samme spørgsmål. Derefter vises det midterste svar og antallet, rundet ned til "
          "nærmeste fem, og tallet ændres først, når mindst fem flere har svaret. Hvordan svarene "
          "fordeler sig, vises kun, når hver del rummer mindst fem. Der regnes ikke tal ud for "
          "regioner eller landet."),
        t("En forening deltager ved at udfylde det skema, der bliver sendt ud, når der holdes en "
          "runde i kommunen. Kommunen, frivilligcentret eller en forening kan bede om en runde "
          "hos den, der udgiver Samspil."),
    ]  # fmt: skip
