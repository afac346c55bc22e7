"""Steps 5 and 6 as the parties of the demo do them: network, expert team, scaling up."""

from __future__ import annotations

from typing import Final

from paraplu.aanmelden.actions import vervolg
from paraplu.aanmelden.models import Bespreking, Netwerkvraag, Opschaling
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from .beurt import Beurt, NietTeSpelen
from .inhoud import teksten
from .partijen import worker_at

#: Where members of a network or table are heard at most.
AAN_TAFEL: Final = 3


def play_keuze_vervolg(beurt: Beurt) -> None:
    """Jeugdbeschermer and provider choose network or expert team together (R111)."""
    if beurt.uitkomst in {"netwerk", "expertteam"}:
        vervolg.choose_vervolg(
            stap=beurt.stap,
            uitkomst=beurt.uitkomst,
            mede_eigenaar=beurt.casus.aanbieder,
            by=beurt.by,
            on=beurt.on,
        )
    else:
        beurt.sluit()


def play_netwerk(beurt: Beurt) -> None:
    """The network looks for who can; one member says yes, or nobody does (R112, R279)."""
    if beurt.uitkomst in {"gevonden", "nieuwe_bepaling"}:
        gekozen = beurt.andere_aanbieder()
        vraag = _ask(beurt)
        antwoord = vervolg.answer_netwerkvraag(
            vraag=vraag,
            aanbieder=gekozen,
            kan=True,
            toelichting=teksten()["netwerk"]["ja"],
            by=worker_at(gekozen, "zorgaanbieder", on=beurt.on) or beurt.by,
            on=beurt.on,
        )
        if beurt.uitkomst == "gevonden":
            vervolg.choose_from_netwerk(
                stap=beurt.stap,
                antwoord=antwoord,
                rol=beurt.rol,
                afspraak=teksten()["netwerk"]["afspraak"],
                by=beurt.by,
                on=beurt.on,
            )
            return
        vervolg.choose_aanbieder(casus=beurt.casus, aanbieder=gekozen)
    elif beurt.uitkomst in {"naar_expertteam", "opschalen"}:
        _nobody(beurt)
    beurt.sluit()


def _ask(beurt: Beurt) -> Netwerkvraag:
    """The question that lies with the network, or a new one."""
    netwerk = Organisatie.objects.filter(
        in_force(beurt.on), soort=Soort.NETWERK, regio=beurt.casus.regio
    ).first()
    if netwerk is None:
        raise NietTeSpelen("In deze regio is er geen netwerk van aanbieders.")
    return vervolg.open_vraag_of(beurt.stap, netwerk) or vervolg.ask_netwerk(
        stap=beurt.stap, netwerk=netwerk, by=beurt.casus.houder, on=beurt.on
    )


def _nobody(beurt: Beurt) -> None:
    vraag = _ask(beurt)
    for lid in list(vervolg.leden_of(vraag.netwerk, on=beurt.on))[:AAN_TAFEL]:
        vervolg.answer_netwerkvraag(
            vraag=vraag,
            aanbieder=lid,
            kan=False,
            toelichting=teksten()["netwerk"]["nee"],
            by=worker_at(lid, "zorgaanbieder", on=beurt.on) or beurt.by,
            on=beurt.on,
        )
    vervolg.refuse_by_netwerk(
        vraag=vraag,
        reden=teksten()["netwerk"]["niemand"],
        by=worker_at(vraag.netwerk, "zorgaanbieder", on=beurt.on) or beurt.by,
        on=beurt.on,
    )


def play_expertteam(beurt: Beurt) -> None:
    """The expert team discusses the question and writes its report (R113 to R115, R280, R281)."""
    tekst = teksten()["expertteam"]
    if beurt.uitkomst in tekst:
        bespreking = _planned(beurt)
        doorbraak = beurt.uitkomst == "doorbraak"
        vervolg.write_bespreking(
            bespreking=bespreking,
            deelnemers=tekst["deelnemers"],
            verslag=tekst[beurt.uitkomst],
            knelpunt=Bespreking.Knelpunt.WACHTTIJD,
            doorbraak_aanbieder=beurt.andere_aanbieder() if doorbraak else None,
            by=beurt.by,
            on=beurt.on,
        )
        _hear_providers(beurt, bespreking)
        if doorbraak:
            _consult_boeg(beurt, bespreking)
        if beurt.uitkomst == "oplossing":
            vervolg.choose_aanbieder(casus=beurt.casus, aanbieder=beurt.andere_aanbieder())
    beurt.sluit()


def _planned(beurt: Beurt) -> Bespreking:
    """The talk that was planned, or a new one on the day itself."""
    gepland = beurt.stap.besprekingen.filter(besproken_op=None).last()
    return gepland or vervolg.plan_bespreking(
        stap=beurt.stap,
        soort=Bespreking.Soort.BESPREKING,
        gepland_op=beurt.on,
        by=beurt.by,
        on=beurt.on,
    )


def _hear_providers(beurt: Beurt, bespreking: Bespreking) -> None:
    """Who is at the table says whether there is an offer, and why (R281)."""
    kan = beurt.uitkomst in {"oplossing", "doorbraak"}
    vervolg.offer_at_tafel(
        bespreking=bespreking,
        aanbieder=beurt.andere_aanbieder(),
        kan=kan,
        reden=teksten()["expertteam"]["aanbod_ja" if kan else "aanbod_nee"],
    )


def _consult_boeg(beurt: Beurt, bespreking: Bespreking) -> None:
    tekst = teksten()["expertteam"]
    vervolg.ask_boeg(bespreking=bespreking, vraag=tekst["boeg_vraag"], by=beurt.by, on=beurt.on)
    vervolg.write_boeg_antwoord(
        bespreking=bespreking, antwoord=tekst["boeg_antwoord"], by=beurt.by, on=beurt.on
    )


def play_opschalen(beurt: Beurt) -> None:
    """The jeugdbeschermer reports, team leader and regional contact person decide (R116, R117)."""
    tekst = teksten()["opschalen"]
    if beurt.uitkomst in tekst:
        opschaling = vervolg.report_to_teamleider(
            stap=beurt.stap, by=beurt.casus.houder, on=beurt.on
        )
        vervolg.write_opschaling(
            opschaling=opschaling,
            gesproken_op=beurt.on,
            reden=Opschaling.Reden.WACHTTIJDEN,
            toelichting=tekst["toelichting"],
            besluit=tekst[beurt.uitkomst],
            by=beurt.by,
            on=beurt.on,
        )
        if beurt.uitkomst == "bestuurlijke_escalatie":
            vervolg.escalate_bestuurlijk(
                opschaling=opschaling,
                waarom=tekst["bestuurlijk"],
                rol=beurt.rol,
                by=beurt.by,
                on=beurt.on,
            )
            return
        if beurt.uitkomst == "hulp_gevonden":
            vervolg.choose_aanbieder(casus=beurt.casus, aanbieder=beurt.andere_aanbieder())
    beurt.sluit()
