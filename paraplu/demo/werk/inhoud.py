"""What the parties of the demo fill in: texts, a bepaling, a form, a product. Always the same per case."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any, Final

from paraplu.aanmelden.models import Contactverslag
from paraplu.aanmelden.stukken.bepaling import Bepaling
from paraplu.aanmelden.stukken.formulier import Deel1, Deel2
from paraplu.aanmelden.stukken.voorzet import (
    list_overleg,
    list_processtappen,
    make_deel_1,
    make_deel_2,
)
from paraplu.casussen.models import Casus
from paraplu.demo.gegevens import lees_tabel
from paraplu.netwerk.models import Organisatie

#: How long the help of the demo lasts.
DUUR: Final = timedelta(days=182)
#: What a provider without a group of the tussentaal delivers.
ANDERS: Final = "arrangement"


@cache
def teksten() -> dict[str, Any]:
    """What stands in `teksten.toml`."""
    blad = resources.files(__package__) / "teksten.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))


def thema_of(casus: Casus) -> dict[str, Any]:
    """The story of a case; the same one every time."""
    themas: list[dict[str, Any]] = teksten()["thema"]
    return themas[casus.pk % len(themas)]


def verslag_of(casus: Casus, *, met: str) -> dict[str, Any]:
    """The fields of a report of a talk (R88, R89)."""
    thema = thema_of(casus)
    velden = {
        "gezin_bekend": True,
        "aanbod_bekend": True,
        "beschikbaarheid_bekend": True,
        "wenselijke_hulp": thema["hulp"],
        "duur_en_omvang": "Een half jaar, daarna kijken wij opnieuw.",
        "evaluatie": "Na drie maanden, met ouders en lokaal team.",
    }
    if met == Contactverslag.Met.LOKAAL_TEAM:
        velden |= {
            "steun_voor_gezin": thema["steun"],
            "sociale_kaart": teksten()["advies"]["sociale_kaart"],
            "advies_soort": Contactverslag.Advies.AANBIEDER,
            "advies": teksten()["advies"]["lokaal_team"],
            "verschil": teksten()["advies"]["verschil"] if casus.pk % 5 == 0 else "",
        }
    return velden


def product_of(aanbieder: Organisatie) -> dict[str, Any]:
    """Category, code and size of what this provider delivers in the demo."""
    rij = next((r for r in lees_tabel("organisaties") if r["agb"] == aanbieder.code), None)
    talen = rij["tussentalen"].split() if rij else []
    producten = lees_tabel("producten")
    past = [p for p in producten if p["tussentaal"] in talen and p["gewicht"] and p["volume"]]
    gekozen = past[0] if past else next(p for p in producten if p["sleutel"] == ANDERS)
    return {
        "productcategorie": gekozen["categorie"],
        "productcode": gekozen["code"],
        "eenheid": gekozen["eenheid"],
        "frequentie": gekozen["frequentie"],
        "volume": int(gekozen["volume"]),
    }


def tussentaal_of(aanbieder: Organisatie) -> int:
    """The first group of the tussentaal that this provider works in; 1 when it has none."""
    rij = next((r for r in lees_tabel("organisaties") if r["agb"] == aanbieder.code), None)
    eerste = rij["tussentalen"].split()[:1] if rij else []
    return int(eerste[0]) or 1 if eerste else 1


def bepaling_of(casus: Casus, aanbieder: Organisatie, *, on: date) -> Bepaling:
    """Which help is needed, with the talks that were held and a duration of its own (R97, R120)."""
    thema, product = thema_of(casus), product_of(aanbieder)
    gevraagd = casus.zonder_contract.filter(aanbieder=aanbieder, akkoord=True).last()
    velden = {
        "aanbieder": aanbieder,
        "gezin_gesproken_op": on - timedelta(days=6),
        "gw_geraadpleegd_op": on - timedelta(days=2),
        "aanbod_bekeken": True,
    }
    return Bepaling(
        maatregel=casus.maatregel.soort if casus.maatregel else "",
        tussentaal=tussentaal_of(aanbieder),
        zorgvorm=thema["hulp"],
        begin=on + timedelta(days=14),
        einde=on + DUUR,
        volume=product["volume"],
        eenheid=product["eenheid"],
        frequentie=product["frequentie"],
        evaluatiemomenten=(on + timedelta(days=91), on + DUUR - timedelta(days=14)),
        steun_voor_gezin=thema["steun"],
        onderbouwing=f"{thema['stagneert']} {thema['vraag']}",
        gezin_gesproken_op=velden["gezin_gesproken_op"],
        gw_geraadpleegd_op=velden["gw_geraadpleegd_op"],
        aanbieder=aanbieder.sleutel,
        aanbieder_naam=aanbieder.naam,
        gecontracteerd=gevraagd is None,
        reden_zonder_contract=gevraagd.reden if gevraagd else "",
        toestemming_op=gevraagd.beslist_op if gevraagd else None,
        volgens_inkoop=True,
        overleg=list_overleg(casus),
        processtappen=list_processtappen(casus, velden, on=on),
    )


def formulier_of(casus: Casus, bepaling: Bepaling, *, on: date) -> tuple[Deel1, Deel2]:
    """The one form: part 1 names nobody, part 2 comes from the family (R123)."""
    thema = thema_of(casus)
    getypt = {
        **{naam: thema[naam] for naam in thema if naam in Deel1.__dataclass_fields__},
        "doel": "aanbieder",
        "verwijzer": "gi",
        "overleg_aanbod": teksten()["advies"]["sociale_kaart"],
        "kader": _kader(casus),
        "veiligheidsplan": True,
        "gewenste_start": bepaling.begin,
        "spoed": casus.spoed,
    }
    versie = casus.documenten.filter(soort="aanmeldformulier").count() + 1
    deel_1 = make_deel_1(casus, bepaling, getypt, versie=versie, on=on)
    return deel_1, make_deel_2(casus, {"woonplaats": "gezag"})


def _kader(casus: Casus) -> list[str]:
    return [casus.maatregel.soort if casus.maatregel else "vrijwillig"]
