"""What is asked about figures: area, period, split, reading, day; and what this reader may ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from paraplu.inzage.adressen import bewijs_adres
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied, find_gebied
from paraplu.inzage.keuze import Keuze
from paraplu.inzage.kijker import ZietGeenCijfers, kijk_van, make_kijk
from paraplu.inzage.klaar import NogNietKlaar
from paraplu.inzage.models import Kring
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, Kijk, Verborgen

from ..bron import Verzoek
from ..lezer import is_openbaar
from ..parameters import Parameter
from ..problemen import Probleem, needs_key, not_found
from ..vorm import Schema, of_niets, tekst
from .indicatoren import PER, find_indicator, list_per

#: Why a figure is not shown, as a word for a machine; the sentence goes along as `reden`.
REDENEN: Final = {KLEIN: "klein", NIET_GEDEELD: "niet-gedeeld"}
ANDERS: Final = "verborgen"
VERBORGEN: Final[Schema] = of_niets(
    tekst(enum=[*REDENEN.values(), ANDERS, None]),
    "Waarom de waarde er niet staat; null als zij te zien is of niet bekend is.",
)
WAARDE: Final[Schema] = of_niets(
    {"type": "number"},
    "Null als zij verborgen is, en ook als zij niet bekend is. Null is nooit nul.",
)
BEKEND_OP: Final = Parameter(
    naam="bekendOp",
    uitleg="Zoals bekend op deze dag. Anders: zoals nu bekend. Vraagt een sleutel.",
    schema={"type": "string", "format": "date"},
)
VRAGEN: Final = (
    Parameter(
        naam="periode",
        uitleg="Een jaar (2023), kwartaal (2023-K2) of maand (2023-05). Anders: het laatste jaar.",
        schema={
            "type": "string",
            "pattern": "^(19|20)[0-9]{2}(-K[1-4]|-0[1-9]|-1[0-2])?$",
        },
        voorbeeld="2023",
    ),
    Parameter(
        naam="gebied",
        uitleg="gelderland, of een sleutel als regio-CG, gemeente-0228, gi-… of aanbieder-….",
        schema={
            "type": "string",
            "pattern": "^(gelderland|regio-[A-Z]{2,6}|gemeente-[0-9]{4}|(gi|aanbieder)-[0-9]{8})$",
            "default": "gelderland",
        },
        anders="gelderland",
        voorbeeld="regio-CG",
    ),
    Parameter(
        naam="variant",
        uitleg="De lezing. Anders: de eerste van de waarde.",
        schema={"type": "string", "pattern": "^[a-z_]{1,40}$"},
    ),
    BEKEND_OP,
)
SPLITSING: Final = Parameter(
    naam="per",
    uitleg="Waarnaar het cijfer is gesplitst; alles is het gebied als geheel.",
    schema={"type": "string", "enum": list(PER), "default": "alles"},
    anders="alles",
    voorbeeld="gemeente",
)


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """A question about figures that may be asked, with the figures as this reader sees them."""

    cijfers: Cijfers
    indicator: Any
    variant: str
    periode: Periode
    gebied: Gebied
    per: str
    #: The day that was asked for; None: as known now.
    gevraagd_op: date | None
    #: The day up to which deliveries are in the figures.
    bekend_op: date

    def bon_adres(self, verzoek: Verzoek, sleutel: str) -> str:
        """The address of the receipt of the row with this key."""
        return verzoek.adres(
            f"/indicatoren/{self.indicator.code}/bon",
            periode=self.periode.naam,
            gebied=self.gebied.sleutel or None,
            variant=self.variant,
            bekendOp=self.gevraagd_op,
            **({} if self.per == "alles" else {"per": self.per, "sleutel": sleutel}),
        )

    def bewijs_adres(self, verzoek: Verzoek, sleutel: str) -> str:
        """The page of the receipt for people."""
        keuze = Keuze(
            gebied=self.gebied,
            periode=self.periode,
            bekend_op=self.gevraagd_op,
            variant=self.variant,
        )
        deel = {} if self.per == "alles" else {"per": self.per, "sleutel": sleutel}
        return verzoek.pagina(bewijs_adres(keuze, self.indicator.code, **deel))


def read_vraag(verzoek: Verzoek) -> Vraag:
    """The question, when this reader may ask it. Raises Probleem and NogNietKlaar."""
    vragen = verzoek.vragen
    indicator = find_indicator(verzoek.pad["code"])
    _check_openbaar(verzoek)
    cijfers = _open(verzoek)
    per = vragen["per"]
    if per not in list_per(indicator):
        raise not_found(f"{indicator.code} is niet te splitsen per {per}.")
    variant = vragen["variant"] or indicator.varianten[0]
    if variant not in indicator.varianten:
        raise not_found(f"{indicator.code} heeft geen lezing {variant}.")
    vraag = Vraag(
        cijfers=cijfers,
        indicator=indicator,
        variant=variant,
        periode=_read_periode(cijfers, vragen["periode"]),
        gebied=_read_gebied(cijfers, vragen["gebied"]),
        per=per,
        gevraagd_op=vragen["bekendOp"],
        bekend_op=vragen["bekendOp"] or cijfers.monitor.laatst_bijgewerkt(),
    )
    _check_kring(verzoek, vraag)
    return vraag


def show_waarde(waarde: Any) -> dict[str, Any]:
    """A figure as JSON: hidden is a word beside null, and never a zero.

    >>> show_waarde(KLEIN)["waarde"], show_waarde(KLEIN)["verborgen"]
    (None, 'klein')
    """
    if isinstance(waarde, Verborgen):
        return {"waarde": None, "verborgen": REDENEN.get(waarde, ANDERS), "reden": waarde.reden}
    getal = waarde if waarde is None or isinstance(waarde, int) else float(waarde)
    return {"waarde": getal, "verborgen": None, "reden": None}


def _check_openbaar(verzoek: Verzoek) -> None:
    """Without a key: the public figures as known now, and no names of institutions."""
    if verzoek.gebruiker is not None:
        return
    if not is_openbaar():
        raise needs_key("Cijfers zijn er hier alleen met een sleutel.")
    if verzoek.vragen["bekendOp"] is not None:
        raise needs_key("Cijfers zoals bekend op een dag zijn er alleen met een sleutel.")
    if verzoek.vragen["gebied"].startswith(("gi-", "aanbieder-")):
        raise needs_key("Cijfers van een instelling zijn er alleen met een sleutel.")


def _check_kring(verzoek: Verzoek, vraag: Vraag) -> None:
    """Who has a key gets rows with what is not shared as hidden; the public is told to bring one."""
    if verzoek.gebruiker is None and not vraag.cijfers.mag_vragen(
        vraag.per, vraag.periode, vraag.gebied
    ):
        raise needs_key(
            "Zonder sleutel ziet u cijfers per jaar, voor de provincie, een regio of een gemeente."
        )


def _open(verzoek: Verzoek) -> Cijfers:
    """The figures through the eyes of the reader, with the thresholds of that day."""
    bekend_op = verzoek.vragen["bekendOp"]
    nu = Cijfers(kijk=read_kijk(verzoek, verzoek.op))
    if bekend_op is None:
        return nu
    check_bekend_op(nu, bekend_op, verzoek.op)
    cijfers = Cijfers(bekend_op, kijk=read_kijk(verzoek, bekend_op))
    if not cijfers.monitor.is_klaar():
        raise NogNietKlaar(bekend_op)
    return cijfers


def check_bekend_op(nu: Cijfers, bekend_op: date, op: date) -> None:
    """Whether something was known on that day. Raises Probleem."""
    eerste = min((levering["dag"] for levering in nu.monitor.leveringen()), default=None)
    if eerste is None or not eerste <= bekend_op <= op:
        raise not_found(f"Op {bekend_op} was nog niets bekend, of die dag moet nog komen.")


def read_kijk(verzoek: Verzoek, op: date) -> Kijk:
    """The eyes of the asker on the figures of a day. Raises Probleem for who sees none."""
    if verzoek.gebruiker is None:
        return make_kijk(Kring.PUBLIEK.value, op=op)
    try:
        return kijk_van(verzoek.gebruiker, op=op)
    except ZietGeenCijfers:
        raise Probleem(403, "Niet voor uw rol", "Cijfers zijn niet voor uw rol.") from None


def _read_periode(cijfers: Cijfers, naam: str | None) -> Periode:
    bereik = cijfers.bereik()
    if bereik is None:
        raise not_found("Er zijn nog geen gegevens.")
    periode = Periode.lees(naam) if naam else Periode.jaar(bereik[1])
    if not bereik[0] <= periode.begin.year <= bereik[1]:
        raise not_found(f"Er zijn gegevens van {bereik[0]} tot en met {bereik[1]}.")
    return periode


def _read_gebied(cijfers: Cijfers, sleutel: str) -> Gebied:
    if sleutel == "gelderland":
        return GELDERLAND
    gebied = find_gebied(sleutel, cijfers.namen())
    if gebied is None:
        raise not_found(f"Het gebied {sleutel} kennen wij niet.")
    return gebied
