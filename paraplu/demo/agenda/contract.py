"""The agreement of the demo: what the sources say, and beside it tariffs and scenarios that are made up.

Every made-up value says so: `verzonnen` at a tariff or norm, and the word itself in a source or name.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from paraplu.contract.actions import begin, overeenkomsten, productboek, registers, scenarios
from paraplu.contract.models import (
    Bijlage,
    Caseloadstand,
    Indexatie,
    Inkoopwijze,
    Overeenkomst,
    Partij,
    Product,
    Punt,
    Scenario,
    Tarief,
    Werknorm,
)
from paraplu.contract.rekenen.velden import VELDEN, VOORBEELD
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.wand.verzoek import beyond_wall

VERZONNEN: Final = "verzonnen voor de demo"
#: Code, name and unit of a product, its tariff in 2022 in euro's (None: not known).
PRODUCTEN: Final = (
    ("48A01", "Ondertoezichtstelling, eerste jaar", "100.00"),
    ("48A02", "Ondertoezichtstelling, tweede jaar en verder", "96.00"),
    ("48A03", "Voogdij", "92.00"),
    ("47A01", "Jeugdreclassering", "104.00"),
    ("47A05", "Intensieve begeleiding, harde kern", None),
)
#: How a tariff of the demo is divided, in percent; the rest is overhead.
DELEN: Final = (
    ("directe_tijd", 38), ("indirecte_tijd", 25), ("indirect_personeel", 7), ("bbk", 1),
)  # fmt: skip
INDEXATIES: Final = (
    (2023, "3.1"), (2024, "4.2"), (2025, "2.9"), (2026, "2.5"),
)  # fmt: skip
LANDELIJK: Final = ("48A03", date(2025, 1, 1), Decimal("101.00"))
#: Key of a GI, team, full-time jeugdbeschermers, measures.
CASELOAD: Final = (
    ("GI-JBGLD", "", "96.00", 1540),
    ("GI-JBGLD", "Team Noord", "12.50", 214),
    ("GI-WSS", "", "54.00", 812),
    ("GI-LDH", "", "18.50", 251),
    ("GI-JVV", "", "22.00", 368),
)
INKOOP: Final = (("CG", "subsidie"), ("FV", "open_house"), ("RVN", "bestuurlijk"))


def fill(on: date) -> None:
    """Make what is not there yet; twice gives the same."""
    with beyond_wall():
        overeenkomst = begin.fill_begin()
        if not Tarief.objects.exists():
            _fill_productboek(on)
        if not overeenkomst.verlengingen.exists():
            _fill_overeenkomst(overeenkomst)
        if not Caseloadstand.objects.exists():
            _fill_registers(overeenkomst)
        if not Scenario.objects.exists():
            _fill_scenarios(on)


def _fill_productboek(on: date) -> None:
    for code, naam, bedrag in PRODUCTEN:
        product, _nieuw = Product.objects.get_or_create(
            code=code, defaults={"naam": naam, "eenheid": Product.Eenheid.UUR}
        )
        if bedrag:
            productboek.set_tarief(
                product=product, soort=Tarief.Soort.GELDERS, vanaf=begin.BEGIN,
                bedrag=Decimal(bedrag), bron=VERZONNEN, delen=_split(Decimal(bedrag)),
                verzonnen=True, on=on, by=None,
            )  # fmt: skip
    code, vanaf, hoogte = LANDELIJK
    productboek.set_tarief(
        product=Product.objects.get(code=code), soort=Tarief.Soort.LANDELIJK, vanaf=vanaf,
        bedrag=hoogte, bron=VERZONNEN, verzonnen=True, on=on, by=None,
    )  # fmt: skip
    for jaar, procent in INDEXATIES:
        if not Indexatie.objects.filter(jaar=jaar).exists():
            productboek.set_indexatie(
                jaar=jaar, procent=Decimal(procent), bron=VERZONNEN, verzonnen=True, by=None
            )


def _split(bedrag: Decimal) -> dict[str, Decimal]:
    delen = {deel: bedrag * procent / 100 for deel, procent in DELEN}
    return delen | {"overhead": bedrag - sum(delen.values(), Decimal(0))}


def _fill_overeenkomst(overeenkomst: Overeenkomst) -> None:
    """An extension, a GI that joins later, how some regions bought before, and versions of annexes."""
    overeenkomsten.extend(
        overeenkomst=overeenkomst, tot=date(2027, 12, 31), besloten_op=date(2024, 5, 30),
        toelichting=VERZONNEN, by=None,
    )  # fmt: skip
    gi = overeenkomsten.ask_toetreding(
        overeenkomst=overeenkomst, code="GI-VOORBEELD", naam="Voorbeeld-GI (verzonnen)",
        vanaf=date(2025, 4, 1),
    )  # fmt: skip
    for regio, akkoord in (("CG", True), ("RIV", True), ("FV", False)):
        overeenkomsten.decide_toetreding(
            partij=gi, regio=regio, akkoord=akkoord, besloten_op=date(2025, 2, 20), by=None,
            toelichting=VERZONNEN,
        )  # fmt: skip
    for regio, wijze in INKOOP:
        if not Inkoopwijze.objects.filter(regio=regio).exists():
            overeenkomsten.add_inkoopwijze(
                regio=regio, wijze=wijze, tot=date(2021, 12, 31), bron=VERZONNEN, by=None
            )
    for bijlage in Bijlage.objects.filter(overeenkomst=overeenkomst).exclude(nummer=""):
        overeenkomsten.add_versie(
            bijlage=bijlage, versie="1.0", vanaf=begin.BEGIN, vindplaats=VERZONNEN, by=None
        )


def _fill_registers(overeenkomst: Overeenkomst) -> None:
    registers.set_werknorm(
        soort=Werknorm.Soort.CASELOAD, naam="Caseload van een jeugdbeschermer",
        waarde=Decimal(15), eenheid="maatregelen", vanaf=date(2022, 1, 2), bron=VERZONNEN,
        verzonnen=True, by=None,
    )  # fmt: skip
    for sleutel in ("productieve_uren", "normuren_ots", "normuren_voogdij", "normuren_jr"):
        # Under the name of the field, so that a reckoning can begin with it.
        registers.set_werknorm(
            soort=Werknorm.Soort.TIJD, naam=VELDEN[sleutel].naam, waarde=Decimal(VOORBEELD[sleutel]),
            eenheid="uur per jaar", vanaf=begin.BEGIN, bron=VERZONNEN, verzonnen=True, by=None,
        )  # fmt: skip
    namen = dict(overeenkomst.partijen.filter(soort=Partij.Soort.GI).values_list("code", "naam"))
    for gi, team, fte, aantal in CASELOAD:
        registers.add_caseload(
            gi=gi, gi_naam=namen[gi], team=team, op=date(2022, 12, 31), fte=Decimal(fte),
            maatregelen=aantal, bron=VERZONNEN, verzonnen=True, by=None,
        )  # fmt: skip
    registers.set_stand(
        punt=Punt.objects.get(bron="R293"), stand="loopt", vanaf=date(2022, 3, 1),
        toelichting=VERZONNEN, by=None,
    )  # fmt: skip


def _fill_scenarios(on: date) -> None:
    """Two scenarios of a contract manager, shared with the province and the GI of the demo."""
    alle = Gebruiker.objects.filter(is_demo=True).order_by("pk")
    maker = alle.filter(soort=Soort.CONTRACTMANAGER).first()
    if maker is None:
        return
    vlak = {
        f"{pad}_{jaar}": waarde
        for pad, waarde in (("zoektijd", "18"), ("overhead", "29,1"), ("verloop", "20"))
        for jaar in (2022, 2023, 2024, 2025)
    }
    plannen = (
        ("Zoals afgesproken (verzonnen bedragen)", {}),
        ("Er verandert niets aan het werk (verzonnen bedragen)", vlak),
    )
    lezers = [alle.filter(soort=soort).first() for soort in (Soort.PROVINCIE, Soort.GI)]
    for naam, anders in plannen:
        scenario = scenarios.save_scenario(
            naam=naam, invoer=VOORBEELD | anders, by=maker, on=on,
            toelichting="Bedragen en uren zijn verzonnen, om de rekenhulp te laten zien.",
        )  # fmt: skip
        for lezer in filter(None, lezers):
            scenarios.share(
                scenario=scenario, soort=lezer.organisatie_soort, code=lezer.organisatie_code,
                naam=lezer.organisatie_naam, on=on,
            )  # fmt: skip
