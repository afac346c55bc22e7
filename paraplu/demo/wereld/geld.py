"""Every month the providers declare what they delivered, and the gemeenten answer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.wereld.begrippen import Declaratie, Organisatie, Regel, Toewijzing
from paraplu.demo.wereld.dagen import eerste_dag, laatste_dag, maand_van, na, werkdag
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.prestatie import lever, tarief_van
from paraplu.demo.wereld.wereld import Wereld

#: From this period on it is a 323 (CS100).
EERSTE_323 = 2021 * 12
#: Invented shares.
REGEL_AFGEWEZEN = 0.012
OPNIEUW = 0.6
GECREDITEERD = 0.006
GEEN_ANTWOORD = 0.004
ALLES_AFGEKEURD = 0.004
DEELS_TOEGEKEND = 0.01

#: Gemeente, AGB code, and the month that the declaration is over.
Sleutel = tuple[str, str, int]


class Geld:
    """Declarations per gemeente, provider and month; remembers what has to come again."""

    def __init__(self, wereld: Wereld, eerste: date) -> None:
        self.w = wereld
        self.eerste = maand_van(eerste)
        self.lopend: list[Toewijzing] = []
        self._gezien = 0
        self._later: dict[int, list[Regel]] = defaultdict(list)
        self._gedaan: set[Sleutel] = set()
        self._nummer = 0

    def declareer(self, maand: int) -> None:
        """All declarations that are sent early in the month after `maand`."""
        per: dict[Sleutel, list[Regel]] = defaultdict(list)
        for regel in self._later.pop(maand, ()):
            oud = regel.declaratie.soort == "303"
            per[_sleutel(regel.toewijzing, EERSTE_323 - 1 if oud else maand)].append(regel)
        for toewijzing in self._levend(maand):
            self._declareer_toewijzing(toewijzing, maand, per)
        for (gemeente, _, periode), lijst in sorted(per.items(), key=lambda paar: paar[0]):
            self._zend(gemeente, lijst[0].toewijzing.aanbieder, maand, periode, lijst)
        self._gedaan.update(per)

    def _levend(self, maand: int) -> list[Toewijzing]:
        """Allocations that may still have something to declare."""
        self.lopend += self.w.toewijzingen[self._gezien :]
        self._gezien = len(self.w.toewijzingen)
        grens = eerste_dag(maand)
        self.lopend = [t for t in self.lopend if not _is_klaar(t, grens, maand)]
        return self.lopend

    def _declareer_toewijzing(
        self, toewijzing: Toewijzing, maand: int, per: dict[Sleutel, list[Regel]]
    ) -> None:
        if not toewijzing.leveringen or not _is_gekomen(toewijzing, eerste_dag(maand + 1)):
            return
        begin = maand_van(min(levering.begin for levering in toewijzing.leveringen))
        vanaf = max(self.eerste, begin, toewijzing.gedeclareerd_tot + 1)
        for over in range(vanaf, maand + 1):
            tarief = tarief_van(toewijzing.product, toewijzing.aanbieder.agb, over // 12)
            geleverd = lever(self.w.toeval, toewijzing, over, tarief)
            toewijzing.gedeclareerd_tot = over
            if geleverd is None:
                continue
            van, tot, volume = geleverd
            toewijzing.geleverd_volume += volume
            toewijzing.geleverd_bedrag += volume * tarief
            per[_sleutel(toewijzing, self._periode(toewijzing, over, maand))].append(
                Regel(
                    toewijzing=toewijzing,
                    begin=van,
                    einde=tot,
                    volume=volume,
                    tarief=tarief,
                    bedrag=volume * tarief,
                    referentie="",
                    declaratie=None,  # type: ignore[arg-type]
                )
            )

    def _periode(self, toewijzing: Toewijzing, over: int, maand: int) -> int:
        """Over which month care of `over` is declared: its own, as long as that is not done yet.

        So no month is skipped in which care was given (TR318). What is late in the older release
        goes in under the last month of the 303.
        """
        if over < EERSTE_323:
            return min(maand, EERSTE_323 - 1)
        return maand if _sleutel(toewijzing, over) in self._gedaan else over

    def _zend(
        self, gemeente: str, aanbieder: Organisatie, maand: int, periode: int, regels: list[Regel]
    ) -> None:
        toeval = self.w.toeval
        is_303 = periode < EERSTE_323
        # A change under way is waited for: the line is cut by the allocation as it will be (TR388).
        gekomen = max(na(regel.toewijzing.laatste.zendingen[-1].dag, 1) for regel in regels)
        dag = werkdag(max(na(eerste_dag(maand + 1), toeval.randint(3, 12)), gekomen))
        declaratie = self._maak(gemeente, aanbieder, periode, dag, regels, is_303=is_303)
        if toeval.kans(ALLES_AFGEKEURD):
            # Refused as a whole; the same lines come again under new numbers.
            declaratie.afgekeurd = toeval.choice(("0001", "9333")) if not is_303 else "0001"
            declaratie.antwoord_op = werkdag(na(dag, toeval.randint(1, 4)))
            self._antwoord(declaratie)
            opnieuw = [_kopie(regel) for regel in regels]
            dag = werkdag(na(declaratie.antwoord_op, toeval.randint(1, 3)))
            declaratie = self._maak(gemeente, aanbieder, periode, dag, opnieuw, is_303=is_303)
        if toeval.kans(GEEN_ANTWOORD):
            return
        declaratie.antwoord_op = werkdag(na(dag, toeval.randint(2, 16)))
        self._beoordeel(declaratie)
        self._antwoord(declaratie)

    def _maak(
        self,
        gemeente: str,
        aanbieder: Organisatie,
        periode: int,
        dag: date,
        regels: list[Regel],
        *,
        is_303: bool,
    ) -> Declaratie:
        self._nummer += 1
        hoog, laag = divmod(self._nummer, 100_000)
        declaratie = Declaratie(
            nummer=f"D{hoog:04d}N{laag:05d}",
            soort="303" if is_303 else "323",
            maand=periode,
            dag=dag,
            gemeente=gemeente,
            aanbieder=aanbieder,
            regels=regels,
        )
        for regel in regels:
            regel.referentie = self.w.referentie(aanbieder, "R")
            regel.declaratie = declaratie
            regel.toewijzing.regels.append(regel)
        self.w.stuur(
            Stuk(
                dag=dag,
                soort=declaratie.soort,
                gemeente=gemeente,
                aanbieder=aanbieder,
                declaratie=declaratie,
            )
        )
        return declaratie

    def _antwoord(self, declaratie: Declaratie) -> None:
        assert declaratie.antwoord_op is not None
        self.w.stuur(
            Stuk(
                dag=declaratie.antwoord_op,
                soort="304" if declaratie.soort == "303" else "325",
                gemeente=declaratie.gemeente,
                aanbieder=declaratie.aanbieder,
                declaratie=declaratie,
            )
        )

    def _beoordeel(self, declaratie: Declaratie) -> None:
        """Some lines are refused and come again; some granted ones are taken back later."""
        toeval = self.w.toeval
        is_303 = declaratie.soort == "303"
        assert declaratie.antwoord_op is not None
        # What comes again or is taken back goes out in a month after that of the answer (IV085).
        volgende = max(declaratie.maand + 1, maand_van(declaratie.antwoord_op))
        for regel in declaratie.regels:
            if regel.vorige is None and toeval.kans(REGEL_AFGEWEZEN):
                regel.afgewezen = "9309" if is_303 else "9321"
                regel.toegekend = 0 if is_303 else None
                if toeval.kans(OPNIEUW):
                    self._later[volgende].append(_kopie(regel))
            elif regel.vorige is None and toeval.kans(GECREDITEERD):
                credit = _kopie(regel)
                credit.bedrag, credit.vorige = -regel.bedrag, regel.referentie
                if toeval.kans(0.5):
                    beter = _kopie(regel)
                    beter.volume = max(1, regel.volume - 1)
                    beter.bedrag = beter.volume * beter.tarief
                    self._later[volgende].append(beter)
                self._later[volgende].append(credit)
            elif is_303 and regel.vorige is None and toeval.kans(DEELS_TOEGEKEND):
                regel.toegekend = regel.bedrag * 4 // 5


def _kopie(regel: Regel) -> Regel:
    """The same delivery, to be declared again."""
    return Regel(
        toewijzing=regel.toewijzing,
        begin=regel.begin,
        einde=regel.einde,
        volume=regel.volume,
        tarief=regel.tarief,
        bedrag=regel.bedrag,
        referentie="",
        declaratie=regel.declaratie,
        vorige=regel.vorige,
    )


def _sleutel(toewijzing: Toewijzing, periode: int) -> Sleutel:
    return toewijzing.gemeente, toewijzing.aanbieder.agb, periode


def _is_gekomen(toewijzing: Toewijzing, dag: date) -> bool:
    """Whether the allocation had arrived by `dag`, as first decided."""
    return bool(toewijzing.versies) and toewijzing.versies[0].zendingen[-1].dag <= dag


def _is_klaar(toewijzing: Toewijzing, grens: date, maand: int) -> bool:
    """Whether all that it delivered has been declared."""
    if not toewijzing.versies:
        return True
    if not toewijzing.leveringen:
        return toewijzing.laatste.datum < na(grens, -400)
    einde = toewijzing.leveringen[-1].einde
    return (
        einde is not None
        and laatste_dag(maand_van(einde)) < grens
        and toewijzing.gedeclareerd_tot >= maand_van(einde)
        and toewijzing.gedeclareerd_tot < maand
    )
