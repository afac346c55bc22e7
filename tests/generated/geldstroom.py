"""Declarations of a world and their answers, in every form (P52)."""

from __future__ import annotations

from datetime import date, timedelta

from tests.generated.bouwer import Bouwer, Rij

MAANDEN = [date(2022, maand, 1) for maand in range(10, 13)]
MAANDEN += [date(2023, maand, 1) for maand in (1, 3, 4, 5, 6, 7, 12)] + [date(2024, 1, 1)]

#: What a 325 says of a declaration as a whole.
ANTWOORDEN = (*("8001",) * 6, "deels", "deels", "0001", "9333", "geen")


def declareer(bouwer: Bouwer) -> None:
    """Declare some months of each allocation and of care without one, per gemeente and provider."""
    bronnen: dict[tuple[str, str], list[Rij]] = {}
    for tabel in ("toewijzing", "start"):
        for rij in bouwer.tabellen[tabel]:
            bronnen.setdefault((rij["gemeente"], rij["aanbieder"]), []).append(rij)
    for (gemeente, aanbieder), rijen in bronnen.items():
        toegekend: list[Rij] = []
        for maand in bouwer.kans.sample(MAANDEN, bouwer.kans.randint(2, 6)):
            oud = bouwer.soms(0.25)
            regels = een_declaratie(bouwer, gemeente, aanbieder, maand, rijen, toegekend, oud=oud)
            if not oud:
                toegekend += regels


def eind_van(maand: date) -> date:
    """The last day of the month that begins on `maand`."""
    return (maand + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def een_declaratie(
    bouwer: Bouwer,
    gemeente: str,
    aanbieder: str,
    maand: date,
    bronnen: list[Rij],
    te_crediteren: list[Rij],
    *,
    oud: bool,
) -> list[Rij]:
    """A 323 (or, `oud`, a 303) with lines and credits, and what was answered."""
    nummer = f"D{bouwer.nummer()}"
    kop = bouwer.bericht(
        "JW303" if oud else "JW323",
        gemeente=gemeente,
        aanbieder=aanbieder,
        dagtekening=eind_van(maand) + timedelta(days=5),
        release="2.3" if oud else "3.2",
        declaratie_nummer=nummer,
        periode_begin=maand,
        periode_einde=eind_van(maand),
    )
    regels = []
    for bron in bouwer.kans.sample(bronnen, min(len(bronnen), bouwer.kans.randint(1, 5))):
        if bron["toewijzing_nummer"] is not None or oud:
            regels.append(een_regel(bouwer, kop, maand, bron))
    if te_crediteren and bouwer.soms(0.5):
        regels.append(credit(bouwer, kop, bouwer.kans.choice(te_crediteren)))
    if not regels:
        return regels
    antwoord_304(bouwer, kop, regels) if oud else antwoord_325(bouwer, kop, regels)
    if bouwer.soms(0.05):
        bouwer.zelfde_sleutel("declaratie", kop, bedrag=7777)
    return regels


def een_regel(bouwer: Bouwer, kop: Rij, maand: date, bron: Rij) -> Rij:
    """A declared line of the care in `bron`, on the first days of the month or all of it."""
    begin = maand + timedelta(days=bouwer.kans.choice((0, 0, 0, 10)))
    einde = bouwer.kans.choice((begin, eind_van(maand)))
    return bouwer.regel(
        "declaratie",
        kop,
        bron["kind"],
        toewijzing_nummer=bron["toewijzing_nummer"],
        beschikking_nummer=bron["beschikking_nummer"],
        productcategorie=bron["productcategorie"] or "45",
        productcode=bron["productcode"],
        declaratie_nummer=kop["declaratie_nummer"],
        referentie=f"P{bouwer.nummer()}",
        begindatum=begin,
        einddatum=einde,
        volume=3,
        eenheid=bron.get("eenheid") or "04",
        tarief=bouwer.kans.choice((None, 5000, 6000)),
        bedrag=bouwer.kans.choice((0, 1, 5000, 12345, 60000)),
        credit=False,
    )


def credit(bouwer: Bouwer, kop: Rij, eerder: Rij) -> Rij:
    """A line that takes an earlier one back."""
    velden = {naam: waarde for naam, waarde in eerder.items() if naam not in LIJN}
    return bouwer.regel(
        "declaratie",
        kop,
        eerder["kind"],
        **velden
        | {
            "declaratie_nummer": kop["declaratie_nummer"],
            "referentie": f"P{bouwer.nummer()}",
            "vorige_referentie": eerder["referentie"],
            "bedrag": -eerder["bedrag"],
            "credit": True,
        },
    )


LIJN = ("batch", "bericht", "gemeente", "aanbieder", "kind", "volgnummer", "regel")


def antwoord_325(bouwer: Bouwer, kop: Rij, regels: list[Rij]) -> None:
    """All granted, some lines refused, all refused on either of two levels, or no answer."""
    for keer in range(bouwer.kans.choice((1, 1, 1, 2))):
        wat = bouwer.kans.choice(ANTWOORDEN)
        if wat == "geen":
            continue
        antwoord = bouwer.bericht(
            "JW325",
            gemeente=kop["gemeente"],
            aanbieder=kop["aanbieder"],
            dagtekening=kop["dagtekening"] + timedelta(days=10 + keer),
            identificatie_retour=kop["identificatie"],
            dagtekening_retour=kop["dagtekening"],
            declaratie_nummer=None if wat == "0001" else kop["declaratie_nummer"],
            retourcodes="0001" if wat == "0001" else "0200",
            retourcodes_klasse={"8001": "8001", "deels": "0200", "9333": "9333"}.get(wat),
        )
        if wat != "deels":
            continue
        for rij in bouwer.kans.sample(regels, bouwer.kans.randint(1, len(regels))):
            answer_line(bouwer, antwoord, rij, retourcodes="9346", retourcodes_client="0200")


def antwoord_304(bouwer: Bouwer, kop: Rij, regels: list[Rij]) -> None:
    """Per line the amount granted: all of it, part, nothing, or the line is not there."""
    wat = bouwer.kans.choice(("goed", "goed", "goed", "0001", "geen"))
    if wat == "geen":
        return
    antwoord = bouwer.bericht(
        "JW304",
        gemeente=kop["gemeente"],
        aanbieder=kop["aanbieder"],
        dagtekening=kop["dagtekening"] + timedelta(days=10),
        release="2.3",
        declaratie_nummer=kop["declaratie_nummer"],
        retourcodes="0001" if wat == "0001" else "0200",
    )
    if wat == "0001" and bouwer.soms(0.5):
        return
    for rij in regels:
        deel = bouwer.kans.choice(("alles", "alles", "half", "niets", "ontbreekt"))
        if deel == "ontbreekt":
            continue
        bedrag = {"alles": rij["bedrag"], "half": int(rij["bedrag"] / 2), "niets": 0}[deel]
        answer_line(bouwer, antwoord, rij, toegekend=bedrag, retourcodes="0200")


def answer_line(bouwer: Bouwer, antwoord: Rij, rij: Rij, **velden: object) -> None:
    """The line of an answer that repeats `rij`."""
    gelijk = (
        "toewijzing_nummer",
        "beschikking_nummer",
        "productcategorie",
        "productcode",
        "referentie",
        "vorige_referentie",
        "bedrag",
    )
    bouwer.regel(
        "declaratieantwoord",
        antwoord,
        rij["kind"],
        declaratie_nummer=antwoord["declaratie_nummer"],
        **{naam: rij[naam] for naam in gelijk},
        **velden,
    )
