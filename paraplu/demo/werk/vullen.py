"""Fill the work of the demo: all of it or nothing. Cut off half-way, the next time begins anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from django.db import transaction

from paraplu.aanmelden.actions.beginnen import begin_aanmelding
from paraplu.casussen.models import Casus
from paraplu.demo.agenda import fill_agenda
from paraplu.netwerk.actions.mensen import add_afwezigheid
from paraplu.web.actions import DEMO_DOMEIN, maak_demo_accounts
from paraplu.web.models import Gebruiker

from . import bijzonder, tegenspel
from .contacten import make_contacten, make_hulpaanbod
from .definities import adopt_definities
from .gezinnen import Gezinnen
from .mensen import make_mensen, person
from .rondom import fill_rondom
from .tafels import fill_tafels
from .verhalen import Verhaal, at, gegevens, list_verhalen, workdays_before

ZAAD: Final = 1
REGIO: Final = {"301": "FV", "315": "CG"}
BEHEERDER: Final = "demo-beheerder"


@dataclass(frozen=True)
class Gevuld:
    """How many are new: people, cases. Nothing when the demo was there already."""

    mensen: int
    casussen: int


def has_werk() -> bool:
    """Whether the cases of the demo are there; they come all together."""
    return Casus.objects.filter(houder__e_mail__endswith=f"@{DEMO_DOMEIN}").exists()


def fill_werk(
    *,
    on: date,
    zaad: int = ZAAD,
    meld: Callable[[int, int], None] = lambda klaar, totaal: None,
    hoogstens: int | None = None,
) -> Gevuld:
    """Make people, contacts, care on offer and cases as they are on `on`.

    Twice gives the same: who is there stays. `hoogstens` makes fewer cases, for tests, and none at
    the tables.
    """
    with transaction.atomic():
        maak_demo_accounts()
        by = Gebruiker.objects.get(gebruikersnaam=BEHEERDER)
        adopt_definities(on=on, by=Gebruiker.objects.get(gebruikersnaam="demo-contractmanager"))
        mensen = make_mensen(on=on, by=by)
        make_contacten(on=on, by=by, toeval=Random(zaad))  # noqa: S311 - a demo, no secret
        make_hulpaanbod(on=on, toeval=Random(zaad))  # noqa: S311
        if not hoogstens:
            fill_agenda(on=on)
        casussen = 0 if has_werk() else _tell_all(on, Random(zaad), meld, hoogstens)  # noqa: S311
    return Gevuld(mensen, casussen)


def _tell_all(
    on: date, toeval: Random, meld: Callable[[int, int], None], hoogstens: int | None
) -> int:
    gezinnen = Gezinnen(toeval, gegevens()["plaatsen"])
    alle = list(list_verhalen())[:hoogstens]
    # In the order of their beginning, so that numbers go up with the days.
    for klaar, verhaal in enumerate(sorted(alle, key=lambda v: -v.werkdagen), start=1):
        tell(verhaal, gezinnen, on=on)
        meld(klaar, len(alle))
    _let_wait(gezinnen, on)
    erbij = 0 if hoogstens else fill_tafels(gezinnen, on=on) + fill_rondom(gezinnen, on=on)
    for rij in gegevens()["afwezig"]:
        add_afwezigheid(
            medewerker=person(rij["wie"]),
            vervanger=person(rij["vervanger"]) if "vervanger" in rij else None,
            vanaf=on - timedelta(days=rij["dagen"]),
            reden="ziekte",
            by=Gebruiker.objects.get(gebruikersnaam=BEHEERDER),
        )
    return len(alle) + erbij


def tell(verhaal: Verhaal, gezinnen: Gezinnen, *, on: date) -> Casus:
    """One case, from the first day to how it stands on `on`."""
    dag = workdays_before(on, verhaal.werkdagen)
    houder = person(verhaal.houder)
    gezin, kind, maatregel = gezinnen.make(
        gemeente=verhaal.gemeente,
        regio=REGIO[verhaal.route],
        gi=houder.organisatie,
        jeugdbeschermer=houder,
        by=houder,
        on=dag,
    )
    casus = begin_aanmelding(
        gezin=gezin,
        kind=kind,
        maatregel=maatregel,
        houder=houder,
        spoed=verhaal.dan == "spoed",
        by=houder,
        on=dag,
    )
    voorbij = 0
    for zin in verhaal.zinnen:
        voorbij += zin.dagen
        moment = at(workdays_before(on, verhaal.werkdagen - voorbij))
        stap = casus.stappen.get(sleutel=zin.stap, afgerond_op=None)
        casus = tegenspel.play(stap=stap, uitkomst=zin.uitkomst, nu=moment)
    bijzonder.happen(casus, verhaal.dan, on=workdays_before(on, verhaal.rust), vandaag=on)
    return casus


def _let_wait(gezinnen: Gezinnen, on: date) -> None:
    """Children under a measure that have no fixed jeugdbeschermer yet (R128)."""
    for rij in gegevens()["wachtend"]:
        regisseur = person(rij["regisseur"])
        gezinnen.make(
            gemeente=gegevens()["gemeenten"][rij["route"]][0],
            regio=REGIO[rij["route"]],
            gi=regisseur.organisatie,
            jeugdbeschermer=None,
            by=regisseur,
            on=on,
            uitspraak_op=on - timedelta(days=rij["dagen"]),
        )
