"""The figures of one value, as the asker may see them (R205, R206)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from paraplu.inzage.gebied import ligt_in
from paraplu.monitor.definities import versie_van
from paraplu.web.rechten import KIJKERS

from ..bron import Bron, Verzoek
from ..parameters import Parameter
from ..problemen import not_found
from ..vorm import DAG, ding, links, of_niets, tekst
from .indicatoren import CODE, GROEP, PER
from .vraag import SPLITSING, VERBORGEN, VRAGEN, WAARDE, Vraag, read_vraag, show_waarde

MAAT: Final = Parameter(
    naam="maat",
    uitleg="Alleen deze maat. Anders: alle maten van de waarde.",
    schema={"type": "string", "pattern": "^[a-z0-9_]{1,40}$"},
)
#: Key, name and measures of a row.
Rij = tuple[str, str, dict[str, Any]]


def list_cijfers(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Every row times every measure; the rows in the order of the monitor."""
    vraag = read_vraag(verzoek)
    maten = [m for m in vraag.indicator.maten if verzoek.vragen["maat"] in {None, m.sleutel}]
    if not maten:
        raise not_found(f"{vraag.indicator.code} heeft geen maat {verzoek.vragen['maat']}.")
    versie = versie_van(vraag.indicator.code).versie
    return [
        _show(verzoek, vraag, rij, maat, versie) for rij in _list_rijen(vraag) for maat in maten
    ]


def _list_rijen(vraag: Vraag) -> Iterator[Rij]:
    code, gebied = vraag.indicator.code, vraag.gebied
    if vraag.per == "alles":
        waarden = vraag.cijfers.waarden(code, vraag.periode, gebied, vraag.variant)
        yield gebied.sleutel or "gelderland", gebied.naam, waarden
        return
    for rij in vraag.cijfers.rijen(
        code, vraag.periode, per=vraag.per, gebied=gebied, variant=vraag.variant
    ):
        plaats = vraag.per in {"regio", "gemeente"} and gebied.soort not in {"gi", "aanbieder"}
        if not plaats or ligt_in(rij.sleutel, vraag.per, gebied):
            yield rij.sleutel, rij.naam, rij.waarden


def _show(verzoek: Verzoek, vraag: Vraag, rij: Rij, maat: Any, versie: int) -> dict[str, Any]:
    sleutel, naam, waarden = rij
    code = vraag.indicator.code
    return {
        "indicator": code,
        "variant": vraag.variant,
        "periode": vraag.periode.naam,
        "gebied": vraag.gebied.sleutel or "gelderland",
        "per": vraag.per,
        "sleutel": sleutel,
        "naam": naam,
        "maat": maat.sleutel,
        "eenheid": maat.eenheid,
        **show_waarde(waarden.get(maat.sleutel)),
        "bekendOp": vraag.bekend_op.isoformat(),
        "definitieversie": versie,
        "links": {
            "bon": vraag.bon_adres(verzoek, sleutel),
            "bewijs": vraag.bewijs_adres(verzoek, sleutel),
            "definitie": verzoek.adres(f"/definities/{code}/versies/{versie}"),
        },
    }


SCHEMA: Final = ding(
    indicator=tekst("De code van de waarde."),
    variant=tekst("De lezing."),
    periode=tekst("Jaar, kwartaal of maand."),
    gebied=tekst("Het gebied waarbinnen is geteld."),
    per=tekst("Waarnaar is gesplitst.", enum=list(PER)),
    sleutel=tekst("Code van deze rij: een gemeente, regio, instelling of soort."),
    naam=tekst("Naam van deze rij."),
    maat=tekst(),
    eenheid=tekst(),
    waarde=WAARDE,
    verborgen=VERBORGEN,
    reden=of_niets(tekst(), "Waarom de waarde verborgen is, in een zin."),
    bekendOp={**DAG, "description": "Leveringen tot en met deze dag zijn meegeteld."},
    definitieversie={"type": "integer", "minimum": 1},
    links={
        **links("bon", "bewijs", "definitie"),
        "description": "De bon in JSON, het bewijs als pagina, en de definitie.",
    },
)
VOORBEELD: Final = {
    "indicator": "V2a",
    "variant": "letterlijk",
    "periode": "2023",
    "gebied": "regio-CG",
    "per": "gemeente",
    "sleutel": "0202",
    "naam": "Arnhem",
    "maat": "aantal",
    "eenheid": "aantal",
    "waarde": None,
    "verborgen": "klein",
    "reden": "klein aantal, of nodig om een klein aantal te beschermen",
    "bekendOp": "2024-01-15",
    "definitieversie": 1,
    "links": {
        "bon": "https://paraplu.example/api/v1/indicatoren/V2a/bon?periode=2023",
        "bewijs": "https://paraplu.example/bewijs/V2a/?jaar=2023",
        "definitie": "https://paraplu.example/api/v1/definities/V2a/versies/1",
    },
}
CIJFERS: Final = Bron(
    naam="api_cijfers",
    pad="/indicatoren/{code}/cijfers",
    groep=GROEP,
    samenvatting="De cijfers van een waarde",
    uitleg=(
        "Elk item is één maat van één rij. Wat u ziet hangt af van uw account. Zonder sleutel ziet u "
        "wat openbaar is: per jaar, zonder namen van instellingen. Kleine aantallen zijn verborgen."
    ),
    model="Cijfer",
    schema=SCHEMA,
    voorbeeld=VOORBEELD,
    geef=list_cijfers,
    wie=KIJKERS,
    vragen=(CODE, *VRAGEN, SPLITSING, MAAT),
    lijst=True,
    cijfers=True,
)
