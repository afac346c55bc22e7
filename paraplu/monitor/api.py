"""The monitor for whoever asks: figures, lists, receipts, completeness, deliveries."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paraplu.monitor import bevindingen, compleet, kwaliteit, leveringen, ontvangst, tellen, waarden
from paraplu.monitor.afgeleid import Afgeleid, find_plek
from paraplu.monitor.bevindingen import Keuze as BevindingKeuze
from paraplu.monitor.bewijs import Berichtregel, Bewijs, berichten_achter, make_bewijs
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.geduld import zeg_dag
from paraplu.monitor.geopend import Geopend, Vraag
from paraplu.monitor.indicator import Indicator
from paraplu.monitor.leveringen import Organisatie
from paraplu.monitor.motor import find_motor
from paraplu.monitor.namen import Namen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.periode import Periode
from paraplu.monitor.stand import Stand, check_stand
from paraplu.monitor.trajecten import INGEGAAN_NA
from paraplu.monitor.uitkomst import Bon, Rij, Uitkomst, Volledigheid, Waarde
from paraplu.monitor.verbergen.tonen import scherm_af, scherm_bon_af
from paraplu.monitor.verbergen.verborgen import Kijk
from paraplu.monitor.vragen import (
    Filters,
    centkolommen,
    euro,
    euro_rij,
    make_vraag,
    schoon,
    toon,
)
from paraplu.monitor.wachten.bewaard import leeg, open_wachten
from paraplu.monitor.wachten.lezen import Wachten

if TYPE_CHECKING:
    from paraplu.monitor.kwaliteit import Keuze as KwaliteitKeuze
    from paraplu.monitor.kwaliteit import Raakvlak


class Monitor:
    """The values of the monitor over the tables in `map`, as known on `bekend_op` (None: now).

    `stand`: read the tables and sheets exactly as they were then, whatever came later; see `stand()`.
    Raises StandNietLeesbaar when they are not there any more.
    `ingegaan_na`: the day after which care must have begun to count (R193-R198, P6).
    `motor`: duckdb or spark; None: that of PARAPLU_ENGINE. Raises OnbekendeMotor, and at the first
    question MotorOntbreekt where the machine cannot run it.
    The derived tables are made once per data version and shared by all processes through files; so
    are the figures. One Monitor may be used by several threads: they take turns. Every method that
    takes a code raises OnbekendeIndicator or OnbekendeVariant, one that takes filters or a
    dimension OnbekendeDimensie.
    """

    def __init__(
        self,
        map: Path,  # noqa: A002
        *,
        bekend_op: date | None = None,
        ingegaan_na: date = INGEGAAN_NA,
        stand: Stand | None = None,
        motor: str | None = None,
    ) -> None:
        self.bekend_op = bekend_op
        self.ingegaan_na = ingegaan_na
        self._stand = stand
        self._opslag = Opslag(map, versies=stand.versies if stand else None)
        self._bladen = Bladen(map, eerste=dict(stand.bladen) if stand else None)
        self._plek = 0
        self._check_stand()
        self._motor = find_motor(motor)
        self._afgeleid = Afgeleid(
            self._opslag, self._bladen, bekend_op=bekend_op, motor=self._motor
        )
        self._beurt = threading.RLock()
        self._laatst: Geopend | None = None
        self._dag: tuple[int, date | None] | None = None

    @property
    def opslag(self) -> Opslag:
        """The tables below the values."""
        return self._opslag

    @property
    def bladen(self) -> Bladen:
        """The imported sheets beside the tables."""
        return self._bladen

    def zoals(self, toen: date | Stand) -> Monitor:
        """The same monitor as known on a day, or over the data of a kept Stand."""
        dag = toen if isinstance(toen, date) else self.bekend_op
        return Monitor(
            self._opslag.map,
            bekend_op=dag,
            ingegaan_na=self.ingegaan_na,
            stand=toen if isinstance(toen, Stand) else self._stand,
            motor=self._motor.naam,
        )

    def stand(self) -> Stand:
        """The data that figures come from now; with it they can be made again, see `stand`."""
        return self._stand or Stand(
            bladen=tuple(self._bladen.stand().items()), tabellen=self._opslag.tabelstanden()
        )

    def indicatoren(self) -> list[Indicator]:
        """Every value of the monitor."""
        return list(waarden.indicatoren().values())

    def waarde(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        per: str = "gelderland",
        filters: Filters | None = None,
        kijk: Kijk | None = None,
    ) -> Uitkomst:
        """The figures of an indicator, split by `per` and kept to `filters`.

        With `kijk` what that reader does not get is Verborgen; without it everything is there.
        """
        vraag = make_vraag(code, variant, periode, per=per, filters=filters)
        maten = vraag.indicator.maten
        with self._geopend() as geopend:
            cijfers = geopend.cijfers(vraag)
            rijen = [
                Rij(sleutel, geopend.namen.naam(per, sleutel), toon(maten, waarden_))
                for sleutel, waarden_ in cijfers.items()
            ]
            uitkomst = Uitkomst(
                vraag.indicator, vraag.variant, periode, per, dict(vraag.filters), rijen
            )
            return uitkomst if kijk is None else scherm_af(uitkomst, geopend, vraag, kijk)

    def reeks(
        self,
        code: str,
        *,
        variant: str | None = None,
        perioden: Sequence[Periode],
        filters: Filters | None = None,
        kijk: Kijk | None = None,
    ) -> list[tuple[Periode, dict[str, Waarde]]]:
        """The figure of a whole selection for each period; without filters that of Gelderland."""
        keuze = filters or {"gelderland": tellen.GELDERLAND}
        return [
            (periode, uitkomst.rijen[0].waarden)
            for periode in perioden
            for uitkomst in [
                self.waarde(
                    code,
                    variant=variant,
                    periode=periode,
                    per=tellen.ALLES,
                    filters=keuze,
                    kijk=kijk,
                )
            ]
        ]

    def bon(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        filters: Filters | None = None,
        kijk: Kijk | None = None,
    ) -> Bon:
        """The receipt of a figure: candidates, counted, and left out per reason."""
        vraag = make_vraag(code, variant, periode, filters=filters)
        with self._geopend() as geopend:
            redenen = geopend.redenen(vraag)
            afgevallen = [(reden, aantal) for reden, aantal in redenen if reden is not None]
            bon = Bon(
                indicator=vraag.indicator,
                variant=vraag.variant,
                periode=periode,
                filters=dict(vraag.filters),
                kandidaten=sum(aantal for _reden, aantal in redenen),
                geteld=sum(aantal for reden, aantal in redenen if reden is None),
                afgevallen=sorted(afgevallen, key=lambda paar: (-paar[1], paar[0])),
                dataversie=geopend.versie.naam,
                bekend_op=self.bekend_op,
            )
            return bon if kijk is None else scherm_bon_af(bon, geopend, vraag, kijk)

    def bewijs(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        filters: Filters | None = None,
        kijk: Kijk | None = None,
        licht: bool = False,
        raakvlakken: bool = True,
    ) -> Bewijs:
        """The whole receipt of a figure, see `bewijs.make_bewijs`."""
        return make_bewijs(
            self,
            code,
            variant=variant,
            periode=periode,
            filters=filters,
            kijk=kijk,
            licht=licht,
            raakvlakken=raakvlakken,
        )

    def berichten_achter(
        self, code: str, rij: Mapping[str, Any], *, variant: str | None = None, periode: Periode
    ) -> list[Berichtregel]:
        """The messages behind a row of `lijst`, see `bewijs.berichten_achter`."""
        return berichten_achter(self, code, rij, variant=variant, periode=periode)

    def lijst(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        filters: Filters | None = None,
        hoogstens: int | None = 500,
        vanaf: int = 0,
        reden: str | None = None,
        maat: str | None = None,
    ) -> list[dict[str, Any]]:
        """The rows that counted, or with `reden` those that fell off on it; pseudonyms only.

        With `maat` the rows of that measure: of a transfer those that changed holder, else the
        counted rows where the column that the measure asks for is true. `vanaf` skips so many.
        """
        vraag = make_vraag(code, variant, periode, filters=filters)
        gekozen_maat = vraag.indicator.maat(maat) if maat else None
        centen = centkolommen(vraag.indicator)
        with self._geopend() as geopend:
            gekozen = geopend.lijst(vraag, reden=reden, maat=gekozen_maat)
            kolommen = [kolom for kolom in gekozen.columns if not kolom.startswith("_")]
            gekozen = gekozen.select(*kolommen).order_by(*kolommen)
            rijen = geopend.lees(gekozen.limit(hoogstens, offset=vanaf))
        return [
            {
                kolom: euro_rij(waarde) if kolom in centen else waarde
                for kolom, waarde in rij.items()
            }
            for rij in rijen
        ]

    def vraag(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        per: str = tellen.ALLES,
        filters: Filters | None = None,
    ) -> Vraag:
        """What is asked, with its names checked; for the monitor's own rooms beside this one."""
        return make_vraag(code, variant, periode, per=per, filters=filters)

    def volledigheid(self, periode: Periode, filters: Filters | None = None) -> list[Volledigheid]:
        """Per month and pair of gemeente and provider: what is expected and what has come."""
        with self._geopend() as geopend:
            keuze = schoon(filters)
            regels: list[Volledigheid] = geopend.houd_even(
                ("volledigheid", periode, tuple(sorted(keuze.items()))),
                lambda: list(compleet.lees_volledigheid(geopend, periode, keuze)),
            )
        return list(regels)

    def niet_geplaatst(self) -> list[dict[str, Any]]:
        """Products of jeugdhulp without a place in the tussentaal, with how often (R209)."""
        with self._geopend() as geopend:
            rijen = compleet.niet_geplaatst(geopend.con, geopend.trajecten)
        return [{**rij, "toegekend": euro(rij.pop("centen"))} for rij in rijen]

    def jeugdigen(self, jaar: int) -> dict[str, int]:
        """Children under 18 per gemeente in a year, as the sheet in force says; empty without."""
        with self._geopend() as geopend:
            return geopend.jeugdigen(jaar)

    def organisaties(self) -> list[dict[str, str]]:
        """Every AGB code in the data with name and soort (gi or aanbieder), by name."""
        with self._geopend() as geopend:
            bekend = geopend.namen.organisaties
        return [{"agb": agb, "naam": naam, "soort": s} for agb, (naam, s) in bekend.items()]

    def namen(self) -> Namen:
        """What organisations, areas and products are called in this version of the data."""
        with self._geopend() as geopend:
            return geopend.namen

    def bereik(self) -> tuple[int, int] | None:
        """The first and the last year with data, None when there is none."""
        with self._geopend() as geopend:
            return compleet.bereik(geopend.con, geopend.trajecten)

    def laatst_bijgewerkt(self) -> date | None:
        """The day of the newest delivery known, also while the tables are being derived from it."""
        versie = self._opslag.versies()["levering"]
        if self._dag is None or self._dag[0] != versie:
            self._dag = versie, leveringen.laatste_dag(self._opslag, self.bekend_op)
        return self._dag[1]

    def leveringen(self, *, organisatie: Organisatie | None = None) -> list[dict[str, Any]]:
        """Deliveries, the newest first; of an organisation those with a message it sent or got."""
        with self._geopend() as geopend:
            alle = geopend.leveringen(organisatie)
        grens = self.bekend_op
        return [rij for rij in alle if grens is None or rij["dag"] <= grens]

    def levering(self, levering: str) -> dict[str, Any] | None:
        """The receipt of one delivery, None when it is not known.

        The numbers of `leveringen`, and lists: per_bestand, per_soort (kind of message),
        per_bevinding (kind of finding), afzenders (findings per sender), gemeenten.
        """
        gevonden = [rij for rij in self.leveringen() if rij["levering"] == levering]
        if not gevonden:
            return None
        with self._geopend() as geopend:
            bon = ontvangst.ontvangst(geopend.opslag, levering) or {}
            per_soort = leveringen.per_soort(geopend.con, geopend.opslag, levering)
        return {
            **gevonden[0],
            "per_bestand": bon.get("bestanden", []),
            "per_soort": per_soort,
            "per_bevinding": bon.get("soorten", []),
            "afzenders": bon.get("afzenders", []),
            "gemeenten": bon.get("gemeenten", []),
        }

    def bevindingen(
        self,
        levering: str,
        *,
        organisatie: Organisatie | None = None,
        hoogstens: int | None = 1000,
    ) -> list[dict[str, Any]]:
        """The findings in a delivery; of an organisation those in messages it sent or got."""
        with self._geopend() as geopend:
            return leveringen.bevindingen(
                geopend.con,
                geopend.opslag,
                levering,
                organisatie=organisatie,
                hoogstens=hoogstens,
            )

    def tel_bevindingen(
        self, keuze: BevindingKeuze | None = None, *, per: Sequence[str] = ("maand",)
    ) -> list[dict[str, Any]]:
        """Messages and findings per month, sender, kind or rule; see `bevindingen.tel`."""
        gekozen = (keuze or BevindingKeuze()).known_on(self.bekend_op)
        with self._geopend() as geopend:
            return geopend.tel_bevindingen(gekozen, per)

    def reken_keten(self) -> None:
        """Hold the messages of now to the rules across messages, when that was not done yet.

        It takes seconds to minutes; until then `tel_bevindingen` has findings inside messages only.
        """
        versie = self._afgeleid.zorg_voor()
        bevindingen.write_keten(self._opslag, versie.map, bekend_op=self.bekend_op)

    def keten_klaar(self) -> bool:
        """Whether findings across messages are there for the data of now."""
        return bevindingen.has_keten(self._afgeleid.versie().map)

    def keten_in_levering(
        self, levering: str, *, organisatie: Organisatie | None = None
    ) -> list[dict[str, Any]]:
        """Findings across messages on the messages of a delivery, as far as they have been made.

        Keys: bestand, naam, bericht, afzender, soort, regel, klasse, code.
        """
        with self._geopend() as geopend:
            if not bevindingen.has_keten(geopend.versie.map):
                return []
            keten = bevindingen.read_keten(geopend.con, geopend.versie.map)
            return geopend.lees(
                leveringen.van_levering(keten, geopend.opslag, levering, organisatie=organisatie)
            )

    def tel_kwaliteit(
        self, keuze: KwaliteitKeuze | None = None, *, per: Sequence[str] = ("code",)
    ) -> list[dict[str, Any]]:
        """Findings of our own checks counted per code, month or party; see `kwaliteit.tel`."""
        return kwaliteit.tel(self, keuze, per=per)

    def lijst_kwaliteit(
        self, keuze: KwaliteitKeuze, *, hoogstens: int | None = None
    ) -> list[dict[str, Any]]:
        """Findings of our own checks, the latest first; pseudonyms only; see `kwaliteit.lijst`."""
        return kwaliteit.lijst(self, keuze, hoogstens=hoogstens)

    def raakt(
        self,
        code: str,
        *,
        variant: str | None = None,
        periode: Periode,
        filters: Filters | None = None,
    ) -> list[Raakvlak]:
        """What our own checks found that touches this figure, and how far each could move it."""
        return kwaliteit.raakt(self, code, variant=variant, periode=periode, filters=filters)

    def wachten(self, op: date | None = None) -> Wachten:
        """Who waits for which answer, as known on `op` (None: the day of the newest delivery)."""
        dag = op or self.bekend_op or self.laatst_bijgewerkt()
        if dag is None:
            return leeg()
        with self._geopend() as geopend:
            return open_wachten(geopend.opslag, geopend.versie.map, op=dag)

    def reken_vooraf(
        self,
        perioden: Sequence[Periode],
        *,
        per: Sequence[str] = ("gelderland", "regio", "gemeente"),
        voortgang: Callable[[int, int], None] | None = None,
    ) -> int:
        """Compute the figures of every indicator and reading, so that pages find them ready.

        `voortgang` is told how many of how many are done. Returns the number of figures.
        """
        vragen = [
            (indicator.code, variant, periode)
            for periode in perioden
            for indicator in self.indicatoren()
            for variant in indicator.varianten
        ]
        for nummer, (code, variant, periode) in enumerate(vragen, start=1):
            for dimensie in per:
                self.waarde(code, variant=variant, periode=periode, per=dimensie)
            self.reeks(code, variant=variant, perioden=[periode])
            self.bon(code, variant=variant, periode=periode)
            if voortgang:
                voortgang(nummer, len(vragen))
        return len(vragen)

    def dataversie(self) -> str:
        """The name of the data version that figures come from now."""
        return self._afgeleid.versie().naam

    def is_klaar(self, *, bevindingen: bool = False) -> bool:
        """Whether the derived tables are there for the data of now, so that asking takes no minute.

        With `bevindingen` those of our own checks too (`tel_kwaliteit`, `raakt`).
        """
        plek = self._afgeleid.versie().map
        return plek.is_dir() and (not bevindingen or kwaliteit.is_klaar(plek))

    def geopend(self) -> AbstractContextManager[Geopend]:
        """The opened tables, for the monitor's own rooms beside this one (receipts, quality)."""
        return self._geopend()

    @contextmanager
    def _geopend(self) -> Iterator[Geopend]:
        """The present data version, opened anew after an intake or an imported sheet."""
        with self._beurt, zeg_dag(self.bekend_op):
            self._check_stand()
            versie = self._afgeleid.zorg_voor()
            if self._laatst is None or self._laatst.versie != versie:
                if self._laatst:
                    self._laatst.close()
                self._laatst = Geopend.open(
                    versie, self._opslag, ingegaan_na=self.ingegaan_na, motor=self._motor
                )
            yield self._laatst

    def _check_stand(self) -> None:
        """Refuse to answer from other tables than those of the Stand, also when they are replaced."""
        plek = find_plek(self._opslag.map)
        if self._stand is not None and plek != self._plek:
            map_ = self._opslag.map
            check_stand(self._stand, opslag=Opslag(map_), bladen=Bladen(map_))
        self._plek = plek
