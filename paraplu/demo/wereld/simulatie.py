"""Let the world live, from its stock on the first day to the last month, on the public figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from paraplu.demo.ijking import lees_ijking
from paraplu.demo.wereld.anders import Anders
from paraplu.demo.wereld.begrippen import Instelling, Kind, Traject
from paraplu.demo.wereld.dagen import eerste_dag, laatste_dag, maand_van, na, verjaardag
from paraplu.demo.wereld.feiten import CRISIS
from paraplu.demo.wereld.geld import Geld
from paraplu.demo.wereld.hulp import Hulp
from paraplu.demo.wereld.maatregelen import Maatregelen, kan_overdragen
from paraplu.demo.wereld.overig import Overig
from paraplu.demo.wereld.toeval import Quotum
from paraplu.demo.wereld.vervolg import kies_eerste, kies_verwijzer, plan_vervolg
from paraplu.demo.wereld.wereld import Wereld

#: Invented: mean stay in years, for how long a running measure has lasted.
VERBLIJF = {"OTS": 1.9, "voogdij": 4.5, "JR": 0.8}
#: Invented: part of the new voogdij that comes out of an OTS, and that moves house per month.
UIT_OTS = 0.6
VERHUIST = 0.0035
#: Gemeenten allocate since this day; what ran already has its first allocation then.
JEUGDWET = date(2015, 1, 1)
#: On 1-1-2022 the responsible gemeente of many children in residence changed (F283).
WOONPLAATS = date(2022, 1, 1)


class Simulatie:
    """One run; `wereld` is what comes out."""

    def __init__(self, instelling: Instelling) -> None:
        self.wereld = Wereld(instelling)
        self.ijking = lees_ijking()
        self.toeval = self.wereld.toeval
        self.maatregelen = Maatregelen(self.wereld)
        self.hulp = Hulp(self.wereld, self.ijking["hulp"]["maanden"])
        self.anders = Anders(self.wereld)
        self.overig = Overig(
            self.wereld, self.ijking["preventief"], self.maatregelen.lopend["voogdij"]
        )
        self.geld = Geld(self.wereld, eerste_dag(instelling.eerste_jaar * 12))
        self._quota: dict[str, Quotum] = {}
        self._te_veel: dict[str, int] = {}

    def leef(self, meld: Callable[[str], None] = lambda _: None) -> Wereld:
        """The whole run; `meld` hears of each month."""
        instelling = self.wereld.instelling
        self._begin()
        for maand in range(instelling.eerste_jaar * 12, instelling.laatste_jaar * 12 + 12):
            self._leef_maand(maand)
            meld(f"{maand // 12}-{maand % 12 + 1:02d}")
        return self.wereld

    # -- the first day -----------------------------------------------------------------------

    def _begin(self) -> None:
        jaar = self.wereld.instelling.eerste_jaar
        dag = date(jaar, 1, 1)
        for groep in ("OTS", "voogdij", "JR"):
            for _ in range(self._neem(f"stand {groep}", self.ijking.stand(groep, jaar))):
                self._bestaande_maatregel(groep, dag)
        for groep, stand in self.ijking.hulp_per_groep(jaar * 12).items():
            tekort = round(stand * self.wereld.instelling.schaal) - len(self.hulp.lopend[groep])
            for _ in range(max(0, tekort)):
                self._bestaande_hulp(groep, dag)

    def _bestaande_maatregel(self, groep: str, dag: date) -> None:
        """A measure that had begun before the first day, with its whole history."""
        verstreken = min(
            round(self.toeval.expovariate(1 / (VERBLIJF[groep] * 365.25))) + 20, 13 * 365
        )
        begin = max(na(dag, -verstreken), JEUGDWET)
        jong, oud = (12, 17.9) if groep == "JR" else (0.1, 17.5)
        leeftijd = self.toeval.uniform(max(jong, verstreken / 365.25 + 0.05), max(oud, 13.5))
        kind = self.wereld.maak_kind(geboren=na(dag, -round(leeftijd * 365.25)))
        traject = self.maatregelen.begin(kind, groep, begin)
        self.maatregelen.verleng(traject, na(dag, -1))
        traject.geraakt = maand_van(dag) - 1
        if self._neem("hulp bij maatregel", self.ijking.nodig):
            kind.hulp_nodig = True
            self._bestaande_hulp(kies_eerste(self.toeval, groep), dag, kind=kind)

    def _bestaande_hulp(self, groep: int, dag: date, *, kind: Kind | None = None) -> None:
        duur = max(self.hulp.duur(groep) for _ in range(2))
        verstreken = self.toeval.randint(1, duur)
        begin, einde = na(dag, -verstreken), na(dag, duur - verstreken + 1)
        if kind is None:
            leeftijd = self.toeval.uniform(2, 17.5)
            kind = self.wereld.maak_kind(geboren=na(dag, -round(leeftijd * 365.25)))
        begin = max(begin, na(kind.geboren, 5), JEUGDWET)
        verwijzer = kies_verwijzer(self.toeval, kind)
        traject = self.hulp.start(
            kind, groep, begin, einde=einde, verwijzer=verwijzer, plan_verloop=False
        )
        # What ran out before the first day has been renewed on the way.
        for maand in sorted(m for m in self.hulp.loopt_af if m < maand_van(dag)):
            self.hulp.verleng(maand)
        traject.geraakt = maand_van(dag) - 1

    # -- a month -----------------------------------------------------------------------------

    def _leef_maand(self, maand: int) -> None:
        self._eindig_maatregelen(maand)
        self._verhuis(maand)
        self.maatregelen.wissel_gi(maand)
        for trajecten in self.maatregelen.lopend.values():
            for traject in list(trajecten):
                self.maatregelen.verleng(traject, laatste_dag(maand))
        self._begin_maatregelen(maand)
        self.hulp.verleng(maand)
        self.hulp.schors(maand)
        for traject in self.hulp.eindig(maand):
            self._vervolg(traject)
        self._vul_hulp(maand)
        self.overig.leef_maand(maand)
        self.anders.leef_maand(maand)
        self.geld.declareer(maand)

    def _neem(self, wat: str, aantal: float) -> int:
        """Whole ones of a fraction of the province, on this scale."""
        quotum = self._quota.setdefault(wat, Quotum())
        deel = 1.0 if wat == "hulp bij maatregel" else self.wereld.instelling.schaal
        return quotum.neem(aantal * deel)

    def _eindig_maatregelen(self, maand: int) -> None:
        for groep in ("OTS", "voogdij", "JR"):
            aantal = self._neem(f"uit {groep}", self.ijking.stroom(groep, maand, "uit"))
            aantal -= self._te_veel.get(groep, 0)
            gekozen = self.maatregelen.kies_eindes(groep, aantal, maand)
            self._te_veel[groep] = len(gekozen) - aantal
            for traject in gekozen:
                self.maatregelen.eindig(traject, self.maatregelen.kies_dag(traject, maand))

    def _begin_maatregelen(self, maand: int) -> None:
        for groep in ("OTS", "JR"):
            for _ in range(self._neem(f"in {groep}", self.ijking.stroom(groep, maand, "in"))):
                self._nieuwe_maatregel(groep, self._dag_in(maand))
        for _ in range(self._neem("in voogdij", self.ijking.stroom("voogdij", maand, "in"))):
            dag = self._dag_in(maand)
            kind = self._neem_uit_ots(maand, dag) if self.toeval.kans(UIT_OTS) else None
            if kind:
                self.maatregelen.begin(kind, "voogdij", dag)
            else:
                self._nieuwe_maatregel("voogdij", dag)

    def _neem_uit_ots(self, maand: int, dag: date) -> Kind | None:
        """A child whose OTS ends because the GI becomes its guardian; counts in the outflow."""
        gekozen = self.maatregelen.kies_eindes("OTS", 1, maand)
        kandidaten = [
            t
            for t in gekozen
            if verjaardag(t.kind.geboren, 17) > dag and t.deel.leveringen[-1].begin < dag
        ]
        if not kandidaten:
            return None
        self.maatregelen.eindig(kandidaten[0], dag, reden="31")
        self._te_veel["OTS"] = self._te_veel.get("OTS", 0) + 1
        return kandidaten[0].kind

    def _nieuwe_maatregel(self, groep: str, dag: date) -> None:
        kind = self._kind_met_hulp(dag) if groep != "JR" and self.toeval.kans(0.25) else None
        if kind is None:
            jong, oud = (12, 17.9) if groep == "JR" else (0.1, 16.5)
            leeftijd = self.toeval.uniform(jong, oud)
            kind = self.wereld.maak_kind(geboren=na(dag, -round(leeftijd * 365.25)))
        self.maatregelen.begin(kind, groep, dag)
        if any(t.soort == "hulp" and t.loopt_op(dag) for t in kind.trajecten):
            self._neem("hulp bij maatregel", self.ijking.nodig - 1)
            kind.hulp_nodig = True
        elif self._neem("hulp bij maatregel", self.ijking.nodig):
            kind.hulp_nodig = True
            eerste = CRISIS if self.toeval.kans(0.07) else kies_eerste(self.toeval, groep)
            begin = na(dag, self.toeval.randint(-20, 75))
            begin = max(begin, na(kind.geboren, 5))
            self.hulp.start(kind, eerste, begin, verwijzer=kies_verwijzer(self.toeval, kind))

    def _kind_met_hulp(self, dag: date) -> Kind | None:
        """A child that has help already and no measure, young enough."""
        for _ in range(8):
            trajecten = self.hulp.lopend[1]
            if not trajecten:
                return None
            kind = self.toeval.choice(trajecten).kind
            vrij = all(t.soort == "hulp" for t in kind.trajecten)
            if vrij and verjaardag(kind.geboren, 17) > dag:
                return kind
        return None

    def _verhuis(self, maand: int) -> None:
        """Some children move; on 1-1-2022 many in residence get another gemeente (F283)."""
        for groep in ("OTS", "voogdij"):
            for traject in list(self.maatregelen.lopend[groep]):
                dag = na(eerste_dag(maand), self.toeval.randint(0, 27))
                kans = VERHUIST
                if eerste_dag(maand) == WOONPLAATS and groep == "voogdij":
                    dag, kans = WOONPLAATS, 0.25
                if (
                    traject.geraakt < maand
                    and self.toeval.kans(kans)
                    and kan_overdragen(traject, dag)
                ):
                    self._verhuis_een(traject, dag)

    def _verhuis_een(self, traject: Traject, dag: date) -> None:
        kind = traject.kind
        vorige = kind.gemeente
        while kind.gemeente == vorige:
            kind.gemeente = self.wereld.land.kies_gemeente(self.toeval)
        self.maatregelen.draag_over(traject, dag, traject.aanbieder, "07")
        for ander in list(kind.trajecten):
            if ander.soort == "hulp":
                self.hulp.verhuis(ander, dag)

    def _vervolg(self, traject: Traject) -> None:
        """What follows on help that ended: lighter, as heavy, heavier, or nothing (P59)."""
        plan = plan_vervolg(self.toeval, traject)
        if plan:
            groep, begin = plan
            verwijzer = kies_verwijzer(self.toeval, traject.kind)
            self.hulp.start(traject.kind, groep, begin, verwijzer=verwijzer)

    def _vul_hulp(self, maand: int) -> None:
        """New help until the stock of each group is what it should be at the end of the month."""
        laatste = laatste_dag(maand)
        for groep, stand in self.ijking.hulp_per_groep(maand).items():
            lopend = [t for t in self.hulp.lopend[groep] if t.loopt_op(laatste)]
            tekort = round(stand * self.wereld.instelling.schaal) - len(lopend)
            for _ in range(max(0, tekort)):
                begin = self._dag_in(maand)
                kind = self._oud_kind(begin) if self.toeval.kans(0.45) else None
                if kind is None:
                    leeftijd = self.toeval.uniform(1, 17)
                    kind = self.wereld.maak_kind(geboren=na(begin, -round(leeftijd * 365.25)))
                self.hulp.start(kind, groep, begin, verwijzer=kies_verwijzer(self.toeval, kind))
                self.anders.probeer(groep, begin)

    def _oud_kind(self, dag: date) -> Kind | None:
        """A child that had help before and has none now, or sometimes still has."""
        for _ in range(6):
            kind = self.toeval.choice(self.wereld.kinderen)
            loopt = any(t.loopt_op(dag) for t in kind.trajecten)
            if verjaardag(kind.geboren, 18) > dag > kind.geboren and (
                not loopt or self.toeval.kans(0.1)
            ):
                return kind
        return None

    def _dag_in(self, maand: int) -> date:
        return na(eerste_dag(maand), self.toeval.randint(0, laatste_dag(maand).day - 1))


def maak_wereld(instelling: Instelling, meld: Callable[[str], None] = lambda _: None) -> Wereld:
    """A world by its settings."""
    return Simulatie(instelling).leef(meld)
