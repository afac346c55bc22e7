"""Who takes part: access opens with a task and closes after it."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from paraplu.netwerk.models import Medewerker, Organisatie, Team

from ..fouten import MagNiet
from ..models import Casus, CasusStap, Deelname, StapRol
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
    """Open access for an organisation in a role, or for one person; once is enough.

    MagNiet for an organisation in a closed case: there one is let in by name.
    """
    if casus.besloten and medewerker is None:
        raise MagNiet("Deze casus is besloten: alleen wie bij naam genoemd is, doet mee.")
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
        persoonlijk=casus.besloten,
    )


def let_out_after(*, stap: CasusStap, on: date) -> None:
    """Close what came with this step, for who has no other open step to do.

    Who stays involved by role keeps access until the end, and so does the co-owner (R111).
    """
    casus = Casus.objects.get(pk=stap.casus_id)
    nog_nodig = StapRol.objects.filter(
        stap__casus=casus,
        stap__afgerond_op=None,
        organisatie=OuterRef("organisatie"),
        rol=OuterRef("rol"),
    )
    met_de_stap = Q(reden=f"stap:{stap.sleutel}") | Q(organisatie=stap.organisatie_id, rol=stap.rol)
    mede_eigenaar = Q(organisatie=casus.mede_eigenaar_id, rol="zorgaanbieder")
    klaar = Deelname.objects.filter(met_de_stap, ~Exists(nog_nodig), casus=casus, tot=None)
    klaar.exclude(rol__in=BLIJVEND).exclude(mede_eigenaar).update(tot=on)


def let_all_out(*, casus: Casus, on: date) -> None:
    """The case has ended: only the side of the holder keeps access."""
    Deelname.objects.filter(casus=casus, tot=None).exclude(
        organisatie=casus.houder.organisatie_id
    ).update(tot=on)
