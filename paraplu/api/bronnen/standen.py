"""Where a resultaatafspraak stands, per party and year, as the asker may see it (R205, R210).

For who has a key only: much of it rests on what parties reported to each other, and nobody decided
that it is public.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from paraplu.afspraken.resultaatafspraken import HOOGSTENS, MINSTENS, Resultaatafspraak
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied, find_gebied
from paraplu.inzage.klaar import NogNietKlaar
from paraplu.resultaten import queries
from paraplu.resultaten.stand import Jaarpunt, Onderdeel, Stand, Status
from paraplu.web.getallen import Waarde
from paraplu.web.rechten import KIJKERS

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import needs_key, not_found
from ..vorm import DAG, GETAL, JA_NEE, Schema, ding, lijst, links, of_niets, tekst, verwijs
from .bonnen import AANTAL
from .resultaatafspraken import AFSPRAAK, read_afspraak
from .vraag import BEKEND_OP, check_bekend_op, read_kijk, show_waarde

EERSTE_JAAR, LAATSTE_JAAR = 2020, 2040
DECIMALEN: Final = 6
PARTIJVORM: Final = "^(gelderland|regio-[A-Z]{2,6}|gemeente-[0-9]{4}|gi-[0-9]{8})$"
PARTIJ: Final = Parameter(
    naam="partij",
    uitleg="gelderland, of een sleutel als regio-CG, gi-… of gemeente-0228.",
    schema={"type": "string", "pattern": PARTIJVORM},
    plaats=PAD,
    voorbeeld="gelderland",
)
VRAGEN: Final = (
    Parameter(
        naam="jaar",
        uitleg="Welk jaar. Anders: het laatste jaar met berichten.",
        schema={"type": "integer", "minimum": EERSTE_JAAR, "maximum": LAATSTE_JAAR},
        voorbeeld=2023,
    ),
    BEKEND_OP,
)


def list_standen(verzoek: Verzoek) -> list[dict[str, Any]]:
    """One agreement for every party that it has a figure for."""
    afspraak = read_afspraak(verzoek)
    cijfers, op, jaar = _open(verzoek)
    partijen = queries.list_partijen(afspraak, cijfers)
    standen = queries.read_standen(
        [afspraak], partijen, jaar=jaar, cijfers=cijfers, op=op, kort=True
    )
    return [_show(stand, verzoek) for stand in standen]


def show_stand(verzoek: Verzoek) -> dict[str, Any]:
    """One agreement for one party, with its path and what lies behind the figure."""
    afspraak = read_afspraak(verzoek)
    cijfers, op, jaar = _open(verzoek)
    partij = _read_partij(verzoek.pad["partij"], afspraak, cijfers)
    [stand] = queries.read_standen(
        [afspraak], [partij], jaar=jaar, cijfers=cijfers, op=op, breed=True
    )
    return _show(stand, verzoek) | {
        "onderdelen": [_show_deel(deel, verzoek) for deel in stand.onderdelen],
        "pad": [_show_punt(punt) for punt in stand.pad],
        "herkomst": list(stand.herkomst),
    }


def _open(verzoek: Verzoek) -> tuple[Cijfers, date | None, int]:
    """The figures through the eyes of the asker, the day of knowledge (None: now) and the year."""
    if verzoek.gebruiker is None:
        raise needs_key("Waar een afspraak staat, ziet u alleen met een sleutel.")
    op = verzoek.vragen["bekendOp"]
    nu = Cijfers(kijk=read_kijk(verzoek, verzoek.op))
    cijfers = nu
    if op is not None:
        check_bekend_op(nu, op, verzoek.op)
        cijfers = queries.open_cijfers(op, read_kijk(verzoek, op))
        if not cijfers.monitor.is_klaar():
            raise NogNietKlaar(op)
    bereik = nu.bereik()
    jaar = verzoek.vragen["jaar"] or (bereik[1] if bereik else verzoek.op.year)
    return cijfers, op if op != verzoek.op else None, jaar


def _read_partij(sleutel: str, afspraak: Resultaatafspraak, cijfers: Cijfers) -> Gebied:
    partij = GELDERLAND if sleutel == "gelderland" else find_gebied(sleutel, cijfers.namen())
    if partij is None or partij.soort not in afspraak.partijen:
        raise not_found(f"{afspraak.code} heeft geen cijfer voor {sleutel}.")
    return partij


def _show_getal(waarde: Waarde) -> dict[str, Any]:
    """A figure without the tail of its reckoning: 0.175, and not 0.17500000000000002."""
    return show_waarde(round(waarde, DECIMALEN) if isinstance(waarde, float) else waarde)


def _show(stand: Stand, verzoek: Verzoek) -> dict[str, Any]:
    code, partij = stand.afspraak.code, stand.partij.sleutel
    wie = partij or "gelderland"
    vragen = {"jaar": stand.jaar, "bekendOp": stand.bekend_op}
    pagina = f"/afspraken/{code}/?jaar={stand.jaar}" + (f"&partij={partij}" if partij else "")
    dag = f"&bekend={stand.bekend_op}" if stand.bekend_op else ""
    return {
        "afspraak": code,
        "partij": wie,
        "partijnaam": stand.partij.naam,
        "jaar": stand.jaar,
        "status": str(stand.status),
        "cijfer": _show_getal(stand.cijfer),
        "grens": _show_getal(stand.grens),
        "eenheid": stand.eenheid,
        "richting": stand.afspraak.richting,
        "uitleg": stand.uitleg,
        "ontbreekt": [{"wat": een.wat, "van": een.van or None} for een in stand.ontbreekt],
        "bekendOp": stand.bekend_op.isoformat() if stand.bekend_op else None,
        "links": {
            "self": verzoek.adres(f"/resultaatafspraken/{code}/standen/{wie}", **vragen),
            "afspraak": verzoek.adres(f"/resultaatafspraken/{code}"),
            "pagina": verzoek.pagina(pagina + dag),
            "bewijs": verzoek.pagina(stand.bewijs) if stand.bewijs else None,
        },
    }


def _show_deel(deel: Onderdeel, verzoek: Verzoek) -> dict[str, Any]:
    return {
        "naam": deel.naam,
        "eenheid": deel.eenheid,
        **_show_getal(deel.waarde),
        "bewijs": verzoek.pagina(deel.bewijs) if deel.bewijs else None,
    }


def _show_punt(punt: Jaarpunt) -> dict[str, Any]:
    return {
        "jaar": punt.jaar,
        "gemeten": _show_getal(punt.gemeten),
        "grens": _show_getal(punt.grens),
        "pad": _show_getal(punt.pad),
        "nulmeting": punt.is_nulmeting,
    }


_AANTAL: Final = verwijs("Aantal")
_ADRES_OF_NIETS: Final = of_niets({"type": "string", "format": "uri"}, "Null als er geen is.")
_VELDEN: Final[dict[str, Schema]] = {
    "afspraak": tekst("De code van de resultaatafspraak."),
    "partij": tekst("De sleutel van de partij; gelderland voor allen samen."),
    "partijnaam": tekst(),
    "jaar": GETAL,
    "status": tekst(
        "Verborgen is een eigen status, en nooit hetzelfde als niet gehaald.",
        enum=[str(status) for status in Status],
    ),
    "cijfer": _AANTAL,
    "grens": _AANTAL,
    "eenheid": tekst(),
    "richting": tekst(
        "Of het cijfer hoogstens of minstens de grens is.", enum=[HOOGSTENS, MINSTENS]
    ),
    "uitleg": tekst("Waarom de status zo is, in een zin."),
    "ontbreekt": lijst(
        ding(wat=tekst(), van=of_niets(tekst(), "Wie het brengt; null als niemand dat kan.")),
        "Wat er nog niet is.",
    ),
    "bekendOp": of_niets(DAG, "Zoals bekend op deze dag; null: zoals nu bekend."),
    "links": ding(**links("self", "afspraak", "pagina")["properties"], bewijs=_ADRES_OF_NIETS),
}
STANDREGEL: Final = ding(**_VELDEN)
STAND: Final = ding(
    **_VELDEN,
    onderdelen=lijst(
        ding(naam=tekst(), eenheid=tekst(), **AANTAL["properties"], bewijs=_ADRES_OF_NIETS),
        "De getallen achter het cijfer en ernaast.",
    ),
    pad=lijst(
        ding(jaar=GETAL, gemeten=_AANTAL, grens=_AANTAL, pad=_AANTAL, nulmeting=JA_NEE),
        "Van de nulmeting tot het laatste jaar met een norm.",
    ),
    herkomst=lijst(tekst(), "Waarop een cijfer rust dat is opgegeven."),
)
_ZICHTBAAR: Final = {"waarde": 0.19, "verborgen": None, "reden": None}
VOORBEELD: Final = {
    "afspraak": "RA4",
    "partij": "gelderland",
    "partijnaam": "Gelderland",
    "jaar": 2022,
    "status": "niet gehaald",
    "cijfer": _ZICHTBAAR,
    "grens": {**_ZICHTBAAR, "waarde": 0.175},
    "eenheid": "aandeel",
    "richting": "hoogstens",
    "uitleg": "Het cijfer is hoger dan is afgesproken.",
    "ontbreekt": [],
    "bekendOp": None,
    "links": {
        "self": "https://paraplu.example/api/v1/resultaatafspraken/RA4/standen/gelderland?jaar=2022",
        "afspraak": "https://paraplu.example/api/v1/resultaatafspraken/RA4",
        "pagina": "https://paraplu.example/afspraken/RA4/?jaar=2022",
        "bewijs": "https://paraplu.example/afspraken/RA4/bewijs/?jaar=2022",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Resultaatafspraken",
    "schemas": {"Aantal": AANTAL},
    "wie": KIJKERS,
    "cijfers": True,
    "besloten": True,
}
STANDEN: Final = Bron(
    naam="api_standen",
    pad="/resultaatafspraken/{code}/standen",
    samenvatting="Waar een afspraak staat, per partij",
    uitleg=(
        "Elk item is één partij, in één jaar. Vraagt een sleutel. Wat u ziet hangt af van uw account; "
        "kleine aantallen van anderen zijn verborgen."
    ),
    model="Standregel",
    schema=STANDREGEL,
    voorbeeld=VOORBEELD,
    geef=list_standen,
    vragen=(AFSPRAAK, *VRAGEN),
    lijst=True,
    **_GEDEELD,
)
STANDBRON: Final = Bron(
    naam="api_stand",
    pad="/resultaatafspraken/{code}/standen/{partij}",
    samenvatting="Waar een afspraak staat voor één partij",
    uitleg="Met het pad over de jaren en de getallen achter het cijfer. Vraagt een sleutel.",
    model="Stand",
    schema=STAND,
    voorbeeld=VOORBEELD
    | {
        "onderdelen": [
            {"naam": "Vertrokken", "eenheid": "mensen", **_ZICHTBAAR, "waarde": 38, "bewijs": None}
        ],
        "pad": [
            {
                "jaar": 2022,
                "gemeten": _ZICHTBAAR,
                "grens": {**_ZICHTBAAR, "waarde": 0.175},
                "pad": {**_ZICHTBAAR, "waarde": 0.175},
                "nulmeting": False,
            }
        ],
        "herkomst": ["4 opgaven; de laatste kwam op 1 maart 2023."],
    },
    geef=show_stand,
    vragen=(AFSPRAAK, PARTIJ, *VRAGEN),
    **_GEDEELD,
)
