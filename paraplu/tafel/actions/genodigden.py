"""Who is asked to a talk: first by the rules of the table, then as the chair changes it (R18, R56, R57)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from paraplu.casussen.deelnemers import find_organisatie
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Persoon
from paraplu.netwerk.models import ContactSoort, Medewerker, Organisatie
from paraplu.netwerk.queries import contact_voor, people_with

from .. import queries
from ..models import Genodigde, Gesprek, GiDeelname, Verzoek, Zitting
from ..regels import invited_always, is_heard

Rol = Genodigde.Rol


@transaction.atomic
def add_all(*, zitting: Zitting, on: date) -> None:
    """Everybody whom the rules ask to this talk."""
    verzoek = zitting.casus.tafelverzoek
    delen = queries.read_delen(queries.document_of(zitting.casus))
    for velden in (
        *_tafel(zitting, verzoek, on=on),
        *_gezin(zitting, delen, on=on),
        *_aanmelders(zitting, verzoek, on=on),
    ):
        Genodigde.objects.create(zitting=zitting, **velden)


@transaction.atomic
def add_genodigde(*, zitting: Zitting, rol: str, **velden: Any) -> Genodigde:
    """Ask one more person; CasusFout when that one is asked already."""
    try:
        with transaction.atomic():
            return Genodigde.objects.create(zitting=zitting, rol=rol, **velden)
    except IntegrityError:
        raise CasusFout("Deze persoon staat al op de lijst, of er ontbreekt een naam.") from None


def change_genodigde(*, genodigde: Genodigde, velden: Mapping[str, Any]) -> Genodigde:
    """Where the invitation goes, and how a child is heard and prepared (R57, R267)."""
    for naam, waarde in velden.items():
        setattr(genodigde, naam, waarde)
    genodigde.save(update_fields=list(velden))
    return genodigde


@transaction.atomic
def remove_genodigde(*, genodigde: Genodigde) -> None:
    """Not this one after all; who always sits at the table stays (R18)."""
    zelfde_rol = genodigde.zitting.genodigden.filter(rol=genodigde.rol).exclude(pk=genodigde.pk)
    if genodigde.rol in invited_always() and not zelfde_rol.exists():
        raise CasusFout("Deze deelnemer hoort er altijd bij. Voeg eerst een ander toe.")
    if genodigde.verteld is not None:
        raise CasusFout("Deze deelnemer is al uitgenodigd. Bel of mail zelf af.")
    genodigde.delete()


def _tafel(zitting: Zitting, verzoek: Verzoek, *, on: date) -> Iterator[dict[str, Any]]:
    """Chair, Raad, and the knowledge of the GI when it is always there."""
    casus = zitting.casus
    yield {"rol": Rol.VOORZITTER, "medewerker": zitting.voorzitter}
    raad = find_organisatie(casus, "raad", on=on)
    yield {"rol": Rol.RAAD, **_someone("raad", raad, on=on)}
    if zitting.gi_deelname == GiDeelname.VAST and verzoek.aanmelder != "gi":
        gi = verzoek.tafel.gi or verzoek.gi_voorgesteld
        if gi:
            yield {"rol": Rol.GI, **_someone("jeugdbeschermer", gi, on=on)}


def _gezin(
    zitting: Zitting, delen: Mapping[str, Mapping[str, Any]], *, on: date
) -> Iterator[dict[str, Any]]:
    """Parents always; children from twelve years as was agreed; who the family brings along (R67)."""
    kinderen, ouders = delen.get("kinderen", {}), delen.get("ouders", {})
    personen = zitting.casus.gezin.personen.all()
    for persoon in personen:
        if persoon.rol in (Persoon.Rol.OUDER, Persoon.Rol.OPVOEDER):
            yield {"rol": Rol.OUDER, "persoon": persoon}
        elif is_heard(persoon, op=on):
            yield {"rol": Rol.KIND, "persoon": persoon, **_child(kinderen, persoon.pk)}
            if steun := kinderen.get(f"steun_{persoon.pk}"):
                yield {"rol": Rol.STEUN, "naam": steun}
    for nummer in (1, 2, 3):
        if naam := ouders.get(f"steun_{nummer}"):
            mail = ouders.get(f"steun_mail_{nummer}") or ""
            yield {"rol": Rol.STEUN, "naam": naam, "e_mail": mail}


def _child(kinderen: Mapping[str, Any], pk: int) -> dict[str, Any]:
    """What the request says of one child; at first through the professional, until it is agreed."""
    return {
        "wijze": kinderen.get(f"wijze_{pk}") or Genodigde.Wijze.VIA_PROFESSIONAL,
        "voorbereid_door": kinderen.get(f"voorbereid_door_{pk}") or "",
        "voorbereid_op": kinderen.get(f"voorbereid_op_{pk}") or None,
        "contact_op": kinderen.get(f"contact_op_{pk}") or None,
    }


def _aanmelders(zitting: Zitting, verzoek: Verzoek, *, on: date) -> Iterator[dict[str, Any]]:
    casus = zitting.casus
    yield {"rol": Rol.AANMELDER, "medewerker": casus.houder}
    if verzoek.mede_naam:
        naam = f"{verzoek.mede_naam}, {verzoek.mede_organisatie}"[:120]
        yield {"rol": Rol.MEDE_AANMELDER, "naam": naam}
    van_elders = casus.houder.organisatie_id != casus.lokaal_team_id
    if van_elders or verzoek.soort == Gesprek.EINDE_OTS:
        wie = _someone("lokaal_team", casus.lokaal_team, on=on)
        if wie.get("medewerker") != casus.houder:
            yield {"rol": Rol.LOKAAL_TEAM, **wie}


def _someone(rol: str, organisatie: Organisatie, *, on: date) -> dict[str, Any]:
    """The only person with this role there; of more or none the organisation itself, by its contact."""
    mensen: list[Medewerker] = list(people_with(rol, [organisatie], op=on)[:2])
    if len(mensen) == 1:
        return {"medewerker": mensen[0]}
    contact = contact_voor(
        ContactSoort.PARTNER, regio=organisatie.regio, op=on, organisatie=organisatie.sleutel
    )
    return {
        "naam": _("Medewerker van %(wie)s") % {"wie": organisatie.naam},
        "e_mail": contact.mail if contact else "",
    }
