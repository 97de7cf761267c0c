"""The words for published national figures: measures, units and who was asked."""

from samspil.present.i18n import Translator

MEASURES = {
    "municipal_staff_for_volunteering": (
        "Kommunale årsværk til frivillighed",
        "Municipal staff for volunteering",
    ),
    "municipal_support_total": ("Kommunal støtte i alt", "Municipal support in total"),
    "municipalities_cooperating_with_voluntary_associations": (
        "Kommuner, der samarbejder med frivillige foreninger",
        "Municipalities that cooperate with voluntary associations",
    ),
    "municipalities_in_ongoing_dialogue_with_civil_society": (
        "Kommuner i løbende dialog med civilsamfundet",
        "Municipalities in ongoing dialogue with civil society",
    ),
    "municipalities_organising_volunteers_themselves": (
        "Kommuner, der selv organiserer frivillige",
        "Municipalities that organise volunteers themselves",
    ),
    "municipalities_referring_citizens_to_associations": (
        "Kommuner, der henviser borgere til foreninger",
        "Municipalities that refer citizens to associations",
    ),
    "municipalities_reporting_increased_collaboration": (
        "Kommuner, der melder om mere samarbejde",
        "Municipalities that report more collaboration",
    ),
    "municipalities_with_active_citizenship_strategy": (
        "Kommuner med en strategi for aktivt medborgerskab",
        "Municipalities with a strategy for active citizenship",
    ),
    "municipalities_with_volunteer_centre": (
        "Kommuner med frivilligcenter",
        "Municipalities with a volunteer centre",
    ),
    "municipalities_with_volunteer_council": (
        "Kommuner med frivilligråd",
        "Municipalities with a volunteer council",
    ),
    "municipalities_with_volunteer_strategy": (
        "Kommuner med frivilligstrategi",
        "Municipalities with a volunteer strategy",
    ),
    "other_municipal_support_to_voluntary_work": (
        "Anden kommunal støtte til frivilligt arbejde",
        "Other municipal support for voluntary work",
    ),
    "s18_municipalities_paying_under_half_of_grant": (
        "Kommuner, der udbetaler under halvdelen af § 18-tilskuddet",
        "Municipalities that pay out less than half of the section 18 grant",
    ),
    "s18_paid_share_of_grant": (
        "Udbetalt andel af § 18-tilskuddet",
        "Share of the section 18 grant that is paid out",
    ),
    "s18_paid_total": ("Udbetalt § 18-støtte i alt", "Section 18 support paid in total"),
    "s18_per_inhabitant_max": (
        "§ 18-støtte pr. indbygger, den højeste kommune",
        "Section 18 support per inhabitant, highest municipality",
    ),
    "s18_per_inhabitant_min": (
        "§ 18-støtte pr. indbygger, den laveste kommune",
        "Section 18 support per inhabitant, lowest municipality",
    ),
    "s18_share_of_municipalities_paying_more_than_grant": (
        "Andel kommuner, der udbetaler mere end § 18-tilskuddet",
        "Share of municipalities that pay more than the section 18 grant",
    ),
    "s18_state_grant": ("Statens § 18-tilskud", "The state's section 18 grant"),
    "volunteer_centres": ("Frivilligcentre", "Volunteer centres"),
    "volunteer_centres_state_funded": (
        "Frivilligcentre med statsstøtte",
        "Volunteer centres with state funding",
    ),
    "volunteer_hours_per_month": ("Frivillige timer pr. måned", "Volunteer hours a month"),
    "volunteer_share": ("Andel frivillige", "Share who volunteer"),
    "volunteer_share_highest_municipality": (
        "Andel frivillige, den højeste kommune",
        "Share who volunteer, highest municipality",
    ),
    "volunteer_share_lowest_municipality": (
        "Andel frivillige, den laveste kommune",
        "Share who volunteer, lowest municipality",
    ),
    "volunteer_share_past_month": (
        "Andel frivillige den seneste måned",
        "Share who volunteered in the past month",
    ),
    "volunteer_share_past_year": (
        "Andel frivillige det seneste år",
        "Share who volunteered in the past year",
    ),
    "volunteer_share_social_field": (
        "Andel frivillige på det sociale område",
        "Share who volunteer in the social field",
    ),
}
UNITS = {
    "percent": ("procent", "per cent"),
    "mio_kr": ("mio. kr.", "DKK million"),
    "hours": ("timer", "hours"),
    "kr_per_inhabitant": ("kr. pr. indbygger", "DKK per inhabitant"),
    "centres": ("centre", "centres"),
    "centres in 60 municipalities": ("centre i 60 kommuner", "centres in 60 municipalities"),
    "municipalities": ("kommuner", "municipalities"),
    "full_time_equivalents": ("årsværk", "full-time equivalents"),
    "places": ("pladser", "places"),
}
POPULATIONS = {
    "all municipalities": ("alle kommuner", "all municipalities"),
    "volunteers": ("frivillige", "volunteers"),
    "78 responding municipalities": ("78 kommuner, der svarede", "78 responding municipalities"),
    "Denmark": ("Danmark", "Denmark"),
    "population 16 and over": ("befolkningen fra 16 år", "population aged 16 and over"),
    "98 municipalities": ("98 kommuner", "98 municipalities"),
    "population": ("befolkningen", "the population"),
    "respondents": ("de adspurgte", "respondents"),
    "77 responding municipalities": ("77 kommuner, der svarede", "77 responding municipalities"),
    "responding municipalities": ("kommuner, der svarede", "responding municipalities"),
    "highest municipality": ("den højeste kommune", "highest municipality"),
    "lowest municipality": ("den laveste kommune", "lowest municipality"),
    "adult population": ("voksne", "adults"),
    "7 municipalities over 100,000 inhabitants": (
        "7 kommuner med over 100.000 indbyggere",
        "7 municipalities over 100,000 inhabitants",
    ),
    "municipalities under 50,000 inhabitants": (
        "kommuner under 50.000 indbyggere",
        "municipalities under 50,000 inhabitants",
    ),
    "Region Nordjylland": ("Region Nordjylland", "Region Nordjylland"),
    "population over 16": ("befolkningen over 16 år", "population over 16"),
    "Morsoe": ("Morsø", "Morsø"),
    "Dragoer and Hvidovre": ("Dragør og Hvidovre", "Dragør and Hvidovre"),
}


def national_word(words: dict[str, tuple[str, str]], term: str, t: Translator) -> str:
    """A measure, unit or population in the reader's language; the source's own where unlisted."""
    danish, english = words.get(term, (term, term))
    return danish if t.language == "da" else english
