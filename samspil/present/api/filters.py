"""What each filter of a resource means, in words."""

from samspil.present.api.resources import Resource
from samspil.present.i18n import Translator


def meaning(name: str, resource: Resource, t: Translator) -> str:
    """What a filter asks for, in one sentence."""
    own = {
        ("evidence", "year"): t("Det år, kilden taler om."),
        ("indicators", "year"): t("Det år, tallet er fra."),
        ("national-series", "year"): t("Det år, tallet er fra."),
        ("changes", "release"): t("Den frosne udgave, som de nyeste data sammenlignes med; uden "
                                  "den er det den forrige dataversion."),
        ("scores", "dimension"): t("En dimension, eller total for alle tre."),
    }  # fmt: skip
    usual = {
        "code": t("Kommunens nummer på tre cifre, for eksempel 350."),
        "year": t("Det år, der er gjort op; uden det er det alle årene."),
        "dimension": t("Dimensionens navn i data."),
        "criterion": t("Kriteriets navn i data."),
        "horizon": t("I hvor mange år en kilde med årstal tæller; uden det er det de sædvanlige. "
                     "Andet kræver også year."),
        "limit": t("Hvor mange rækker svaret højst har."),
        "offset": t("Hvor mange rækker der springes over."),
        "release": t("En frossen udgave; uden den er det de nyeste data."),
        "lang": t("Sproget i det, der er skrevet til mennesker: da eller en."),
    }  # fmt: skip
    return own.get((resource.name, name)) or usual[name]
