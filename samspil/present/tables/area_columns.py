"""What the columns of the table of regions and landsdele mean."""

from samspil.present.i18n import Translator


def areas(t: Translator) -> dict[str, str]:
    """The meaning of each heading that no other table has, as `columns.explained` takes it."""
    return {
        t("Vurderinger"): t("Områdets kommuner gange kriterierne, kendt eller ukendt."),
        t("Kendte vurderinger"): t("Hvor mange af vurderingerne der er kendt."),
        t("Kendte vurderinger, %"): t("Hvor mange procent af vurderingerne der er kendt."),
        t("Mest dokumenteret i"): t(
            "Den eller de kommuner, hvor offentlige kilder dokumenterer flest point."
        ),
        t("Point dér"): t("Point af 100, som er dokumenteret dér; det ukendte tæller nul."),
        t("Kriterier kendt, hvor mest er dokumenteret"): t(
            "Hvor mange af kriterierne der er kendt om den eller de kommuner, mindst i hver."
        ),
        t("Mindst kendt om"): t("Den eller de kommuner, om hvilke færrest kriterier er kendt."),
        t("Kriterier kendt dér"): t("Hvor mange af kriterierne der er kendt om dem, i hver."),
        t("Kommuner, alt er kendt om"): t("Hvor mange kommuner alle kriterier er kendt om."),
        t("Kommuner, intet er kendt om"): t("Hvor mange kommuner intet kriterium er kendt om."),
        t("Kommuner spurgt"): t("Hvor mange kommuner der er spurgt i en høringsrunde."),
        t("Kommuner, der har svaret"): t(
            "Hvor mange kommuner der svarede, sidst de blev spurgt i en høringsrunde."
        ),
        t("Endnu ikke spurgt"): t("De kommuner, der aldrig er spurgt i en høringsrunde."),
        t("Kommuner med placering"): t("Hvor mange kommuner der er kendt nok til en placering."),
        t("Sætninger til brug"): t("Rækken i ord, som de kan trykkes."),
    }
