"""Steps 3 and 4: coding, request, allocation, refusal, and the start of the help.

What sends a message closes its step in the same transaction: NietTeVersturen, and nothing happened.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.casussen.actions import close_stap, deelname, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout, StapAlreadyClosed
from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie
from paraplu.web.wand.verzoek import beyond_wall

from ..berichtenpost import zenden
from ..models import Afwijzing, Toewijzing

#: Why provider and lokaal team see the case after the route ended: the help runs (R276, R278).
LOPENDE_HULP: Final = "lopende hulp"
TOEWIJZING_ONTVANGEN: Final = "toewijzing_ontvangen"
VERZOEK_ONTVANGEN: Final = "verzoek_ontvangen"


@transaction.atomic
def code_toewijzing(
    *,
    casus: Casus,
    bepaling: Document,
    aanbieder: Organisatie,
    by: Medewerker,
    on: date,
    **velden: Any,
) -> Toewijzing:
    """Say with which iJW product and size the bepaling is allocated (R100) or asked for (R110).

    A coding that was not sent yet gives way to this one: lokaal team and backoffice code together.
    """
    Casus.objects.select_for_update().get(pk=casus.pk)
    register_gebeurtenis(casus=casus, soort="gecodeerd", by=by, on=on)
    eerder = concept_of(casus, aanbieder)
    toewijzing = eerder or Toewijzing(casus=casus, aanbieder=aanbieder)
    toewijzing.bepaling, toewijzing.gecodeerd_door, toewijzing.gecodeerd_op = bepaling, by, on
    for naam, waarde in velden.items():
        setattr(toewijzing, naam, waarde)
    toewijzing.save()
    return toewijzing


def concept_of(casus: Casus, aanbieder: Organisatie) -> Toewijzing | None:
    """The coding for this provider that was neither asked for nor allocated yet."""
    return Toewijzing.objects.filter(
        casus=casus, aanbieder=aanbieder, verzocht_op=None, toegewezen_op=None, afgewezen_op=None
    ).last()


def open_verzoek_of(casus: Casus, aanbieder: Organisatie) -> Toewijzing | None:
    """What this provider asked for and the gemeente has not decided on (R109)."""
    return Toewijzing.objects.filter(
        casus=casus,
        aanbieder=aanbieder,
        verzocht_op__isnull=False,
        toegewezen_op=None,
        afgewezen_op=None,
    ).last()


@transaction.atomic
def allot(*, stap: CasusStap, toewijzing: Toewijzing, by: Medewerker, nu: datetime) -> Toewijzing:
    """Send the 301 and close the step; the provider's term begins (R100, R109)."""
    _lock(stap)
    zenden.send_toewijzing(toewijzing=toewijzing, nu=nu, stap=stap)
    register_gebeurtenis(
        casus=stap.casus,
        soort=TOEWIJZING_ONTVANGEN,
        by=by,
        on=localdate(nu),
        stap=stap,
        namens=toewijzing.aanbieder,
        gegevens={"toewijzing": toewijzing.pk},
    )
    close_stap(stap=stap, uitkomst="toegewezen", by=by, on=localdate(nu))
    return toewijzing


@transaction.atomic
def request_toewijzing(
    *, stap: CasusStap, toewijzing: Toewijzing, by: Medewerker, nu: datetime
) -> Toewijzing:
    """Send the 315 and close the step; the term of the gemeente begins (R108)."""
    _lock(stap)
    zenden.send_verzoek(toewijzing=toewijzing, nu=nu, stap=stap)
    register_gebeurtenis(
        casus=stap.casus,
        soort=VERZOEK_ONTVANGEN,
        by=by,
        on=localdate(nu),
        stap=stap,
        namens=stap.casus.gemeente,
        gegevens={"toewijzing": toewijzing.pk},
    )
    close_stap(stap=stap, uitkomst="verzocht", by=by, on=localdate(nu))
    return toewijzing


@transaction.atomic
def refuse_verzoek(
    *,
    stap: CasusStap,
    toewijzing: Toewijzing,
    reden: str,
    by: Medewerker,
    nu: datetime,
    gemeente: str = "",
) -> Toewijzing:
    """Send the 319 that says why not (WJ759) and close the step; the provider may ask anew."""
    _lock(stap)
    zenden.send_antwoord(toewijzing=toewijzing, nu=nu, reden=reden, gemeente=gemeente, stap=stap)
    close_stap(stap=stap, uitkomst="afgewezen", by=by, on=localdate(nu), gegevens={"reden": reden})
    return toewijzing


@transaction.atomic
def start_hulp(
    *,
    stap: CasusStap,
    toewijzing: Toewijzing,
    begindatum: date,
    by: Medewerker,
    nu: datetime,
    melden: bool = True,
) -> Toewijzing:
    """Send the 305 and end the route; provider and lokaal team stay involved while the help runs.

    Without `melden` the provider reports it with its own system, and only the fact is recorded.
    """
    _lock(stap)
    if melden:
        zenden.send_start(toewijzing=toewijzing, begindatum=begindatum, nu=nu, stap=stap)
    register_start(toewijzing=toewijzing, by=by, on=begindatum)
    with beyond_wall():  # after the ending its provider is no longer inside
        close_stap(stap=stap, uitkomst="hulp_gestart", by=by, on=localdate(nu))
        stay_involved(toewijzing, on=localdate(nu))
    return toewijzing


def stay_involved(toewijzing: Toewijzing, *, on: date) -> None:
    """Let provider and lokaal team in to a case whose help runs (R276, R278)."""
    casus = toewijzing.casus
    for organisatie, rol in (
        (toewijzing.aanbieder, "zorgaanbieder"),
        (casus.lokaal_team, "lokaal_team"),
    ):
        deelname.let_in(casus=casus, organisatie=organisatie, rol=rol, reden=LOPENDE_HULP, on=on)


@transaction.atomic
def end_hulp(
    *, toewijzing: Toewijzing, einddatum: date, reden: str, by: Medewerker, nu: datetime
) -> Toewijzing:
    """Send the 307 (reason JZ588); the lokaal team is asked what comes after it (R278)."""
    toewijzing = Toewijzing.objects.select_for_update(of=("self",)).get(pk=toewijzing.pk)
    if toewijzing.gestopt_op:
        raise CasusFout("Het einde van deze hulp is al gemeld.")
    zenden.send_stop(toewijzing=toewijzing, einddatum=einddatum, reden=reden, nu=nu)
    return register_stop(toewijzing=toewijzing, by=by, on=einddatum, reden=reden)


@transaction.atomic
def discuss_nazorg(*, toewijzing: Toewijzing, tekst: str, by: Medewerker, on: date) -> Toewijzing:
    """Lokaal team and jeugdbeschermer spoke about what comes after the help (R278); once."""
    casus = Casus.objects.select_for_update().get(pk=toewijzing.casus_id)
    if casus.gebeurtenissen.filter(
        soort="nazorg_besproken", gegevens__toewijzing=toewijzing.pk
    ).exists():
        raise CasusFout("Dit is al vastgelegd.")
    register_gebeurtenis(
        casus=casus,
        soort="nazorg_besproken",
        by=by,
        on=on,
        reden=tekst,
        gegevens={"toewijzing": toewijzing.pk},
    )
    return toewijzing


def _lock(stap: CasusStap) -> None:
    """Of two people who send at the same time one finds the step closed, before anything is made."""
    Casus.objects.select_for_update().get(pk=stap.casus_id)
    if not CasusStap.objects.filter(pk=stap.pk, afgerond_op=None).exists():
        raise StapAlreadyClosed(stap.sleutel)


@transaction.atomic
def refuse_aanvraag(
    *,
    stap: CasusStap,
    aanbieder: Organisatie,
    reden: str,
    toelichting: str,
    by: Medewerker,
    on: date,
    wachttijd_weken: int | None = None,
) -> Afwijzing:
    """A provider cannot give this help: the ground for step 5. The first one stays co-owner (R111)."""
    casus = stap.casus
    afwijzing = Afwijzing.objects.create(
        casus=casus,
        stap=stap,
        aanbieder=aanbieder,
        reden=reden,
        toelichting=toelichting,
        wachttijd_weken=wachttijd_weken,
        op=on,
        door=by,
    )
    if casus.mede_eigenaar_id is None:
        casus.mede_eigenaar = aanbieder
        casus.save(update_fields=["mede_eigenaar"])
    register_gebeurtenis(
        casus=casus, soort="afgewezen", by=by, on=on, stap=stap, gegevens={"reden": reden}
    )
    return afwijzing


@transaction.atomic
def register_start(*, toewijzing: Toewijzing, by: Medewerker | None, on: date) -> Toewijzing:
    """The help began on `on`."""
    if toewijzing.toegewezen_op is None:
        raise CasusFout("Deze hulp is nog niet toegewezen.")
    toewijzing.gestart_op = on
    toewijzing.save(update_fields=["gestart_op"])
    register_gebeurtenis(casus=toewijzing.casus, soort="hulp_gestart", by=by, on=on)
    return toewijzing


@transaction.atomic
def register_stop(
    *, toewijzing: Toewijzing, by: Medewerker | None, on: date, reden: str
) -> Toewijzing:
    """The help ended on `on`; the lokaal team is told, for what comes after it (R278)."""
    toewijzing.gestopt_op = on
    toewijzing.save(update_fields=["gestopt_op"])
    register_gebeurtenis(
        casus=toewijzing.casus,
        soort="hulp_gestopt",
        by=by,
        on=on,
        gegevens={"reden": reden, "toewijzing": toewijzing.pk},
    )
    return toewijzing
