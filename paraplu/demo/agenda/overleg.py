"""Meetings of 2022 and 2023 in the demo: agendas, minutes, actions, and a first deviation."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.timezone import make_aware

from paraplu.afspraken.resultaatafspraken import resultaatafspraken
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.kijker import make_kijk
from paraplu.inzage.models import Kring
from paraplu.overleg.actions import acties, afwijkingen, leren, overleggen, registers
from paraplu.overleg.actions.inrichten import fill_registers
from paraplu.overleg.models import Afwijking, Bijeenkomst, Overleg
from paraplu.overleg.partijen import find_partij, list_gis
from paraplu.overleg.standen import Vraag, is_afwijking, read_stand
from paraplu.resultaten.stand import Stand
from paraplu.web.models import Gebruiker, Soort

#: Kind, region, day and the year that is discussed.
OVERLEGGEN: Final = (
    ("gelders", "", date(2022, 3, 10), 2021),
    ("gelders", "", date(2022, 6, 9), 2021),
    ("gelders", "", date(2022, 10, 13), 2022),
    ("contract", "FV", date(2022, 11, 3), 2022),
    ("contract", "CG", date(2022, 11, 17), 2022),
    ("gelders", "", date(2023, 3, 9), 2022),
    ("cm", "", date(2023, 4, 6), 2022),
    ("gelders", "", date(2023, 6, 8), 2022),
    ("gelders", "", date(2023, 10, 12), 2023),
)
#: Day of the meeting, what, result, who, and by when.
ACTIES: Final = (
    (date(2022, 3, 10), "Elk kwartaal de overhead opgeven", "Elke GI levert de opgave op tijd.",
     "GI's", date(2022, 7, 1)),
    (date(2022, 10, 13), "Redenen van vertrek bespreken", "GI's en gemeenten weten waarom mensen weggaan.",
     "GI's en regio's", date(2023, 1, 15)),
    (date(2023, 3, 9), "Snuffelstages bij lokale teams", "Vijf jeugdbeschermers liepen mee.",
     "Regio's", date(2023, 9, 1)),
)  # fmt: skip


def fill(on: date) -> None:
    """Make whatever is not there yet of what had happened on `on`."""
    by = Gebruiker.objects.filter(gebruikersnaam="demo-contractmanager").first()
    if by is None:
        return
    fill_registers()
    if Overleg.objects.exists():
        return
    gemaakt = {
        datum: _plan(soort, regio, datum, jaar, by) for soort, regio, datum, jaar in OVERLEGGEN
    }
    for datum, onderwerp, resultaat, eigenaar, klaar in ACTIES:
        acties.add_actie(
            onderwerp=onderwerp, resultaat=resultaat, eigenaar=eigenaar, datum=klaar,
            overleg=gemaakt[datum], by=by, on=datum,
        )  # fmt: skip
    _finish_first_actie(gemaakt[date(2022, 3, 10)], by)
    _hold(gemaakt, by)
    _first_afwijking(gemaakt[date(2023, 6, 8)], by)
    _plan_g7(by, on)
    _learn(by)
    _ask_gegevens(by)


def _plan(soort: str, regio: str, datum: date, jaar: int, by: Gebruiker) -> Overleg:
    plaats = "Arnhem" if not regio else ""
    return overleggen.plan_overleg(
        soort=soort, regio=regio, datum=datum, jaar=jaar, plaats=plaats,
        bekend_op=datum - timedelta(days=7), by=by,
    )  # fmt: skip


def _finish_first_actie(overleg: Overleg, by: Gebruiker) -> None:
    [actie] = overleg.acties.all()
    acties.move_datum(
        actie=actie, datum=date(2022, 9, 1), by=by, on=date(2022, 6, 9),
        reden="Een GI kreeg een ander systeem.",
    )  # fmt: skip
    acties.note_stap(
        actie=actie, stand="klaar", by=by, on=date(2022, 8, 29),
        tekst="Alle vier de GI's leverden de opgave.",
    )  # fmt: skip


def _hold(gemaakt: dict[date, Overleg], by: Gebruiker) -> None:
    """The first two Gelders meetings have notes and adopted minutes."""
    for datum in (date(2022, 3, 10), date(2022, 6, 9)):
        overleg = gemaakt[datum]
        now = make_aware(datetime.combine(datum, time(16)))
        rijen = list(overleg.deelnemers.all())
        for rij in rijen:
            rij.aanwezig = True
        overleggen.note_aanwezig(overleg=overleg, rijen=rijen, by=by)
        overleggen.note_afspraak(
            overleg=overleg, afspraak="RA4", by=by, now=now,
            tekst="Partijen willen eerst weten waarom mensen weggaan.",
        )  # fmt: skip
        overleggen.save_verslag(
            overleg=overleg, by=by, now=now,
            tekst="Alle regio's en GI's waren er.\n\n1. Cijfers: er is nog geen jaar om te vergelijken."
            "\n2. Verloop: GI's vragen vertrekkers naar de reden.",
        )  # fmt: skip
        overleggen.adopt_verslag(overleg=overleg, nummer=1, by=by, on=datum + timedelta(days=30))


def _first_afwijking(overleg: Overleg, by: Gebruiker) -> None:
    """The first agreement that a GI did not meet in 2022 according to the figures; none when all did."""
    stand = _find_stand(overleg)
    partij = find_partij(stand.partij.sleutel) if stand else None
    regio = find_partij("regio-CG")
    if stand is None or partij is None or regio is None:
        return
    afwijking: Afwijking = afwijkingen.record_afwijking(
        stand=stand, partij=partij, getroffen=regio, overleg=overleg,
        bekend_op=overleg.bekend_op, by=by, on=overleg.datum,
        toelichting="De regio moet hierdoor meer betalen dan afgesproken.",
    )  # fmt: skip
    gi = Gebruiker.objects.filter(soort=Soort.GI, organisatie_code=partij.code).first()
    if gi is not None:
        afwijkingen.add_stap(
            afwijking=afwijking, soort="reactie", by=gi, on=overleg.datum + timedelta(days=14),
            tekst="Wij maken een plan en bespreken dat in het volgende overleg.",
        )  # fmt: skip


def _find_stand(overleg: Overleg) -> Stand | None:
    """Agreements that come from returns first: those figures need no counting of messages."""
    vraag = Vraag(2022, overleg.bekend_op, make_kijk(Kring.PARTIJEN.value, op=overleg.bekend_op))
    for afspraak in resultaatafspraken():
        if afspraak.bron != "opgave" or "gi" not in afspraak.partijen:
            continue
        for gi in list_gis():
            stand = read_stand(afspraak, Gebied("gi", gi.code, gi.naam), vraag)
            if stand is not None and is_afwijking(stand):
                return stand
    return None


def _plan_g7(by: Gebruiker, on: date) -> None:
    """A meeting of the G7 in a month, so that a second deviation can go there."""
    overleggen.plan_overleg(
        soort="g7", datum=on + timedelta(days=30), jaar=on.year - 1, bekend_op=on, by=by,
        plaats="Arnhem",
    )  # fmt: skip


def _ask_gegevens(by: Gebruiker) -> None:
    """One region wants to know more than the common set; what, was found meaningful (R309)."""
    registers.note_gegevenswens(
        regio="FV", wat="Instroom volgens de toewijzing", cijfer="V2a toegewezen", stand="zinvol",
        waarom="De regio stuurt op wat zij toewijst.", datum=date(2022, 10, 13), by=by,
        on=date(2022, 10, 13),
    )  # fmt: skip


def _learn(by: Gebruiker) -> None:
    bijeenkomst: Bijeenkomst = leren.plan_bijeenkomst(
        by=by, soort="thema", titel="Samen kijken naar veiligheid", datum=date(2021, 6, 24), regio="CG",
        elementen=[], themas=["lokaal"], kernwaarden=["vertrouwen"],
    )  # fmt: skip
    leren.write_reflectie(
        bijeenkomst=bijeenkomst, kernwaarden=["leren"], voorbeeld=True, by=by, on=date(2021, 6, 25),
        tekst="Wie elkaar kent, belt eerder.", niveau="mensen", past="ja",
        betekenis="Ik vraag een ander na afloop wat beter kon.",
    )  # fmt: skip
    leren.plan_bijeenkomst(
        by=by, soort="samenwerking", titel="Kennismaken in FoodValley", datum=date(2022, 5, 19),
        regio="FV", initiatief="Ede", elementen=["kennismaken", "visie", "bouwstenen"],
        themas=["bepaling"], kernwaarden=["vertrouwen", "duidelijk"],
    )  # fmt: skip
    leren.plan_bijeenkomst(
        by=by, soort="leergroep", titel="Leergroep Ede", datum=date(2022, 9, 22), regio="FV",
        initiatief="Ede", elementen=[], themas=[], kernwaarden=["leren"], skj=True,
        werkwijze="Een casus bespreken met de incidentmethode",
    )  # fmt: skip
