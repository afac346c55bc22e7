"""A small monitor with the API of the real one and figures that can be checked by hand.

Every gemeente has as many cases as its place in the list of the 51 (1 … 51) in 2023, one more for
every year earlier; a share is 0.5, a duration 100 days. Who looks sees another's gemeente of fewer
children than the threshold as hidden; what guards a hidden figure is the real monitor's work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from paraplu.afspraken.gebieden import gemeenten, regios
from paraplu.monitor.namen import Namen
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, mag_vragen
from paraplu.monitor.verbergen.cel import drempel_van, is_eigen, make_cel
from tests.web import nep_kwaliteit
from tests.web.nep_bewijs import maak_berichten, maak_bewijs
from tests.web.nep_wachten import maak_wachten

GEMEENTEN = [g for g in gemeenten() if g.in_gvjb]
PLAATS = {g.code: nummer for nummer, g in enumerate(GEMEENTEN, start=1)}
GIS = {"90000001": "Jeugdbescherming Gelderland", "90000002": "William Schrikker"}
AANBIEDERS = {"90000101": "Pluryn", "90000102": "Entrea Lindenhout"}


@dataclass(frozen=True)
class Maat:
    sleutel: str
    naam: str
    eenheid: str


@dataclass(frozen=True)
class Indicator:
    code: str
    naam: str
    maten: tuple[Maat, ...]
    varianten: tuple[str, ...] = ("letterlijk",)
    vereisten: tuple[str, ...] = ("R193",)
    lezingen: tuple[str, ...] = ("P53",)
    definitie: str = "Hoe vaak het voorkomt in de periode."
    bron: str = "iJW323 en iJW303"
    opmerkingen: tuple[str, ...] = ("Een opmerking bij deze waarde.",)
    dimensies: tuple[str, ...] = ("gemeente", "gi", "aanbieder", "tussentaal", "soort_maatregel")

    @property
    def eenheid(self) -> str:
        return self.maten[0].eenheid

    def kies_variant(self, variant: str | None) -> str:
        if variant is None:
            return self.varianten[0]
        if variant not in self.varianten:
            raise ValueError(variant)
        return variant


AANTAL = Maat("aantal", "aantal", "aantal")
DAGEN = (Maat("gemiddelde", "gemiddelde", "dagen"), Maat("mediaan", "mediaan", "dagen"), AANTAL)
EURO = (Maat("bedrag", "toegekend bedrag", "euro"),)
AANDEEL = (Maat("aandeel", "aandeel", "aandeel"), AANTAL)
TWEE = ("letterlijk", "aaneengesloten", "toegewezen")

INDICATOREN = [
    Indicator("V1", "Maatregelen", (AANTAL, Maat("kinderen", "kinderen", "aantal"))),
    Indicator("V1a", "Kosten van maatregelen", EURO),
    Indicator("V1b", "Kosten van jeugdhulp", EURO, ("lopende_maatregel", "verwijzer_gi")),
    Indicator("V2a", "Instroom", (AANTAL,), TWEE),
    Indicator("V2b", "Uitstroom", (AANTAL,), TWEE),
    Indicator("V2c", "Lopende maatregelen", (AANTAL,), TWEE),
    Indicator("V3", "Doorlooptijd", DAGEN, TWEE),
    Indicator("V4", "Samenloop met jeugdhulp", AANDEEL, ("volledig", "letterlijk")),
    Indicator("V5", "Samenloop met crisis", AANDEEL, ("volledig", "letterlijk")),
    Indicator("V6", "Wachttijd", DAGEN),
    Indicator("V6b", "Uitnutting", (Maat("uitnutting", "uitnutting", "aandeel"),)),
    Indicator("V6c", "Ruimte onder het budgetplafond", EURO),
    Indicator("V7", "Afschaling", AANDEEL, ("volgorde", "letterlijk")),
]
#: What only an agreement asks for: they are no value of their own.
VAN_AFSPRAKEN = [
    Indicator("RA9", "Duur van verlengde OTS", DAGEN, TWEE[1:]),
    Indicator(
        "RA10", "Voogdij voor 18", (*AANDEEL, Maat("voogdij", "voogdij", "aantal")), TWEE[1:]
    ),
]


@dataclass(frozen=True)
class Rij:
    sleutel: str
    naam: str
    waarden: dict


@dataclass(frozen=True)
class Uitkomst:
    indicator: Indicator
    variant: str
    periode: Periode
    per: str
    rijen: list[Rij]


@dataclass(frozen=True)
class Bon:
    kandidaten: int
    geteld: int
    afgevallen: list
    definitie: str
    dataversie: str
    bekend_op: date


@dataclass(frozen=True)
class Volledigheid:
    gemeente: str
    gemeentenaam: str
    aanbieder: str
    aanbiedernaam: str
    maand: Periode
    verwacht: bool
    aanwezig: bool
    beantwoord: bool


LEVERING = {
    "levering": "abc123",
    "dag": date(2024, 1, 15),
    "brenger": "Knooppunt",
    "bestanden": 2,
    "berichten": 40,
    "berichten_nieuw": 38,
    "berichten_bekend": 2,
    "berichten_geweigerd": 1,
    "regels": 1234,
    "regels_geweigerd": 3,
    "bevindingen": 2,
}
#: Ede and a provider; nobody else sent or received anything in it.
PARTIJEN = {"0228", "90000101"}
PER_SOORT = [
    {
        "soort": "JW323",
        "release": "3.2",
        "berichten": 40,
        "nieuw": 38,
        "regels": 1234,
        "regels_geweigerd": 3,
    }
]
BEVINDINGEN = [
    {
        "bestand": "x", "naam": "declaratie.xml", "bericht": "b", "afzender": afzender, "soort": "JW323",
        "regel": regel, "pad": "Declaratie/Clienten/Client[2]", "code": code, "tekst": tekst,
        "remedie": "Verbeter dit.", "geweigerd": geweigerd,
    }
    for afzender, regel, code, tekst, geweigerd in (
        ("90000101", 12, "CS002", "Dit nummer voldoet niet aan de elfproef.", True),
        ("0228", 40, "TR378", "Deze gemeentecode kennen wij niet.", False),
    )
]  # fmt: skip

#: Month, sender, kind of message, messages, and the rule that some of them break.
VERZONNEN = [
    (f"{jaar}-{maand:02d}", afzender, soort, aantal, code, aantal // 10 if maand % 3 == 0 else 0)
    for jaar in (2022, 2023)
    for maand in range(1, 13)
    for afzender, soort, aantal, code in (
        ("0228", "JW301", 10, "TR378"), ("90000101", "JW323", 20, "CS002"),
        ("90000102", "JW305", 30, "PAR010"),
    )
]  # fmt: skip


def tel_verzonnen(keuze, per):
    """What the real monitor does, over VERZONNEN: every finding is the only one in its message."""
    cijfers = ("berichten", "met_bevinding", "bevindingen", "geweigerd")
    geteld = {}
    for maand, afzender, soort, aantal, code, fout in VERZONNEN:
        velden = {"maand": maand, "afzender": afzender, "soort": soort, "code": code, "herkomst": "bericht"}  # fmt: skip
        if not past(keuze, velden):
            continue
        van_regel = "code" in per or "herkomst" in per
        if van_regel and not fout:
            continue
        telt = fout if keuze.code in ("", code) else 0
        rij = geteld.setdefault(tuple(velden[p] for p in per), dict.fromkeys(cijfers, 0))
        for naam, erbij in zip(cijfers, (aantal, telt, telt, telt), strict=True):
            rij[naam] += erbij
        if van_regel:
            rij["berichten"] = 0
    rijen = [dict(zip(per, sleutel, strict=True)) | rij for sleutel, rij in sorted(geteld.items())]
    if "code" in per or "herkomst" in per:
        rijen = [rij | {"berichten": None} for rij in rijen if rij["bevindingen"]]
    return rijen


def past(keuze, velden):
    """Whether a row is within a choice; Ede receives what the first provider sends."""
    partijen = {"0228", "90000101"} if velden["afzender"] in {"0228", "90000101"} else {"90000102"}
    dag = date.fromisoformat(velden["maand"] + "-15")
    return (
        (keuze.organisatie is None or not partijen.isdisjoint(keuze.organisatie))
        and keuze.afzender in ("", velden["afzender"])
        and keuze.soort in ("", velden["soort"])
        and keuze.herkomst in ("", "bericht")
        and (keuze.van is None or keuze.van <= dag)
        and (keuze.tot is None or dag <= keuze.tot)
    )


@dataclass
class NepMonitor:
    """Filled like demo Gelderland, or empty."""

    leeg: bool = False
    gevraagd: list = field(default_factory=list)
    #: Findings across messages; None: they have not been compared yet.
    keten: list | None = None
    #: Whether the sheet with 1,000 children for each gemeente was brought.
    inwoners: bool = True
    #: Whether the derived tables are there, and whether our own checks ran over them.
    klaar: bool = True
    gecontroleerd: bool = True

    def bereik(self):
        return None if self.leeg else (2021, 2023)

    def indicatoren(self):
        return INDICATOREN

    def indicator(self, code):
        return next(i for i in INDICATOREN + VAN_AFSPRAKEN if i.code == code)

    def waarde(self, code, *, periode, variant=None, per="gelderland", filters=None, kijk=None):
        self.gevraagd.append((code, periode.naam, per))
        indicator = self.indicator(code)
        rijen = [
            Rij(
                sleutel,
                naam,
                self._scherm_af(
                    self._waarden(indicator, periode, {**(filters or {}), **filter_}),
                    self._weg(kijk, periode, per, sleutel, {**(filters or {}), **filter_}),
                ),
            )
            for sleutel, naam, filter_ in self._groepen(per)
        ]
        return Uitkomst(indicator, indicator.kies_variant(variant), periode, per, rijen)

    def _weg(self, kijk, periode, per, sleutel, filters):
        """In whose place nothing is shown to this reader, or None."""
        cel = make_cel(per, sleutel, filters)
        if kijk is None or cel is None or is_eigen(cel, kijk):
            return None
        if not mag_vragen(
            kijk, per=per, filters=filters if per == "alles" else {}, periode=periode
        ):
            return NIET_GEDEELD
        return (
            KLEIN if 0 < self._aantal(periode, filters) < drempel_van(cel, kijk.drempels) else None
        )

    def _scherm_af(self, waarden, weg):
        return dict.fromkeys(waarden, weg) if weg is not None else waarden

    def _groepen(self, per):
        if per == "gemeente":
            return [(g.code, g.naam, {"gemeente": g.code}) for g in GEMEENTEN]
        if per == "regio":
            return [(r.code, r.naam, {"regio": r.code}) for r in regios()]
        if per == "gi":
            return [(code, naam, {}) for code, naam in GIS.items()]
        if per == "aanbieder":
            return [(code, naam, {}) for code, naam in AANBIEDERS.items()]
        if per == "gelderland":
            return [("gelderland", "Gelderland", {})]
        return [("1", "eerste soort", {}), ("2", "tweede soort", {})]

    def _waarden(self, indicator, periode, filters):
        aantal = self._aantal(periode, filters)
        per_eenheid = {
            "aantal": aantal,
            "euro": Decimal(aantal) * 10_000,
            "aandeel": 0.5 if aantal else None,
            "dagen": 100.0 if aantal else None,
        }
        if indicator.code == "V6c":
            return {"bedrag": None}
        return {maat.sleutel: per_eenheid[maat.eenheid] for maat in indicator.maten}

    def _aantal(self, periode, filters):
        if self.leeg:
            return 0
        codes = [
            g.code
            for g in GEMEENTEN
            if filters.get("gemeente", g.code) == g.code
            and filters.get("regio", g.regio) == g.regio
        ]
        return sum(PLAATS[code] for code in codes) + 2023 - periode.begin.year

    def bon(self, code, *, periode, variant=None, filters=None, kijk=None):
        aantal = self._aantal(periode, filters or {})
        weg = self._weg(kijk, periode, "alles", "", filters or {})
        if weg is not None:
            return Bon(weg, weg, [], "definitie", "7", date(2024, 1, 15))
        return Bon(
            aantal + 12, aantal, [("geen startbericht", 9), ("ingegaan vóór 2017", 3)],
            "definitie", "7", date(2024, 1, 15),
        )  # fmt: skip

    def bewijs(
        self, code, *, periode, variant=None, filters=None, kijk=None, licht=False, raakvlakken=True
    ):
        vraag = {"variant": variant, "periode": periode, "filters": filters}
        return maak_bewijs(self, code, **vraag, kijk=kijk, licht=licht, raakvlakken=raakvlakken)

    def berichten_achter(self, code, rij, *, periode, variant=None):
        return maak_berichten()

    def namen(self):
        soorten = {"gi": GIS, "aanbieder": AANBIEDERS}
        return Namen({agb: (n, s) for s, namen in soorten.items() for agb, n in namen.items()})

    def lijst(self, code, *, periode, hoogstens=500, reden=None, vanaf=0, **anders):
        return [
            {
                "gemeente": "0228",
                "kind": "aB3dE6gH9jK2",
                "begindatum": periode.begin,
                "afgevallen_op": reden,
            }
        ]

    def reeks(self, code, *, perioden, variant=None, filters=None, kijk=None):
        indicator, filters = self.indicator(code), filters or {"gelderland": "gelderland"}
        return [
            (
                p,
                self._scherm_af(
                    self._waarden(indicator, p, filters), self._weg(kijk, p, "alles", "", filters)
                ),
            )
            for p in perioden
        ]

    def volledigheid(self, periode, filters=None):
        if self.leeg:
            return []
        return [
            Volledigheid(
                gemeente=g.code,
                gemeentenaam=g.naam,
                aanbieder=aanbieder,
                aanbiedernaam=naam,
                maand=maand,
                verwacht=True,
                aanwezig=not (PLAATS[g.code] < 4 and maand.begin.month == 12),
                beantwoord=maand.naam < "2023-10",
            )
            for g in GEMEENTEN
            for aanbieder, naam in AANBIEDERS.items()
            for maand in periode.maanden()
            if (filters or {}).get("gemeente", g.code) == g.code
            and (filters or {}).get("regio", g.regio) == g.regio
            and not (PLAATS[g.code] == 51 and maand.begin.month == 1)
        ]

    def niet_geplaatst(self):
        return []

    def laatst_bijgewerkt(self):
        return None if self.leeg else date(2024, 1, 15)

    def jeugdigen(self, jaar):
        return {g.code: 1000 for g in GEMEENTEN} if self.inwoners else {}

    def organisaties(self):
        return [
            {"agb": agb, "naam": naam, "soort": soort}
            for soort, namen in (("gi", GIS), ("aanbieder", AANBIEDERS))
            for agb, naam in namen.items()
        ]

    def leveringen(self, *, organisatie=None):
        erin = organisatie is None or not PARTIJEN.isdisjoint(organisatie)
        return [LEVERING] if erin and not self.leeg else []

    def levering(self, nummer):
        return {**LEVERING, "per_soort": PER_SOORT} if nummer == LEVERING["levering"] else None

    def tel_bevindingen(self, keuze=None, *, per=("maand",)):
        """Ede sends 10 messages a month and a provider 20; each has a finding in every third one."""
        self.gevraagd.append((keuze, tuple(per)))
        return [] if self.leeg else tel_verzonnen(keuze, per)

    def is_klaar(self, *, bevindingen=False):
        return self.klaar and (self.gecontroleerd or not bevindingen)

    def dataversie(self):
        return "7"

    def keten_klaar(self):
        return self.keten is not None

    def reken_keten(self):
        self.keten = self.keten or []

    def keten_in_levering(self, nummer, *, organisatie=None):
        eigen = organisatie is None or "0228" in organisatie
        return [r for r in self.keten or [] if eigen or r["afzender"] in organisatie]

    def bevindingen(self, nummer, *, organisatie=None, hoogstens=1000):
        eigen = organisatie is None or "0228" in organisatie
        return [b for b in BEVINDINGEN if eigen or b["afzender"] in organisatie]

    def tel_kwaliteit(self, keuze=None, *, per=("code",)):
        """See `nep_kwaliteit`."""
        return [] if self.leeg else nep_kwaliteit.tel(keuze, per)

    def lijst_kwaliteit(self, keuze, *, hoogstens=None):
        return [] if self.leeg else nep_kwaliteit.in_keuze(keuze)[:hoogstens]

    def raakt(self, code, *, variant=None, periode, filters=None):
        return [] if self.leeg else nep_kwaliteit.raakt(self.indicator(code).maten)

    def wachten(self, op=None):
        """Ede and Pluryn wait for each other, Arnhem and Entrea too; see `nep_wachten`."""
        self.gevraagd.append(("wachten", op))
        return maak_wachten(None if self.leeg else op or date(2024, 1, 15))
