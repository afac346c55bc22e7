"""How the family is doing after the hand-over, and the next moment or the end (R48, R252, R276)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.casussen.actions import agree_dag, close_stap, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap
from paraplu.netwerk.models import Medewerker

from ..models import Opvolging

GEVOLGD = "gezin_gevolgd"


@transaction.atomic
def write_opvolging(
    *,
    stap: CasusStap,
    op: date,
    in_beeld: bool,
    hulp: str,
    veilig: str,
    verslag: str,
    by: Medewerker,
    on: date,
    volgend_op: date | None = None,
) -> Opvolging:
    """Write down one moment; the outcome of the step follows from it.

    With a next day the step opens again on that day. A family that is out of sight is looked for
    again; new worries about safety end the following, for then another way begins.
    """
    zorgen = veilig == Opvolging.Veilig.NEE
    if zorgen:
        volgend_op = None
    elif volgend_op is None and not in_beeld:
        raise CasusFout("Het gezin is niet in beeld. Kies de dag waarop u opnieuw kijkt.")
    elif volgend_op is not None and volgend_op <= on:
        raise CasusFout("Het volgende moment ligt na vandaag.")
    rij = Opvolging.objects.create(
        casus=stap.casus,
        stap=stap,
        op=op,
        in_beeld=in_beeld,
        hulp=hulp,
        veilig=veilig,
        verslag=verslag,
        volgend_op=volgend_op,
        door=by,
    )
    # What the jeugdbeschermer may know: whether the family is seen and helped, not the report.
    register_gebeurtenis(
        casus=stap.casus,
        soort=GEVOLGD,
        by=by,
        on=op,
        stap=stap,
        gegevens={"in_beeld": in_beeld, "hulp": hulp, "veilig": veilig},
    )
    _close(stap, rij, zorgen=zorgen, by=by, on=on)
    return rij


def _close(stap: CasusStap, rij: Opvolging, *, zorgen: bool, by: Medewerker, on: date) -> None:
    if zorgen:
        close_stap(
            stap=stap,
            uitkomst="opnieuw_zorgen",
            by=by,
            on=on,
            toelichting="Zie wat het lokale team bij dit moment schreef.",
        )
    elif rij.volgend_op is None:
        close_stap(stap=stap, uitkomst="gevolgd", by=by, on=on)
    else:
        [volgende] = close_stap(stap=stap, uitkomst="volgend_moment", by=by, on=on)
        agree_dag(
            stap=volgende, dag=rij.volgend_op, on=on, reden="afgesproken bij het vorige moment"
        )
