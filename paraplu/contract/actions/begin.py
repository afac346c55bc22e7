"""The agreement as the sources have it: term, parties, annexes, clauses, conditions, first costs.

Twice makes nothing new. What the sources do not say stays empty: amounts of 2022, norms of the work,
how each region bought before.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from django.db import transaction

from paraplu.afspraken import gebieden
from paraplu.afspraken.organisaties import gecertificeerde_instellingen

from ..models import (
    Bijlage,
    Contractmoment,
    Overeenkomst,
    Partij,
    Punt,
    Regioclausule,
    Werknorm,
    Werkzaamheid,
    Wie,
)

NAAM: Final = "Overeenkomst jeugdbescherming en jeugdreclassering Gelderland"
BEGIN: Final = date(2022, 1, 1)
EINDE: Final = date(2024, 12, 31)
#: Number and name of the nine annexes (R159); 4, 6 and 7 are named nowhere.
BIJLAGEN: Final = (
    ("", "Oplegger"),
    ("", "Overeenkomst"),
    ("1", "Algemene voorwaarden"),
    ("2", "Productboek"),
    ("3", "Bouwstenen"),
    ("5", "Resultaatafspraken"),
    ("8", "Inkoopleidraad"),
    ("", "Monitoring"),
    ("", "Kosten en opbrengsten van de invoering"),
)
MOMENTEN: Final = (
    ("Het hele pakket is besproken in het bestuurlijk overleg", date(2021, 6, 30), None, "R215"),
    ("Inkoopstukken zijn te zien, GI's doen een aanbod", date(2021, 7, 9), date(2021, 9, 17), "R160"),
    ("Evaluatie van de resultaatafspraken", date(2023, 12, 31), None, "R155"),
    ("Het tarief kan opnieuw zijn berekend", date(2024, 1, 1), None, "R192, P33"),
)  # fmt: skip
CLAUSULES: Final = (
    ("MIJOV", Regioclausule.Sleutel.BOETE, "ja", "R157"),
    ("CG", Regioclausule.Sleutel.TOETREDING, Wie.GEMEENTEN.value, "R156"),
)
PUNTEN: Final = (
    (
        Punt.Soort.VOORWAARDE, "Extra geld van het Rijk",
        "Een lagere caseload hangt af van geld dat het Rijk erbij doet.", None, "R293",
    ),
    (
        Punt.Soort.VOORWAARDE, "Extra werk door monitor en berichten",
        "Dit werk wordt helemaal vergoed, als gemeenten zich houden aan het convenant over de "
        "woonplaats.", None, "R177",
    ),
    (
        Punt.Soort.KOSTEN, "Verzorgingskosten en bijzondere kosten",
        "Voor de hele provincie gelden dezelfde afspraken, gemaakt met de VNG.",
        date(2020, 9, 1), "R167",
    ),
    (
        Punt.Soort.INKOOP, "Genoeg plekken in de gesloten jeugdzorg",
        "De regio's maken één plan voor inkoop en geld. Later volgen driemilieuvoorzieningen.",
        date(2020, 9, 1), "R168",
    ),
    (
        Punt.Soort.INKOOP, "JeugdzorgPlus en andere zware hulp",
        "De GI's vragen om dit samen te regelen, met genoeg plekken en één vaste jeugdbeschermer.",
        None, "R295",
    ),
    *(
        (Punt.Soort.ONTWIKKELING, naam, uitleg, date(2022, 1, 1), "R190")
        for naam, uitleg in (
            ("Eén uurtarief", "Elke dienst van een GI gaat per uur, met bijkomende kosten erin."),
            ("Normen voor de caseload", "De GI's rekenen met de Deltamethodiek van 2014."),
            ("Verhuizen en woonplaats", "Gemeenten houden zich aan de afspraken over verhuizen."),
            ("Bouwstenen", "Alle regio's voeren de bouwstenen in, met harde resultaten."),
            ("Toekomsttuinen", "Elke regio begint een toekomsttuin."),
            ("Kosten van jeugdhulp", "Partijen sturen op lagere kosten."),
        )
    ),
)  # fmt: skip
#: Work, region, year, amount, cover, source.
WERK: Final = (
    (
        "De afspraken uitwerken en invoeren, tweede helft van het jaar", "CG", 2021,
        Decimal(25_000), "Regionaal Transformatie Budget", "R162 (ongeveer)",
    ),
    ("De afspraken verder invoeren", "CG", 2022, None, "", "R319"),
    ("De bovenregionale monitor", "", 2021, None, "Zit in de kosten van de invoering", "R312"),
)  # fmt: skip
NORMEN: Final = (
    (Werknorm.Soort.TIJD, "Uren per maatregel (Deltamethodiek 2014)", "uur per jaar", "R165"),
    (Werknorm.Soort.KWALITEIT, "Wat goed werk is", "", "R292"),
    (Werknorm.Soort.CASELOAD, "Caseload van een jeugdbeschermer", "maatregelen", "R292"),
    (Werknorm.Soort.MEDEWERKERS, "Aantal jeugdbeschermers", "fte", "R292"),
)


@transaction.atomic
def fill_begin() -> Overeenkomst:
    """Make what the sources say, or leave it as it is; gives the agreement (R153, R154)."""
    overeenkomst, nieuw = Overeenkomst.objects.get_or_create(
        naam=NAAM, begin=BEGIN, defaults={"einde": EINDE, "bron": "R154, P32"}
    )
    if nieuw:
        _fill_overeenkomst(overeenkomst)
        _fill_registers()
    return overeenkomst


def _fill_overeenkomst(overeenkomst: Overeenkomst) -> None:
    partijen = [(Partij.Soort.REGIO, r.code, r.naam) for r in gebieden.regios()]
    partijen += [(Partij.Soort.GI, g.sleutel, g.naam) for g in gecertificeerde_instellingen()]
    Partij.objects.bulk_create(
        Partij(overeenkomst=overeenkomst, soort=soort, code=code, naam=naam, vanaf=BEGIN)
        for soort, code, naam in partijen
    )
    Bijlage.objects.bulk_create(
        Bijlage(overeenkomst=overeenkomst, nummer=nummer, naam=naam) for nummer, naam in BIJLAGEN
    )
    Contractmoment.objects.bulk_create(
        Contractmoment(overeenkomst=overeenkomst, naam=naam, vanaf=vanaf, tot=tot, bron=bron)
        for naam, vanaf, tot, bron in MOMENTEN
    )
    Regioclausule.objects.bulk_create(
        Regioclausule(
            overeenkomst=overeenkomst,
            regio=regio,
            sleutel=sleutel,
            waarde=waarde,
            vanaf=BEGIN,
            bron=bron,
        )
        for regio, sleutel, waarde, bron in CLAUSULES
    )


def _fill_registers() -> None:
    Punt.objects.bulk_create(
        [
            Punt(soort=soort, naam=naam, uitleg=uitleg, gereed_op=gereed, bron=bron)
            for soort, naam, uitleg, gereed, bron in PUNTEN
        ],
        ignore_conflicts=True,
    )
    Werkzaamheid.objects.bulk_create(
        [
            Werkzaamheid(
                werk=werk, regio=regio, jaar=jaar, bedrag=bedrag, dekking=dekking, bron=bron
            )
            for werk, regio, jaar, bedrag, dekking, bron in WERK
        ],
        ignore_conflicts=True,
    )
    Werknorm.objects.bulk_create(
        [
            Werknorm(soort=soort, naam=naam, eenheid=eenheid, vanaf=BEGIN, bron=bron)
            for soort, naam, eenheid, bron in NORMEN
        ],
        ignore_conflicts=True,
    )
