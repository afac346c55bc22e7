"""What happens to one allocation, with every message it causes and its small mishaps."""

from __future__ import annotations

from datetime import date

from paraplu.demo.wereld.begrippen import (
    Levering,
    Start,
    Stop,
    Toewijzing,
    Traject,
    Versie,
    Verzoek,
    Zending,
)
from paraplu.demo.wereld.dagen import na, werkdag
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.wereld import Wereld

CRISIS = 4
#: From here on messages are of release 3.2 in the demo (P63).
EERSTE_3_2 = date(2021, 1, 1)
#: Gemeenten that gave short help no allocation number in 2.3, and until when (invented).
ZONDER_NUMMER = frozenset({"0200", "0202", "0228", "0262", "0268", "0301", "1734"})
ZONDER_NUMMER_TOT = date(2020, 9, 1)
#: How often an allocation is shortened when the help or measure ends before it (invented).
INGEKORT = 0.92
#: Shares of mishaps, invented.
GEWEIGERD = 0.008
VERKEERDE_START = 0.02
VERKEERDE_STOP = 0.008


def stuur_zeker(w: Wereld, stuk_van: object, dag: date, code: str) -> list[Zending]:
    """Send on `dag`; now and then the answer refuses it and it is sent again.

    `stuk_van` makes the piece for a Zending. Gives the sendings, the last one accepted.
    """
    zendingen = []
    if w.toeval.kans(GEWEIGERD):
        antwoord = werkdag(na(dag, w.toeval.randint(1, 3)))
        zending = Zending(dag, antwoord)
        stuk = w.stuur(stuk_van(zending))  # type: ignore[operator]
        _antwoord(w, stuk, antwoord, code)
        zendingen.append(zending)
        dag = werkdag(na(antwoord, w.toeval.randint(1, 3)))
    zending = Zending(dag)
    w.stuur(stuk_van(zending))  # type: ignore[operator]
    return [*zendingen, zending]


#: What answers what.
RETOUR = {"301": "302", "305": "306", "307": "308", "315": "316", "319": "320"}


def _antwoord(w: Wereld, stuk: Stuk, dag: date, code: str) -> None:
    w.stuur(
        Stuk(
            dag=dag,
            soort=RETOUR[stuk.soort],
            gemeente=stuk.gemeente,
            aanbieder=stuk.aanbieder,
            kind=stuk.kind,
            toewijzing=stuk.toewijzing,
            antwoord_op=stuk,
            code=code,
        )
    )


def vraag_aan(w: Wereld, traject: Traject, *, dag: date, verwijzer: str) -> Verzoek:
    """A request by the provider (315); the message itself goes out with the allocation."""
    letter = "V" if traject.soort == "hulp" else "G"
    return Verzoek(dag, w.referentie(traject.aanbieder, letter), verwijzer)


def wijs_toe(
    w: Wereld,
    traject: Traject,
    *,
    ingang: date,
    einde: date | None,
    besloten: date,
    verwijzer: str | None,
    meldt: bool = True,
    aspecifiek: bool = False,
) -> Toewijzing:
    """A new allocation for `traject`, asked for by a 315 when `verwijzer` is given."""
    product, kind = traject.product, traject.kind
    verzoek = None
    if verwijzer:
        gevraagd = werkdag(na(besloten, -w.toeval.randint(2, 7)))
        verzoek = vraag_aan(w, traject, dag=min(gevraagd, besloten), verwijzer=verwijzer)
    toewijzing = Toewijzing(
        nummer=w.nummer_toewijzing(kind.gemeente),
        beschikking=w.toeval.randint(100_000, 8_999_999),
        traject=traject,
        gemeente=kind.gemeente,
        aanbieder=traject.aanbieder,
        product=product,
        aspecifiek=aspecifiek,
        verzoek=verzoek,
        meldt=meldt,
        zonder_nummer=product.tussentaal == CRISIS
        and kind.gemeente in ZONDER_NUMMER
        and besloten < ZONDER_NUMMER_TOT,
    )
    traject.delen.append(toewijzing)
    w.toewijzingen.append(toewijzing)
    w.samen[kind.nummer, traject.aanbieder.agb, kind.gemeente].append(toewijzing)
    budget = w.toeval.randrange(400_000, 1_600_000, 5_000) if aspecifiek else None
    volume = None if aspecifiek else product.volume
    _besluit(w, toewijzing, besloten, ingang, einde, volume=volume, budget=budget, reden=None)
    if verzoek:
        w.stuur(
            Stuk(
                dag=verzoek.dag,
                soort="315",
                gemeente=toewijzing.gemeente,
                aanbieder=toewijzing.aanbieder,
                kind=kind,
                toewijzing=toewijzing,
                verzoek=verzoek,
            )
        )
    return toewijzing


def _besluit(
    w: Wereld,
    toewijzing: Toewijzing,
    besloten: date,
    ingang: date,
    einde: date | None,
    *,
    volume: int | None,
    budget: int | None,
    reden: str | None,
) -> Versie:
    """A new version and the 301 that tells it."""
    tijd = (
        f"{w.toeval.randint(8, 17):02d}:{w.toeval.randint(0, 59):02d}:{w.toeval.randint(0, 59):02d}"
    )
    versie = Versie(besloten, tijd, ingang, einde, volume, budget, reden)
    toewijzing.versies.append(versie)

    def stuk(zending: Zending) -> Stuk:
        return Stuk(
            dag=zending.dag,
            soort="301",
            gemeente=toewijzing.gemeente,
            aanbieder=toewijzing.aanbieder,
            kind=toewijzing.kind,
            toewijzing=toewijzing,
            versie=versie,
            zending=zending,
        )

    dag = werkdag(na(besloten, w.toeval.randint(0, 2)))
    versie.zendingen = stuur_zeker(w, stuk, dag, "0001")
    return versie


def wijzig(
    w: Wereld, toewijzing: Toewijzing, *, besloten: date, einde: date | None, reden: str
) -> None:
    """Another end for the same number: earlier, later, or (13) never existed."""
    oud = toewijzing.laatste
    # The former version must have arrived: what is sent later must also have been decided later.
    besloten = max(besloten, na(oud.zendingen[-1].dag, 1))
    volume, budget = oud.volume, oud.budget
    if einde and oud.einde and einde > oud.einde:
        # A total (frequency 6, budget) grows with the period, or there is nothing left to deliver.
        deel = (einde - oud.ingang).days / max(1, (oud.einde - oud.ingang).days)
        if toewijzing.product.frequentie == "6" and volume:
            volume = round(volume * deel)
        budget = round(budget * deel) if budget else None
    _besluit(w, toewijzing, besloten, oud.ingang, einde, volume=volume, budget=budget, reden=reden)


def begin_levering(
    w: Wereld, toewijzing: Toewijzing, begin: date, *, rustig: bool = True
) -> Levering:
    """Delivery starts; the provider says so (305), sometimes with a wrong day first.

    `rustig`: no correction (a restart, a short stay), because a stop may follow soon.
    """
    levering = Levering(begin)
    toewijzing.leveringen.append(levering)
    if not toewijzing.meldt:
        return levering
    bekend = begin if toewijzing.taakgericht else toewijzing.laatste.zendingen[-1].dag
    dag = werkdag(na(max(begin, bekend), w.toeval.randint(1, 7)))
    if not rustig and w.toeval.kans(VERKEERDE_START):
        _corrigeer_start(w, toewijzing, levering, dag)
    else:
        levering.starts = [
            Start(begin, zending)
            for zending in stuur_zeker(
                w, lambda z: _start_stuk(toewijzing, levering, z, ((begin, "1"),)), dag, "9019"
            )
        ]
    return levering


def _start_stuk(
    toewijzing: Toewijzing,
    levering: Levering,
    zending: Zending,
    regels: tuple[tuple[object, ...], ...],
) -> Stuk:
    return Stuk(
        dag=zending.dag,
        soort="305",
        gemeente=toewijzing.gemeente,
        aanbieder=toewijzing.aanbieder,
        kind=toewijzing.kind,
        toewijzing=toewijzing,
        zending=zending,
        levering=levering,
        regels=regels,
    )


def _corrigeer_start(w: Wereld, toewijzing: Toewijzing, levering: Levering, dag: date) -> None:
    """A wrong day, taken back some weeks later: 3 and 1, or 2 in the older release (P49)."""
    mis = na(levering.begin, -w.toeval.randint(1, 9))
    eerste, herstel = Zending(dag), Zending(werkdag(na(dag, w.toeval.randint(8, 20))))
    w.stuur(_start_stuk(toewijzing, levering, eerste, ((mis, "1"),)))
    oud_en_eerste = herstel.dag < EERSTE_3_2 and len(toewijzing.leveringen) == 1
    if oud_en_eerste and w.toeval.kans(0.5):
        regels: tuple[tuple[object, ...], ...] = ((levering.begin, "2"),)
    else:
        regels = ((mis, "3"), (levering.begin, "1"))
    w.stuur(_start_stuk(toewijzing, levering, herstel, regels))
    levering.starts = [Start(mis, eerste, weg_op=herstel.dag), Start(levering.begin, herstel)]


def eindig_levering(
    w: Wereld, toewijzing: Toewijzing, einde: date, reden: str, *, laat: int = 7
) -> None:
    """Delivery ends (307), or is suspended with reason 20."""
    levering = toewijzing.leveringen[-1]
    levering.einde = einde
    if not toewijzing.meldt:
        return
    bekend = max(start.zending.dag for start in levering.starts)
    vorige = max((stop.zending.dag for stop in levering.stops), default=bekend)
    dag = werkdag(na(max(einde, bekend, vorige), w.toeval.randint(1, laat)))
    tijdelijk = reden == "20"

    if not tijdelijk and w.toeval.kans(VERKEERDE_STOP):
        mis = na(einde, w.toeval.randint(1, 6))
        eerste, herstel = Zending(na(dag, 6)), Zending(werkdag(na(dag, w.toeval.randint(14, 25))))
        w.stuur(_stop_stuk(toewijzing, levering, eerste, ((levering.begin, mis, reden, "1"),)))
        regels = ((levering.begin, mis, reden, "3"), (levering.begin, einde, reden, "1"))
        w.stuur(_stop_stuk(toewijzing, levering, herstel, regels))
        levering.stops += [
            Stop(mis, False, reden, eerste, weg_op=herstel.dag),
            Stop(einde, False, reden, herstel),
        ]
        return
    zendingen = stuur_zeker(
        w,
        lambda z: _stop_stuk(toewijzing, levering, z, ((levering.begin, einde, reden, "1"),)),
        dag,
        "9069",
    )
    levering.stops += [Stop(einde, tijdelijk, reden, zending) for zending in zendingen]


def _stop_stuk(
    toewijzing: Toewijzing,
    levering: Levering,
    zending: Zending,
    regels: tuple[tuple[object, ...], ...],
) -> Stuk:
    return Stuk(
        dag=zending.dag,
        soort="307",
        gemeente=toewijzing.gemeente,
        aanbieder=toewijzing.aanbieder,
        kind=toewijzing.kind,
        toewijzing=toewijzing,
        zending=zending,
        levering=levering,
        regels=regels,
    )
