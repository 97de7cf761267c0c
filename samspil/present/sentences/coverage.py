"""How much is known of what a figure shows: the caveat that goes along with every file."""

from collections.abc import Mapping

import pandas as pd

from samspil.present.i18n import Translator


def of_country(facts: Mapping[str, float], t: Translator) -> str:
    """Of all municipalities and criteria.

    Args:
        facts: as `queries.known_facts` gives them.
        t: the translator.
    """
    known, every = facts["known_cells"], facts["cells"]
    return _not_zero(
        t("{known} af {all} vurderinger er kendt ({share}).").format(
            known=t.number(known), all=t.number(every), share=t.percent(known / every)
        ),
        t,
    )


def of_municipalities(levels: Mapping[str, pd.Series], t: Translator) -> str:
    """Of some municipalities: `levels` holds those of every criterion by name, NA: not known."""
    said = t.listing(
        t("{known} af {all} i {name}").format(known=int(own.notna().sum()), all=len(own), name=name)
        for name, own in levels.items()
    )
    return _not_zero(t("Kendte kriterier: {said}.").format(said=said), t)


def of_published(t: Translator) -> str:
    """Of figures that others published, which rest on nothing that Samspil knows."""
    return t("Tallene gengives, som kilderne har offentliggjort dem.")


def besides_dated(said: str, t: Translator) -> str:
    """One of these of a development, which counts fewer sources than the coverage does."""
    return t("Udviklingen tæller kun kilder med årstal. Med alle kilder: {said}").format(said=said)


def _not_zero(text: str, t: Translator) -> str:
    return f"{text} {t('Ukendt er ikke nul.')}"
