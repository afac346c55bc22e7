"""The contact directory and the care on offer of the demo: invented, and with holes on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from paraplu.afspraken import gebieden
from paraplu.demo.gegevens import lees_tabel
from paraplu.netwerk.aanbod.seed import DemoAanbieder, make_demo_aanbod
from paraplu.netwerk.actions.contacten import add_contact
from paraplu.netwerk.models import Contact, ContactSoort, Medewerker, Organisatie
from paraplu.web.actions import DEMO_DOMEIN
from paraplu.web.models import Gebruiker

from .mensen import BEGIN, gegevens

#: How much of the directory is missing, and how much has not been confirmed for long.
ONTBREEKT: Final = 0.08
VEROUDERD: Final = 0.15
VERS: Final = 60
OUD: Final = (220, 500)
#: Roles whose people stand in the directory as themselves.
ROLLEN: Final = {
    "lokaal_team": ContactSoort.LOKAAL_TEAM,
    "regionaal_contactpersoon": ContactSoort.REGIONAAL_CONTACTPERSOON,
    "functionaris": ContactSoort.FUNCTIONARIS,
    "zorgbemiddelaar": ContactSoort.ZORGBEMIDDELAAR,
    "expertteam": ContactSoort.EXPERTTEAM,
}
VAN_LOKAAL_TEAM: Final = (
    ContactSoort.LOKAAL_TEAM,
    ContactSoort.VERVANGER,
    ContactSoort.KOPPELGENOOT,
)
VAN_REGIO: Final = {
    ContactSoort.REGIONAAL_CONTACTPERSOON: "REG",
    ContactSoort.TAFEL: "JBT",
    ContactSoort.EXPERTTEAM: "RET",
    ContactSoort.ESCALATIE: "REG",
}


def make_contacten(*, on: date, by: Gebruiker, toeval: Random) -> int:
    """Fill an empty directory: most lines fresh, some old, some missing; gives how many."""
    if Contact.objects.exists():
        return 0
    aantal = 0
    for velden, vast in [*_people(), *_rest(toeval)]:
        worp = toeval.random()
        if not vast and worp < ONTBREEKT:
            continue
        oud = not vast and worp < ONTBREEKT + VEROUDERD
        bevestigd = on - timedelta(days=toeval.randint(*(OUD if oud else (0, VERS))))
        add_contact(velden={"vanaf": BEGIN, **velden}, by=by, on=bevestigd)
        aantal += 1
    return aantal


def _people() -> Iterator[tuple[dict[str, Any], bool]]:
    """The people of the demo themselves; always there, so that every account can be called."""
    gezien: set[tuple[str, str]] = set()
    wie = Medewerker.objects.filter(e_mail__endswith=f"@{DEMO_DOMEIN}").order_by("id")
    for mens in wie.prefetch_related("functies__organisatie"):
        for functie in mens.functies.all():
            if functie.rol not in ROLLEN:
                continue
            soort, plaats = ROLLEN[functie.rol], _plaats(functie.organisatie)
            tweede = (functie.rol, functie.organisatie.sleutel) in gezien
            gezien.add((functie.rol, functie.organisatie.sleutel))
            if tweede:
                soort = ContactSoort.KOPPELGENOOT
            yield (
                {
                    "soort": soort,
                    "organisatie": functie.organisatie,
                    "medewerker": mens,
                    "functie": "verzonnen, voor de demo",
                    **plaats,
                },
                True,
            )


def _plaats(organisatie: Organisatie) -> dict[str, str]:
    if organisatie.gemeente:
        return {"gemeente": organisatie.gemeente}
    return {"regio": organisatie.regio}


def _rest(toeval: Random) -> Iterator[tuple[dict[str, Any], bool]]:
    """Everybody else that the agenda wants in the directory: names only."""
    bezet = {
        (functie, plaats)
        for functie, plaats in (
            (velden["soort"], velden.get("gemeente") or velden.get("regio"))
            for velden, _vast in _people()
        )
    }
    for gemeente in gebieden.gemeenten():
        for soort in VAN_LOKAAL_TEAM:
            if (soort, gemeente.code) not in bezet:
                yield _line(soort, f"LT-{gemeente.code}", toeval, gemeente=gemeente.code), False
    for regio in gebieden.regios():
        for soort, voor in VAN_REGIO.items():
            if (soort, regio.code) not in bezet:
                yield _line(soort, f"{voor}-{regio.code}", toeval, regio=regio.code), False


def _line(soort: str, sleutel: str, toeval: Random, **plaats: str) -> dict[str, Any]:
    namen = gegevens()["namen"]
    naam = f"{toeval.choice(namen['voor'])} {toeval.choice(namen['achter'])} (demo)"
    return {
        "soort": soort,
        "organisatie": Organisatie.objects.get(sleutel=sleutel),
        "naam": naam,
        "functie": "verzonnen, voor de demo",
        "telefoon": f"085 000 {toeval.randint(3000, 9999)}",
        "e_mail": f"{sleutel.lower()}@{DEMO_DOMEIN}",
        "dagen": toeval.choice(("12345", "1245", "234")),
        **plaats,
    }


def make_hulpaanbod(*, on: date, toeval: Random) -> None:
    """What the providers of the demo have, around `on`; only once."""
    aanbieders = [
        DemoAanbieder(
            organisatie=Organisatie.objects.get(sleutel=f"ZA-{rij['agb']}"),
            regios=rij["regios"].split(),
            tussentalen=[int(taal) for taal in rij["tussentalen"].split() if taal != "0"],
        )
        for rij in lees_tabel("organisaties")
        if rij["soort"] == "aanbieder"
    ]
    make_demo_aanbod(aanbieders, on, toeval)
