"""How youth help is allocated, waited for, begins, is suspended, goes on and ends."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.wereld import feiten
from paraplu.demo.wereld.begrippen import Kind, Toewijzing, Traject
from paraplu.demo.wereld.dagen import eerste_dag, maand_van, na, plus_maanden, werkdag
from paraplu.demo.wereld.land import producten
from paraplu.demo.wereld.prestatie import per_etmaal
from paraplu.demo.wereld.stapeling import BUDGET, vrije_keus
from paraplu.demo.wereld.wereld import Wereld

#: Invented: median days between allocation and start per group.
WACHT = {1: 32, 2: 24, 3: 40, 4: 1, 5: 18, 6: 35, 7: 30, 8: 34, 9: 45, 10: 12, 0: 25}
#: Invented: how often an allocation has no end (foster care and family homes).
ZONDER_EINDE = {2: 0.5, 3: 0.4, 8: 0.05}


class Hulp:
    """The running and planned help, per group of the tussentaal (0: no place)."""

    def __init__(self, wereld: Wereld, maanden: dict[str, float]) -> None:
        self.w = wereld
        self.maanden = {int(groep): duur for groep, duur in maanden.items()}
        self.lopend: dict[int, list[Traject]] = defaultdict(list)
        self.eindigt: dict[int, list[Traject]] = defaultdict(list)
        self.loopt_af: dict[int, list[Toewijzing]] = defaultdict(list)
        self.schorst: dict[int, list[Traject]] = defaultdict(list)

    def duur(self, groep: int) -> int:
        """Days of one stay, skewed, at least a week."""
        gemiddeld = self.maanden[groep] * 30.4
        return max(7, round(self.w.toeval.gammavariate(1.6, gemiddeld / 1.6)))

    def start(
        self,
        kind: Kind,
        groep: int,
        begin: date,
        *,
        einde: date | None = None,
        verwijzer: str | None,
        plan_verloop: bool = True,
    ) -> Traject:
        """Help that truly begins on `begin`; the allocation came some time before (P57)."""
        toeval = self.w.toeval
        product, aanbieder = vrije_keus(self.w, kind, groep, begin)
        groep = product.tussentaal or 0
        traject = Traject(kind, "hulp", product, aanbieder, begin, geraakt=maand_van(begin))
        traject.einde = einde or na(begin, self.duur(groep))
        kind.trajecten.append(traject)
        self.w.trajecten.append(traject)
        self.lopend[groep].append(traject)

        te_laat = groep == feiten.CRISIS or toeval.kans(0.05)
        if te_laat:
            besloten = werkdag(na(begin, toeval.randint(1, 12)))
        else:
            besloten = werkdag(na(begin, -toeval.wacht(WACHT[groep], 300)))
        ingang = min(begin, na(besloten, toeval.randint(0, 7)))
        deel = self._wijs_toe(traject, ingang, besloten, verwijzer)
        feiten.begin_levering(
            self.w, deel, begin, rustig=(traject.einde - begin).days < 90 or not plan_verloop
        )
        self.eindigt[maand_van(traject.einde)].append(traject)
        if plan_verloop and groep != feiten.CRISIS and toeval.kans(0.03):
            halverwege = na(begin, (traject.einde - begin).days // 2)
            self.schorst[maand_van(halverwege)].append(traject)
        return traject

    def _wijs_toe(
        self, traject: Traject, ingang: date, besloten: date, verwijzer: str | None
    ) -> Toewijzing:
        toeval = self.w.toeval
        groep = traject.product.tussentaal or 0
        aspecifiek = traject.product.sleutel == BUDGET and besloten >= feiten.EERSTE_3_2
        open_einde = toeval.kans(ZONDER_EINDE.get(groep, 0)) and per_etmaal(traject.product)
        maanden = 2 if groep == feiten.CRISIS else toeval.choice((6, 12, 12, 12, 18))
        einde = None if open_einde else na(plus_maanden(max(ingang, besloten), maanden), -1)
        if traject.product.sleutel == BUDGET and not aspecifiek:
            traject.product = producten()["amb_uur"]
        deel = feiten.wijs_toe(
            self.w,
            traject,
            ingang=ingang,
            einde=einde,
            besloten=besloten,
            verwijzer=verwijzer,
            meldt=not toeval.kans(0.01),
            aspecifiek=aspecifiek,
        )
        if einde:
            self.loopt_af[maand_van(einde)].append(deel)
        return deel

    # -- one month ---------------------------------------------------------------------------

    def verleng(self, maand: int) -> None:
        """Allocations that run out while the help goes on are stretched or renewed."""
        for deel in self.loopt_af.pop(maand, ()):
            self._verleng_een(deel)

    def _verleng_een(self, deel: Toewijzing) -> None:
        traject, toeval = deel.traject, self.w.toeval
        einde = deel.laatste.einde
        if traject.deel is not deel or einde is None or not deel.leveringen:
            return
        if traject.einde is None or traject.einde <= einde:
            return
        if toeval.kans(0.6) or deel.leveringen[-1].begin >= einde or deel.leveringen[-1].einde:
            nieuw = na(plus_maanden(na(einde, 1), toeval.choice((3, 6, 12))), -1)
            besloten = werkdag(na(einde, -toeval.randint(1, 25)))
            feiten.wijzig(self.w, deel, besloten=besloten, einde=nieuw, reden="04")
            self.loopt_af[maand_van(nieuw)].append(deel)
            if nieuw < traject.einde and maand_van(nieuw) <= maand_van(einde):
                self._verleng_een(deel)
            return
        feiten.eindig_levering(self.w, deel, einde, "31")
        begin = na(einde, 1)
        besloten = werkdag(na(einde, -toeval.randint(1, 25)))
        verwijzer = deel.verzoek.verwijzer if deel.verzoek else None
        volgende = self._wijs_toe(traject, begin, besloten, verwijzer)
        feiten.begin_levering(self.w, volgende, begin)

    def schors(self, maand: int) -> None:
        """Some help stands still for a while (stop 20) and mostly begins again."""
        for traject in self.schorst.pop(maand, ()):
            deel = traject.deel
            dag = na(eerste_dag(maand), self.w.toeval.randint(0, 27))
            terug = na(dag, self.w.toeval.randint(15, 60))
            grens = deel.laatste.einde or traject.einde
            levering = deel.leveringen[-1]
            if traject.einde is None or grens is None or min(grens, traject.einde) < na(terug, 40):
                continue
            if levering.einde or levering.begin > na(dag, -40):
                continue
            feiten.eindig_levering(self.w, deel, dag, "20")
            if self.w.toeval.kans(0.85):
                feiten.begin_levering(self.w, deel, terug)
            else:
                # It never came back: the definitive stop follows on the temporary one (TR413).
                feiten.eindig_levering(self.w, deel, na(dag, self.w.toeval.randint(0, 20)), "32")
                traject.einde = levering.einde
                self._sluit(traject)

    def _sluit(self, traject: Traject) -> None:
        groep = self.lopend[traject.product.tussentaal or 0]
        if traject in groep:
            groep.remove(traject)

    def eindig(self, maand: int) -> list[Traject]:
        """What ends this month; gives those trajecten, so that help may follow."""
        klaar = []
        for traject in self.eindigt.pop(maand, ()):
            deel = traject.deel
            if traject.einde is None or maand_van(traject.einde) != maand or _is_dicht(deel):
                continue
            einde = traject.einde
            begin = deel.leveringen[-1].begin
            if einde <= begin:
                traject.einde = einde = na(begin, 14)
                if maand_van(einde) != maand:
                    self.eindigt[maand_van(einde)].append(traject)
                    continue
            self._eindig_een(traject, einde)
            klaar.append(traject)
        return klaar

    def _eindig_een(self, traject: Traject, einde: date) -> None:
        toeval, deel = self.w.toeval, traject.deel
        tot = deel.laatste.einde
        if (tot is None or tot > einde) and toeval.kans(feiten.INGEKORT):
            besloten = werkdag(na(einde, toeval.randint(0, 12)))
            feiten.wijzig(self.w, deel, besloten=besloten, einde=einde, reden="05")
        reden = toeval.kies(("31", "32", "33", "34", "35"), (60, 14, 4, 18, 4))
        if toeval.kans(0.01):
            # The provider forgets to report: the end is then that of the allocation (P56).
            deel.leveringen[-1].einde = einde
        else:
            feiten.eindig_levering(self.w, deel, einde, reden)
        self._sluit(traject)

    def verhuis(self, traject: Traject, dag: date) -> bool:
        """The help goes on under the new gemeente of the child; whether it could."""
        deel = traject.deel
        levering = deel.leveringen[-1] if deel.leveringen else None
        if deel.taakgericht or levering is None or levering.einde or levering.begin > na(dag, -30):
            return False
        tot = deel.laatste.einde
        if traject.einde is None or traject.einde < na(dag, 30) or (tot and tot < na(dag, 30)):
            return False
        besloten = werkdag(na(dag, -self.w.toeval.randint(0, 6)))
        feiten.wijzig(self.w, deel, besloten=besloten, einde=na(dag, -1), reden="07")
        feiten.eindig_levering(self.w, deel, na(dag, -1), "35")
        verwijzer = deel.verzoek.verwijzer if deel.verzoek else None
        besloten = werkdag(na(dag, self.w.toeval.randint(0, 8)))
        volgende = self._wijs_toe(traject, dag, besloten, verwijzer)
        feiten.begin_levering(self.w, volgende, dag)
        return True


def _is_dicht(deel: Toewijzing) -> bool:
    return not deel.leveringen or deel.leveringen[-1].einde is not None
