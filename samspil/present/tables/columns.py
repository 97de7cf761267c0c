"""What every column of every table means, in one place; workbooks and pages read it here."""

import re
from collections.abc import Iterable, Mapping

from samspil.present.i18n import Translator
from samspil.present.tables.area_columns import areas


def explained(headings: Iterable[str], own: Mapping[str, str], t: Translator) -> dict[str, str]:
    """What each heading of a table means; one that nobody explained is left out.

    Args:
        headings: as readers see them, in the language of `t`.
        own: headings that are names from the data, such as criteria, with their meaning.
        t: the translator.
    """
    known = {**_places(t), **_scores(t), **_ranks(t), **_groups(t), **_criteria(t), **_records(t),
             **_years(t), **_changes(t), **_sources(t), **_voices(t), **areas(t)}  # fmt: skip
    patterns = [(re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(heading))), meaning)
                for heading, meaning in known.items() if "{" in heading]  # fmt: skip
    found = {}
    for heading in headings:
        fitting = (meaning for pattern, meaning in patterns if pattern.fullmatch(heading))
        if meaning := own.get(heading) or known.get(heading) or next(fitting, ""):
            found[heading] = meaning
    return found


def named(
    criteria: list[tuple[str, str]], municipalities: Iterable[str], t: Translator
) -> dict[str, str]:
    """The meaning of headings that are names from the data.

    Args:
        criteria: name and question of each.
        municipalities: their names; under one stands what is known of it in that row.
        t: the translator.
    """
    values = {name: t("Hvad der står om {name} i denne række: point af 100, eller vurderingen "
                      "af kriteriet.").format(name=name) for name in municipalities}  # fmt: skip
    return values | dict(criteria)


def _places(t: Translator) -> dict[str, str]:
    return {
        t("Kode"): t("Kommunens nummer på tre cifre, som Danmarks Statistik bruger det."),
        t("Kommune"): t("Kommunens navn."),
        t("Kommuner"): t("Hvor mange kommuner gruppen har."),
        t("Gruppe"): t("Hvilken slags gruppe: region, landsdel eller kommunegruppe."),
        t("Navn"): t("Gruppens navn."),
        t("Sammenlignet med"): t("Den gruppe af andre kommuner, der sammenlignes med."),
    }


def _scores(t: Translator) -> dict[str, str]:
    return {
        t("Dimension"): t(
            "Den af de tre dimensioner, som rækken eller kriteriet hører til; eller samarbejdet i "
            "alt."
        ),
        t("Dokumenteret"): t("Point af 100, som offentlige kilder dokumenterer."),
        t("Dokumenteret i alt"): t(
            "Point af 100 i alt, som offentlige kilder dokumenterer; det ukendte tæller nul."
        ),
        t("Dokumenteret: {name}"): t(
            "Point af 100 i denne dimension, som offentlige kilder dokumenterer."
        ),
        t("Muligt"): t("Point af 100, hvis alt ukendt viste sig at være opfyldt."),
        t("Muligt i alt"): t("Point af 100 i alt, hvis alt ukendt viste sig at være opfyldt."),
        t("Midtpunkt"): t("Point af 100, når hvert ukendt kriterium regnes som halvt opfyldt."),
        t("Kendt (andel)"): t(
            "Hvor stor en del der er kendt, fra 0 til 1; i alt som gennemsnit af de tre "
            "dimensioner."
        ),
        t("Kendt, %"): t("Hvor mange procent af kriterierne der er kendt, efter deres vægt."),
        t("Trin"): t("Modenhedstrin 1 til 5; det følger den svageste dimension."),
        t("Egne valg"): t("Hvad læseren har ændret i vægte, år og kilders alder."),
    }


def _ranks(t: Translator) -> dict[str, str]:
    return {
        t("Placering"): t(
            "Nummer blandt kommuner med nok viden, efter midtpunktet, og det spænd, som vægtene "
            "og det ukendte giver."
        ),
        t("Spænd fra nr."): t("Den bedste placering i spændet."),
        t("Spænd til nr."): t("Den dårligste placering i spændet."),
        t("Ud af"): t("Hvor mange kommuner der har en placering."),
        t("I forhold til lige vægte"): t("Hvor mange pladser dine vægte flytter kommunen."),
        t("Beregninger med placering i øverste fjerdedel, %"): t(
            "I hvor mange procent af beregningerne med andre vægte og svar kommunen lå i den "
            "øverste fjerdedel."
        ),
        t("Beregninger med placering i nederste fjerdedel, %"): t(
            "I hvor mange procent af beregningerne med andre vægte og svar kommunen lå i den "
            "nederste fjerdedel."
        ),
        t("Ligger fast"): t(
            "Det kriterium, eller det andet, der holdes fast, mens alt andet ændres."
        ),
        t("Pladser i gennemsnit"): t(
            "Hvor mange pladser kommunerne i gennemsnit flytter sig, når det holdes fast."
        ),
    }


def _groups(t: Translator) -> dict[str, str]:
    return {
        t("Gruppens median"): t("Halvdelen af gruppens kommuner har flere point, halvdelen færre."),
        t("Nedre kvartil"): t("En fjerdedel af gruppen har så mange point eller færre."),
        t("Øvre kvartil"): t("En fjerdedel af gruppen har så mange point eller flere."),
        t("Kendt i gruppen, %"): t(
            "Hvor mange procent af kriterierne der er kendt i medianen af gruppens kommuner."
        ),
        t("Percentil"): t(
            "Hvor mange procent af gruppen der har et lavere midtpunkt end kommunen."
        ),
        t("Opfyldt i gruppen"): t(
            "Hvor mange der opfylder kriteriet, af dem i gruppen, hvor det er kendt."
        ),
        t("Kendt i gruppen"): t("I hvor mange af gruppens kommuner kriteriet er kendt."),
        t("Forskel"): t("Om de kendte vurderinger er forskellige, ens eller ikke alle kendt."),
    }


def _criteria(t: Translator) -> dict[str, str]:
    return {
        t("Kriterium"): t("Det kriterium, rækken handler om."),
        t("Spørgsmål"): t("Hvad der spørges om."),
        t("Opfyldt"): t(
            "Hvor mange kommuner der opfylder kriteriet; i kriterielisten: hvad der skal til."
        ),
        t("Delvist opfyldt"): t(
            "Hvor mange kommuner der opfylder det delvist; i kriterielisten: hvad der skal til."
        ),
        t("Ikke opfyldt"): t("Hvornår kriteriet ikke er opfyldt."),
        t("Kendt"): t("I hvor mange kommuner kriteriet er kendt."),
        t("Opfyldt, andel af de kendte"): t(
            "Hvor stor en del der opfylder kriteriet, af dem, hvor det er kendt."
        ),
        t("Offentliggjort tal"): t(
            "Hvor mange kommuner der svarede ja, da andre spurgte om det samme: antal eller andel, "
            "hvor mange der svarede, og hvilket år. Tomt, hvor der ikke er fundet et tal."
        ),
        t("Hvor kriteriet kommer fra"): t("Hvilken anbefaling kriteriet bygger på."),
        t("Vægt"): t("Hvor meget kriteriet tæller i sin dimension."),
    }


def _records(t: Translator) -> dict[str, str]:
    return {
        t("Cellen i ord"): t("Vurderingen med dens år og alder, som en sætning."),
        t("{name}, år"): t("Det år, som kilden til vurderingen af {name} handler om."),
        t("Vurdering"): t("Opfyldt, delvist opfyldt, ikke opfyldt eller ikke kendt."),
        t("Ikke kendt"): t("Hvor mange af kriterierne der ikke er kendt for kommunen."),
        t("År"): t("Det år, som tallet eller kilden taler om."),
        t("Bemærk"): t("Hvad man skal vide om tallet, eller hvorfor der ikke er noget."),
        t("Note"): t("Hvad der står i kilden, i vores ord."),
        t("Kilde"): t("Hvor det står: en adresse, eller den, der har udgivet det."),
        t("Kildetype"): t("Hvad for en side eller fil det er, og hvem der har skrevet den."),
        t("Afgør vurderingen"): t("Om vurderingen hviler på denne oplysning."),
        t("Rettet siden"): t("Hvad der er rettet ved oplysningen, siden udgaven blev frosset."),
        t("Usikkert"): t("Hvad der er usikkert ved oplysningen."),
        t("Læst"): t("Den dag, kilden blev læst."),
        t("Alder, dage"): t("Dage, siden filen blev hentet eller skrevet."),
        t("Sidst forsøgt"): t("Den dag, kilden sidst blev forsøgt hentet igen."),
        t("Hvad der skete"): t("Hvad der kom ud af det, sidst kilden blev forsøgt hentet igen."),
        t("Adressen"): t("Hvad adressen svarede, sidst den blev spurgt."),
        t("Fører nu til"): t("Den adresse, som kildens adresse sendte videre til."),
        t("Spurgt"): t("Den dag, adressen sidst blev spurgt."),
        "id": t("Oplysningens nummer, som det står i filen evidence.csv."),
        t("Oplysninger"): t("Hvor mange oplysninger der er."),
        t("Laveste"): t("Den laveste vurdering, som en af kilderne giver."),
        t("Højeste"): t("Den højeste vurdering, som en af kilderne giver."),
        t("Nyeste år"): t("Det seneste år, som en af kilderne taler om."),
        t("Afgørelse"): t("Den vurdering, som reglerne giver, når kilderne er uenige."),
    }


def _years(t: Translator) -> dict[str, str]:
    return {
        t("Tal"): t("Hvad der er talt eller spurgt om."),
        t("Værdi"): t("Tallet, i den enhed, der står ved siden af."),
        t("Enhed"): t("Hvad tallet er i, for eksempel procent."),
        t("Hvem tallet gælder"): t("Hvem tallet gælder for."),
        t("Vurderinger kendt i begge år"): t(
            "Hvor mange vurderinger der er kendt i begge de år, der sammenlignes."
        ),
        t("Forbundet med året før"): t("Om nok er kendt i begge år til at tegne en linje."),
        t("Med kilder uden årstal"): t(
            "Gennemsnittet i det nyeste år, når kilder uden årstal tæller med."
        ),
        t("Point i {year}"): t("Point af 100 for de samme vurderinger i det år."),
        t("Point i året"): t("Point af 100 for de samme vurderinger i rækkens år."),
        t("Region"): t("Navnet på regionen."),
        t("Indbyggere 1. januar"): t("Hvor mange der boede i kommunen 1. januar det år."),
        t("Foreningsarbejde efter folkeoplysningsloven, kr. pr. indbygger"): t(
            "Kommunens nettoudgift det år, i løbende priser, på funktion 3.38.73."
        ),
        t("Lokaletilskud, kr. pr. indbygger"): t(
            "Kommunens nettoudgift det år, i løbende priser, på funktion 3.38.74."
        ),
        t("Fritid uden for folkeoplysningsloven, kr. pr. indbygger"): t(
            "Kommunens nettoudgift det år, i løbende priser, på funktion 3.38.75."
        ),
        t("Frivilligt socialt arbejde (§ 18) i regnskabet, kr. pr. indbygger"): t(
            "Kommunens nettoudgift det år, i løbende priser, som regnskabet har den."
        ),
        t("Sammenlignet med år"): t("Det tidligere år, som det nyeste sammenlignes med."),
        t("Point dengang"): t("Point af 100 for de samme vurderinger i det tidligere år."),
        t("Point nu"): t("Point af 100 for de samme vurderinger i det nyeste år."),
        t("Ændring"): t("Forskellen i point mellem de to år, for de samme vurderinger."),
        t("Kan sammenlignes med året før"): t("Om nok er kendt i begge år til at tegne en linje."),
        t("Kendt også året før"): t(
            "Hvor mange vurderinger der er kendt i både dette år og året før."
        ),
        t("Steget"): t("Hvor mange af vurderingerne der er steget."),
        t("Faldet"): t("Hvor mange af vurderingerne der er faldet."),
    }


def _changes(t: Translator) -> dict[str, str]:
    return {
        t("Dokumenteret før"): t("Dokumenterede point i den ældre dataversion."),
        t("Dokumenteret nu"): t("Dokumenterede point i den nyere dataversion."),
        t("Muligt før"): t("Mulige point i den ældre dataversion."),
        t("Muligt nu"): t("Mulige point i den nyere dataversion."),
        t("Hvorfor"): t("Hvad der har flyttet tallet eller vurderingen."),
        t("Før"): t("Vurderingen i den ældre dataversion."),
        t("Nu"): t("Vurderingen i den nyere dataversion."),
        t("Oplysning"): t("Nummeret på den oplysning, som vurderingen hviler på."),
    }


def _sources(t: Translator) -> dict[str, str]:
    return {
        t("Fil"): t("Filens navn blandt data."),
        t("Webadresse"): t("Hvor filen er hentet."),
        t("Hentet"): t("Den dag, filen blev hentet."),
        t("Antal rækker"): t("Hvor mange rækker filen har."),
        t("Tjeksum"): t(
            "Filens eller svarets kontroltal (sha256). Er det det samme, er der ikke "
            "ændret en eneste byte."
        ),
        t("Svar nr."): t("Filen kan være sat sammen af flere svar."),
        t("Spørgsmål til kilden"): t("Det, der blev spurgt om, ord for ord."),
        t("Hentet kl. (UTC)"): t("Hvornår svaret kom, i koordineret verdenstid."),
        t("Størrelse (byte)"): t("Hvor mange byte svaret fylder."),
        t("Licens"): t("Hvad man må bruge den til."),
        t("Krediteres som"): t("Hvem der skal nævnes, når man bruger den."),
        t("Forbehold"): t("Hvad man skal vide, før man bruger den."),
    }


def _voices(t: Translator) -> dict[str, str]:
    return {
        t("Slags"): t("Om rækken er et udsagn eller et kriterium."),
        t("Kommunen siger"): t(
            "Kommunens eget svar i en høring: fra 1 (slet ikke enig) til 5 (helt enig), eller et "
            "niveau."
        ),
        t("Foreningerne siger"): t(
            "Det midterste svar fra mindst fem foreninger i kommunen; tomt, hvor der ikke er nok."
        ),
        t("Foreninger, mindst"): t(
            "Hvor mange foreninger der har svaret, rundet ned til nærmeste fem."
        ),
        t("Foreningernes svar fordelt"): t(
            "Hvordan svarene fordeler sig, hvor hver del rummer mindst fem; rundet ned."
        ),
        t("Dokumenteret vurdering"): t("Hvad offentlige kilder viser om kriteriet."),
    }
