"""Invented returns, answers, checklists and incidents of 2021 to 2023; every one says that it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from paraplu.afspraken import gebieden
from paraplu.opgaven.actions import enquete, incidenten, lijsten, opgaven, vacatures
from paraplu.opgaven.kosten import SOORTEN
from paraplu.opgaven.lijsten import LIJSTEN
from paraplu.opgaven.models import Antwoord, Enqueteronde
from paraplu.opgaven.queries.versies import list_gis
from paraplu.web.models import Gebruiker

ZAAD: Final = 7
JAREN: Final = (2021, 2022, 2023)
VERZONNEN: Final = "Verzonnen voor de demo."
#: Per GI, in the order of their codes: overhead in percent, people, and who left, by year.
OVERHEAD: Final = ((29.6, 28.9, 28.2), (30.4, 30.1, 29.2), (28.7, 28.0, 27.6), (31.2, 30.8, None))
MENSEN: Final = (120, 62, 40, 24)
WEG: Final = ((0.21, 0.19, 0.15), (0.24, 0.21, 0.18), (0.19, 0.16, 0.15), (0.20, 0.20, 0.17))
#: How many answered, and around which percent, by GI and year of the survey.
ANTWOORDEN: Final = {2022: (58, 31, 22, 3), 2023: (64, 35, 24, 8)}
ZOEKTIJD: Final = {2022: 16.6, 2023: 14.8}
#: Parts of the overhead and of the rest, by type; what is left goes to jeugdbeschermers.
DELEN: Final = {
    "bestuur": 0.16, "personeelszaken": 0.14, "financien": 0.18, "ict": 0.2, "huisvesting": 0.2,
    "kwaliteit": 0.08, "overig": 0.04,
}  # fmt: skip
REST: Final = {
    "gedragswetenschappers": 0.08, "overig_direct": 0.03, "leiding": 0.06,
    "werkondersteuning": 0.05, "werkbegeleiding": 0.03, "zoektijd": 0.01,
}  # fmt: skip


def fill(on: date) -> None:
    """Fill the room once; `on` is only used for what is open now."""
    namen = ("demo-gi", "demo-contractmanager")
    wie = {een.gebruikersnaam: een for een in Gebruiker.objects.filter(gebruikersnaam__in=namen)}
    gis = sorted(list_gis(JAREN[-1]))[: len(MENSEN)]
    if len(wie) < len(namen) or not gis or Enqueteronde.objects.filter(jaar=2022).exists():
        return
    toeval = Random(ZAAD)  # noqa: S311 - a demo, no secret
    gi, beheer = (wie[naam] for naam in namen)
    for nummer, code in enumerate(gis):
        by = gi if code == gi.organisatie_code else beheer
        _hand_in(nummer, code, by)
    for jaar in ANTWOORDEN:
        _hold_enquete(jaar, gis, beheer, toeval)
    for regio in gebieden.regios():
        _answer_lists(regio.code, beheer, toeval)
    _report_incidenten(gis, gi, toeval)
    _search_voogden(gi)
    _offer_vacatures(gi, beheer, on)


def _hand_in(nummer: int, gi: str, by: Gebruiker) -> None:
    """Three years of costs and staff; one GI has not sent its last costs, one corrected a year."""
    mensen = MENSEN[nummer]
    for plek, jaar in enumerate(JAREN):
        op = date(jaar + 1, 3, 10 + nummer)
        deel = OVERHEAD[nummer][plek]
        if deel is not None:
            bedragen = _make_kosten(mensen * 118_000, deel)
            opgaven.hand_in_kosten(
                gi=gi, jaar=jaar, bedragen=bedragen, by=by, on=op, reden=VERZONNEN
            )
        eruit = round(mensen * WEG[nummer][plek])
        erbij = eruit + (2 if plek else -1)
        lokaal, veilig = 1 + plek, plek
        opgaven.hand_in_personeel(
            gi=gi, jaar=jaar, by=by, on=op, reden=VERZONNEN, begin=mensen, instroom=erbij,
            uitstroom=eruit, eind=mensen + erbij - eruit, van_lokaal=min(lokaal, erbij),
            van_veilig_thuis=min(veilig, max(erbij - lokaal, 0)), van_elders=0,
            van_onbekend=max(erbij - lokaal - veilig, 0),
        )  # fmt: skip
        mensen += erbij - eruit
    if nummer == 1:
        bedragen = _make_kosten(MENSEN[1] * 118_000, 29.7)
        reden = f"Huisvesting stond er dubbel in. {VERZONNEN}"
        opgaven.hand_in_kosten(
            gi=gi, jaar=2022, bedragen=bedragen, by=by, on=date(2023, 6, 1), gezien=1, reden=reden
        )


def _make_kosten(totaal: int, overhead: float) -> dict[str, Decimal]:
    """Euros by type that make up this total with this percent of overhead."""
    bedragen = {soort: round(totaal * overhead / 100 * deel) for soort, deel in DELEN.items()}
    bedragen |= {soort: round(totaal * deel) for soort, deel in REST.items()}
    bedragen["jeugdbeschermers"] = totaal - sum(bedragen.values())
    return {soort: Decimal(bedragen[soort]) for soort in SOORTEN}


def _hold_enquete(jaar: int, gis: list[str], by: Gebruiker, toeval: Random) -> None:
    ronde = enquete.open_ronde(
        jaar=jaar, vanaf=date(jaar, 10, 1), tot=date(jaar, 10, 31), gis=gis, by=by
    )
    for link in ronde.links.all():
        aantal = ANTWOORDEN[jaar][gis.index(link.gi)]
        enquete.note_genodigd(link=link, genodigd=aantal * 2)
        antwoorden = [_make_antwoord(link, jaar, toeval) for _nummer in range(aantal)]
        enquete.keep_answers(link=link, antwoorden=antwoorden, on=ronde.tot)


def _make_antwoord(link, jaar: int, toeval: Random) -> Antwoord:
    procent = min(max(toeval.gauss(ZOEKTIJD[jaar], 6), 0), 60)
    return Antwoord(
        link=link,
        functie="jeugdbeschermer" if toeval.random() < 0.85 else "jeugdreclasseerder",
        procent=round(Decimal(procent), 1),
        werkdruk=toeval.choice((3, 4, 4, 5, None)),
        plezier=toeval.choice((2, 3, 3, 4, None)),
    )


def _answer_lists(regio: str, by: Gebruiker, toeval: Random) -> None:
    for lijst, op, tot in (
        ("ra8", date(2022, 2, 1), date(2022, 5, 1)),
        ("ra6", date(2022, 4, 1), None),
    ):
        for sleutel, _naam, _bron in LIJSTEN[lijst].punten:
            velden = {"regio": regio, "lijst": lijst, "sleutel": sleutel, "by": by}
            sinds = toeval.choice((date(2021, 9, 1), date(2022, 1, 1), None))
            if sinds and sleutel != "norm":
                lijsten.note_antwoord(
                    stand="ja",
                    sinds=sinds,
                    bewijs=f"Besluit van de regio. {VERZONNEN}",
                    on=op,
                    **velden,
                )
                continue
            stand = "nee" if sleutel == "norm" else "deels"
            lijsten.note_antwoord(
                stand=stand, bewijs=f"Nog niet klaar. {VERZONNEN}", on=op, **velden
            )
            if tot and toeval.random() < 0.8:
                lijsten.note_antwoord(
                    stand="ja",
                    sinds=date(2022, 3, 15),
                    bewijs=f"Afgerond. {VERZONNEN}",
                    on=tot,
                    **velden,
                )


def _report_incidenten(gis: list[str], by: Gebruiker, toeval: Random) -> None:
    codes = [gemeente.code for gemeente in gebieden.gemeenten() if gemeente.in_gvjb]
    soorten = ("onbekend", "geweigerd", "gegevens", "betaling")
    for nummer, gemeld_op in enumerate(_days(), start=1):
        velden = {"gi": gis[nummer % len(gis)], "gemeente": toeval.choice(codes), "by": by}
        if nummer % 3:
            velden["soort"] = toeval.choice(soorten)
        else:
            velden |= {
                "soort": "verhuizing", "verhuisd_op": gemeld_op - timedelta(days=40),
                "oude_gemeente": toeval.choice(codes), "nieuwe_gemeente": velden["gemeente"],
            }  # fmt: skip
        een = incidenten.report_incident(
            kenmerk=f"DEMO-{gemeld_op.year}-{nummer}", gemeld_op=gemeld_op,
            on=gemeld_op + timedelta(days=1), **velden,
        )  # fmt: skip
        duur = toeval.choice((3, 6, 9, 13, 20, 33))
        incidenten.add_stap(
            incident=een, by=by, on=gemeld_op + timedelta(days=duur), tekst=VERZONNEN,
            uren=Decimal(toeval.choice((1, 2, 4, 9))),
            opgelost_op=gemeld_op + timedelta(days=duur) if nummer % 9 else None,
            afspraak_nageleefd=bool(nummer % 2) if nummer % 3 == 0 else None,
        )  # fmt: skip
    for gi in gis[:-1]:
        for jaar in JAREN:
            opgaven.declare_incidenten(gi=gi, jaar=jaar, by=by, on=date(jaar + 1, 2, 1))


def _days() -> Iterator[date]:
    """Fewer problems every year."""
    for jaar, stap in ((2021, 28), (2022, 36), (2023, 52)):
        for dag in range(9, 360, stap):
            yield date(jaar, 1, 1) + timedelta(days=dag)


def _search_voogden(by: Gebruiker) -> None:
    for nummer, (wie, uitkomst) in enumerate(
        (("familie", "nee"), ("pleegouder", "ja"), ("netwerk", "later"), ("familie", "")), start=1
    ):
        actie = incidenten.ask_voogd(
            gi=by.organisatie_code, kenmerk=f"DEMO-V{(nummer + 1) // 2}", wie=wie,
            gevraagd_op=date(2023, 2 * nummer, 3), by=by,
        )  # fmt: skip
        if uitkomst:
            incidenten.note_uitkomst(
                zoekactie=actie, uitkomst=uitkomst, on=date(2023, 2 * nummer, 20)
            )


def _offer_vacatures(gi: Gebruiker, beheer: Gebruiker, on: date) -> None:
    for by, soort, titel in (
        (gi, "vacature", "Jeugdbeschermer, 32 uur"),
        (beheer, "eenvoudiger", "Een jaar bij een lokaal team"),
        (gi, "snuffelstage", "Een week meekijken bij een jeugdbeschermer"),
    ):
        vacatures.offer_vacature(
            by=by, soort=soort, titel=titel, tekst=VERZONNEN, vanaf=on, tot=on + timedelta(days=60)
        )
