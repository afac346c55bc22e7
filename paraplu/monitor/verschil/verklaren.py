"""Explain the difference between a figure as it was known and as it is known now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from paraplu.monitor import tellen
from paraplu.monitor.afgeleid import ALTIJD
from paraplu.monitor.bladen import SOORTEN, Bladen, Bladversie
from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.periode import Periode
from paraplu.monitor.stand import Stand
from paraplu.monitor.uitkomst import Waarde
from paraplu.monitor.verbergen import Kijk
from paraplu.monitor.verschil.afschermen import mag_alles, scherm_af
from paraplu.monitor.verschil.gebeurtenissen import Gebeurtenis, Tussentijd
from paraplu.monitor.verschil.regels import Paar, read_paren
from paraplu.monitor.verschil.soorten import (
    ANDERS,
    GEKOMEN,
    WEG,
    Aanleiding,
    Leveringdeel,
    Oorzaak,
    Oorzaakdeel,
    Verschil,
    Wijziging,
)
from paraplu.monitor.verschil.toewijzen import Zoeker, read_delen

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor

#: Sheets that rows of a value are made with.
BLADEN_VAN = {"V6b": ("tarieven",), "V6c": ("budgetplafonds", "tarieven")}
GEEN_AANLEIDING = (
    "Van dit kind of deze aanbieder is tussen toen en nu niets binnengekomen of weggevallen."
)


def verklaar(
    monitor: Monitor,
    code: str,
    *,
    toen: date | Stand | Monitor,
    periode: Periode,
    variant: str | None = None,
    filters: Mapping[str, str] | None = None,
    maat: str | None = None,
    kijk: Kijk | None = None,
) -> Verschil:
    """What moved the figure of `code` between `toen` and `monitor` (as known now, or as it is opened).

    `toen`: a day, a kept Stand, or a Monitor opened so. With `maat` the rows of that measure, such as
    transfers. With a `kijk` of another area see `afschermen`. Raises what `Monitor.waarde` raises,
    and StandNietLeesbaar.
    """
    eerder = toen if not isinstance(toen, date | Stand) else monitor.zoals(toen)
    vraag = monitor.vraag(code, variant=variant, periode=periode, filters=filters)
    gekozen = vraag.indicator.maat(maat) if maat else None
    with eerder.geopend() as oud, monitor.geopend() as nieuw:
        regels_toen, regels_nu, paren = read_paren(oud, nieuw, vraag, gekozen)
        bladen = _andere_bladen(eerder, monitor)
        wijzigingen = _verklaarde(oud, nieuw, vraag, paren, bladen) if paren else []
        namen = {rij["levering"]: rij for rij in nieuw.leveringen(None)} if wijzigingen else {}
    verschil = Verschil(
        indicator=vraag.indicator,
        variant=vraag.variant,
        periode=periode,
        filters=vraag.filters,
        toen=_noem(eerder),
        nu=_noem(monitor),
        waarden_toen=_waarden(eerder, vraag),
        waarden_nu=_waarden(monitor, vraag),
        regels_toen=regels_toen,
        regels_nu=regels_nu,
        oorzaken=tel_oorzaken(wijzigingen),
        wijzigingen=tuple(wijzigingen),
        leveringen=_tel_leveringen(wijzigingen, namen),
    )
    if kijk is None or mag_alles(kijk, vraag.filters):
        return verschil
    getoond = (_waarden(eerder, vraag, kijk), _waarden(monitor, vraag, kijk))
    return scherm_af(verschil, kijk, toen=eerder.bekend_op, waarden=getoond)


def _waarden(monitor: Monitor, vraag: Vraag, kijk: Kijk | None = None) -> Mapping[str, Waarde]:
    uitkomst = monitor.waarde(
        vraag.indicator.code,
        variant=vraag.variant,
        periode=vraag.periode,
        per=tellen.ALLES,
        filters=vraag.filters,
        kijk=kijk,
    )
    return uitkomst.rijen[0].waarden


def tel_oorzaken(wijzigingen: Sequence[Wijziging]) -> tuple[Oorzaakdeel, ...]:
    """Per cause how many rows came, went and changed; the causes in their own order."""
    telling = Counter((w.oorzaak, w.soort) for w in wijzigingen)
    return tuple(
        Oorzaakdeel(
            oorzaak=oorzaak,
            gekomen=telling[oorzaak, GEKOMEN],
            weg=telling[oorzaak, WEG],
            veranderd=telling[oorzaak, ANDERS],
        )
        for oorzaak in Oorzaak
        if any(telling[oorzaak, soort] for soort in (GEKOMEN, WEG, ANDERS))
    )


def _verklaarde(
    oud: Geopend,
    nieuw: Geopend,
    vraag: Vraag,
    paren: Sequence[Paar],
    bladen: Mapping[str, Bladversie],
) -> list[Wijziging]:
    tijd = Tussentijd(oud, nieuw)
    zoeker = Zoeker(vraag)
    zoeker.lees(tijd, paren, read_delen((oud, nieuw), vraag, paren))
    gevonden = [(paar, zoeker.zoek(paar)) for paar in paren]
    aanleidingen = tijd.aanleidingen([g for _paar, alle in gevonden for g in alle])
    return [_wijziging(paar, alle, aanleidingen, bladen, vraag) for paar, alle in gevonden]


def _wijziging(
    paar: Paar,
    gebeurtenissen: Sequence[Gebeurtenis],
    aanleidingen: Mapping[Gebeurtenis, Aanleiding],
    bladen: Mapping[str, Bladversie],
    vraag: Vraag,
) -> Wijziging:
    veranderd = paar.veranderd()
    blad = _passend_blad(vraag, set(veranderd), bladen, ook_zonder=not gebeurtenissen)
    uit_berichten = list(dict.fromkeys(aanleidingen[g] for g in gebeurtenissen))
    oorzaken = [blad] if blad else uit_berichten
    oorzaak = oorzaken[0].oorzaak if oorzaken else Oorzaak.ANDERS
    anders = paar.nu if paar.soort == WEG else paar.toen
    afgevallen: str | None = anders.get("afgevallen_op") if anders else None
    return Wijziging(
        soort=paar.soort,
        sleutel=paar.sleutel,
        kind=str(paar.regel.get("kind") or ""),
        oorzaak=oorzaak,
        aanleidingen=tuple(oorzaken),
        veranderd=veranderd,
        regel=paar.regel,
        afgevallen_toen=afgevallen if paar.soort == GEKOMEN else None,
        afgevallen_nu=afgevallen if paar.soort == WEG else None,
        reden="" if oorzaken else GEEN_AANLEIDING,
    )


def _passend_blad(
    vraag: Vraag, kolommen: set[str], bladen: Mapping[str, Bladversie], *, ook_zonder: bool
) -> Aanleiding | None:
    """The sheet that moved a row: where the place in the tussentaal changed, or nothing else did."""
    if "tussentaal" in kolommen and "tussentaal" in bladen and not kolommen & {"productcode"}:
        return _van_blad(bladen["tussentaal"])
    if vraag.indicator.code == "V6c" and "plafond" in kolommen and "budgetplafonds" in bladen:
        return _van_blad(bladen["budgetplafonds"])
    if ook_zonder:
        for soort in (*BLADEN_VAN.get(vraag.indicator.code, ()), "tussentaal"):
            if soort in bladen:
                return _van_blad(bladen[soort])
    return None


def _van_blad(versie: Bladversie) -> Aanleiding:
    return Aanleiding(oorzaak=Oorzaak.BLAD, dag=versie.op, blad=f"{versie.soort}: {versie.bestand}")


def _andere_bladen(toen: Monitor, nu: Monitor) -> dict[str, Bladversie]:
    """The kinds of sheet of which another import holds now than then, with the one of now."""
    anders = {}
    for soort in SOORTEN:
        oud, nieuw = (_geldend(kant, soort) for kant in (toen, nu))
        if nieuw is not None and nieuw != oud:
            anders[soort] = nieuw
    return anders


def _geldend(monitor: Monitor, soort: str) -> Bladversie | None:
    bladen: Bladen = monitor.bladen
    return bladen.geldend(soort, op=monitor.bekend_op or ALTIJD)


def _tel_leveringen(
    wijzigingen: Sequence[Wijziging], namen: Mapping[str, Mapping[str, Any]]
) -> tuple[Leveringdeel, ...]:
    """Per delivery and sheet how many of its messages moved how many rows, the oldest first."""
    regels: Counter[tuple[str, str]] = Counter()
    berichten: dict[tuple[str, str], set[str]] = defaultdict(set)
    dagen: dict[tuple[str, str], date | None] = {}
    for wijziging in wijzigingen:
        eigen = [a for a in wijziging.aanleidingen if a.oorzaak == wijziging.oorzaak]
        for sleutel in {(a.levering, a.blad) for a in eigen}:
            regels[sleutel] += 1
        for aanleiding in eigen:
            sleutel = (aanleiding.levering, aanleiding.blad)
            dagen[sleutel] = aanleiding.dag
            if aanleiding.bericht:
                berichten[sleutel].add(aanleiding.bericht)
    delen = [
        Leveringdeel(
            levering=levering,
            dag=dagen[levering, blad],
            brenger=str(namen.get(levering, {}).get("brenger") or ""),
            berichten=len(berichten[levering, blad]),
            regels=regels[levering, blad],
            blad=blad,
        )
        for levering, blad in regels
    ]
    return tuple(sorted(delen, key=lambda d: (d.dag or date.min, d.levering, d.blad)))


def _noem(monitor: Monitor) -> str:
    """How a side is called: its day, or the data of now."""
    if monitor.bekend_op:
        return monitor.bekend_op.isoformat()
    dag = monitor.laatst_bijgewerkt()
    return f"leveringen tot en met {dag.isoformat()}" if dag else "nu"
