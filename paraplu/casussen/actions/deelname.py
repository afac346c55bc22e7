"""Who takes part: access opens with a task and closes after it."""

from __future__ import annotations

from datetime import date

from paraplu.netwerk.models import Medewerker, Organisatie, Team

from ..models import Casus, CasusStap, Deelname
from ..rechten import BLIJVEND


def let_in(
    *,
    casus: Casus,
    organisatie: Organisatie,
    rol: str,
    reden: str,
    on: date,
    medewerker: Medewerker | None = None,
    team: Team | None = None,
) -> Deelname:
    """Open access for an organisation in a role, or for one person; once is enough."""
    gevonden = Deelname.objects.filter(
        casus=casus, organisatie=organisatie, rol=rol, medewerker=medewerker, tot=None
    ).first()
    return gevonden or Deelname.objects.create(
        casus=casus,
        organisatie=organisatie,
        rol=rol,
        reden=reden,
        vanaf=on,
        medewerker=medewerker,
        team=team,
    )


def let_out_after(*, stap: CasusStap, on: date) -> None:
    """Close what came with this step; who stays involved by role keeps access until the end."""
    if stap.rol in BLIJVEND:
        return
    elders = CasusStap.objects.filter(
        casus=stap.casus_id, rol=stap.rol, organisatie=stap.organisatie_id, afgerond_op=None
    )
    if not elders.exists():
        Deelname.objects.filter(
            casus=stap.casus_id, organisatie=stap.organisatie_id, rol=stap.rol, tot=None
        ).update(tot=on)


def let_all_out(*, casus: Casus, on: date) -> None:
    """The case has ended: only the side of the holder keeps access."""
    Deelname.objects.filter(casus=casus, tot=None).exclude(organisatie=casus.gi_id).update(tot=on)
