"""Steps 1 to 4 as the parties of the demo do them: one function per step of the routes."""

from __future__ import annotations

from typing import Any

from paraplu.aanmelden.actions import bepalen, contact, toewijzen, versturen
from paraplu.aanmelden.models import Contactpoging, Contactverslag
from paraplu.casussen.actions import set_aanbieder
from paraplu.netwerk.models import Organisatie

from .beurt import Beurt, NietTeSpelen
from .inhoud import DUUR, bepaling_of, formulier_of, product_of, teksten, verslag_of

#: Reason of the 319 that the backoffice of the demo gives (WJ759): it does not fit in the contract.
REDEN_319 = "4"


def play_contact_lokaal_team(beurt: Beurt) -> None:
    """The jeugdbeschermer talks with the lokaal team, or reaches nobody (R88, R92)."""
    if beurt.uitkomst == "gesproken":
        _write_verslag(beurt, Contactverslag.Met.LOKAAL_TEAM, beurt.casus.lokaal_team)
    elif beurt.uitkomst == "geen_contact":
        for met in (Contactpoging.Met.LOKAAL_TEAM, Contactpoging.Met.TWEEDE):
            contact.register_poging(
                stap=beurt.stap,
                met=met,
                organisatie=beurt.casus.lokaal_team,
                wijze=Contactpoging.Wijze.TELEFOON,
                bereikt=False,
                toelichting=teksten()["poging"][met],
                by=beurt.by,
                on=beurt.on,
            )
    beurt.sluit()


def play_contact_aanbieder(beurt: Beurt) -> None:
    """The jeugdbeschermer talks with a provider; when it cannot, another one is asked (R104)."""
    aanbieder = beurt.aanbieder()
    if beurt.uitkomst in {"gesproken", "andere_aanbieder"}:
        _write_verslag(beurt, Contactverslag.Met.AANBIEDER, aanbieder)
        anders = beurt.uitkomst == "andere_aanbieder"
        set_aanbieder(
            casus=beurt.casus, aanbieder=beurt.andere_aanbieder() if anders else aanbieder
        )
    beurt.sluit()


def _write_verslag(beurt: Beurt, met: str, organisatie: Organisatie) -> None:
    gesproken = beurt.wie("lokaal_team").naam if met == "lokaal_team" else organisatie.naam
    contact.write_contactverslag(
        stap=beurt.stap,
        met=met,
        organisatie=organisatie,
        gesproken_met=gesproken,
        by=beurt.by,
        on=beurt.on,
        **verslag_of(beurt.casus, met=met),
    )


def play_verbinden(beurt: Beurt) -> None:
    """The regional contact person connects both, or does not manage to (R92)."""
    beurt.sluit()


def play_bepaling(beurt: Beurt) -> None:
    """The jeugdbeschermer fixes bepaling and form, or first asks for help without a contract."""
    casus, aanbieder = beurt.casus, beurt.aanbieder()
    if beurt.uitkomst == "vastgesteld":
        bepaling = bepaling_of(casus, aanbieder, on=beurt.on)
        bepalen.fix_bepaling(
            casus=casus,
            inhoud=bepaling.to_inhoud(),
            aanbieder=aanbieder,
            by=beurt.by,
            on=beurt.on,
        )
        deel_1, deel_2 = formulier_of(casus, bepaling, on=beurt.on)
        bepalen.fix_formulier(
            casus=casus, deel_1=_kept(deel_1), deel_2=_kept(deel_2), by=beurt.by, on=beurt.on
        )
    elif beurt.uitkomst == "zonder_contract":
        bepalen.ask_zonder_contract(
            casus=casus,
            aanbieder=aanbieder,
            reden=teksten()["toelichting"]["zonder_contract"],
            by=beurt.by,
            on=beurt.on,
        )
    beurt.sluit()


def _kept(deel: Any) -> Any:
    from paraplu.aanmelden.stukken.opslag import to_inhoud  # noqa: PLC0415

    return to_inhoud(deel)


def play_goedkeuring(beurt: Beurt) -> None:
    """The functionaris says whether help without a contract can be used, and why (R93)."""
    vraag = beurt.casus.zonder_contract.filter(beslist_op=None).last()
    if vraag and beurt.uitkomst in {"akkoord", "geen_akkoord"}:
        bepalen.decide_zonder_contract(
            vraag=vraag,
            akkoord=beurt.uitkomst == "akkoord",
            antwoord=teksten()["goedkeuring"][beurt.uitkomst],
            by=beurt.by,
            on=beurt.on,
        )
    beurt.sluit()


def play_versturen(beurt: Beurt) -> None:
    """The jeugdbeschermer sends what the route gives; in 315 to both in one act (R98, R99, R106)."""
    if beurt.uitkomst == "verstuurd":
        versturen.send_and_close(stap=beurt.stap, by=beurt.by, on=beurt.on)
    else:
        beurt.sluit()


def play_toewijzen(beurt: Beurt) -> None:
    """The backoffice sends the 301, in 315 on a request or refuses that with a 319 (R100, R109)."""
    casus = beurt.casus
    verzoek = toewijzen.open_verzoek_of(casus, casus.aanbieder)
    if beurt.uitkomst == "toegewezen":
        toewijzing = verzoek or _code(beurt, by_rol="lokaal_team")
        toewijzen.allot(stap=beurt.stap, toewijzing=toewijzing, by=beurt.by, nu=beurt.nu)
    elif beurt.uitkomst == "afgewezen":
        if verzoek is None:
            raise NietTeSpelen("Er ligt geen verzoek om toewijzing.")
        toewijzen.refuse_verzoek(
            stap=beurt.stap, toewijzing=verzoek, reden=REDEN_319, by=beurt.by, nu=beurt.nu
        )
    else:
        beurt.sluit()


def play_verzoek_toewijzing(beurt: Beurt) -> None:
    """The provider asks for an allocation with a 315, or cannot deliver after all (R108)."""
    if beurt.uitkomst == "verzocht":
        toewijzing = _code(beurt, by_rol="zorgaanbieder")
        toewijzen.request_toewijzing(
            stap=beurt.stap, toewijzing=toewijzing, by=beurt.by, nu=beurt.nu
        )
    else:
        _refuse_and_close(beurt, "kan_niet_leveren")


def _code(beurt: Beurt, *, by_rol: str) -> Any:
    """The coding by the party that the route names: lokaal team in 301, provider in 315 (R121)."""
    casus = beurt.casus
    bepaling = versturen.latest(casus, bepalen.BEPALING)
    if bepaling is None:
        raise NietTeSpelen("Er is nog geen bepaling.")
    return toewijzen.code_toewijzing(
        casus=casus,
        bepaling=bepaling,
        aanbieder=casus.aanbieder,
        ingangsdatum=beurt.on,
        einddatum=beurt.on + DUUR,
        by=beurt.wie(by_rol),
        on=beurt.on,
        **product_of(casus.aanbieder),
    )


def play_reactie_aanbieder(beurt: Beurt) -> None:
    """The provider says whether this help can be given in time; a refusal says why (R101, R107)."""
    _refuse_and_close(beurt, "afwijzing")


def _refuse_and_close(beurt: Beurt, afwijzend: str) -> None:
    if beurt.uitkomst == afwijzend:
        redenen = teksten()["afwijzing"]
        reden = sorted(redenen)[beurt.casus.pk % len(redenen)]
        toewijzen.refuse_aanvraag(
            stap=beurt.stap,
            aanbieder=beurt.casus.aanbieder,
            reden=reden,
            toelichting=redenen[reden],
            wachttijd_weken=12 if reden != "niet_passend" else None,
            by=beurt.by,
            on=beurt.on,
        )
    beurt.sluit()


def play_start_hulp(beurt: Beurt) -> None:
    """The provider begins and sends the 305, or cannot begin after all (R101)."""
    toewijzing = beurt.casus.toewijzingen.filter(toegewezen_op__isnull=False).last()
    if beurt.uitkomst == "hulp_gestart":
        if toewijzing is None:
            raise NietTeSpelen("Er is nog geen toewijzing.")
        toewijzen.start_hulp(
            stap=beurt.stap,
            toewijzing=toewijzing,
            begindatum=beurt.on,
            by=beurt.by,
            nu=beurt.nu,
        )
    else:
        _refuse_and_close(beurt, "niet_gestart")
