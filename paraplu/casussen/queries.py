"""The only reader of this room: what may this person see, in which role, of which case?

Access follows `Deelname`: the person takes part, or has the role for the organisation that does, as
a deputy too. Break-glass opens one case for three hours. There is no other way to fetch.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localtime, now

from paraplu.afspraken.routes.model import HOUDERROLLEN
from paraplu.netwerk.models import Functie, Medewerker
from paraplu.netwerk.queries import in_force, medewerker_of, stands_in_for
from paraplu.web.models import Gebruiker
from paraplu.web.onthouden import once

from .models import (
    Afschrift,
    Casus,
    CasusStap,
    Concept,
    Deelname,
    Document,
    Dubbelmelding,
    Gezin,
    Maatregel,
    Noodtoegang,
    Overdracht,
    Persoon,
    StapRol,
)
from .rechten import ALLE_DOCUMENTEN, MET_PERSOONSGEGEVENS, VOLLEDIG


def people_of(gebruiker: Gebruiker, *, op: date) -> list[int]:
    """The person behind the account and everybody in whose place that person may act, as keys."""

    def vraag() -> list[int]:
        ik = medewerker_of(gebruiker, op=op)
        return [ik.pk, *stands_in_for(ik, op=op).values_list("pk", flat=True)] if ik else []

    return once(gebruiker, ("people_of", op), vraag)


def functies_of(gebruiker: Gebruiker, *, op: date) -> list[tuple[str, int, int | None]]:
    """The roles of `people_of` on a day as (rol, organisatie, team): a handful, so they are read first.

    As fixed words in a condition they lead the database to the right rows at once (docs/snelheid.md).
    """
    wie = people_of(gebruiker, op=op)
    rijen = Functie.objects.filter(in_force(op), medewerker__in=wie).order_by()
    rollen = rijen.values_list("rol", "organisatie", "team").distinct()
    return once(gebruiker, ("functies_of", op), lambda: list(rollen))


def has_functie(functies: Iterable[tuple[str, int, int | None]]) -> Q:
    """The condition that a row with `rol` and `organisatie` is one of these roles."""
    samen = Q(pk__in=())
    for rol, organisatie in {(rol, organisatie) for rol, organisatie, _team in functies}:
        samen |= Q(rol=rol, organisatie=organisatie)
    return samen


def deelnames_of(gebruiker: Gebruiker, *, op: date) -> QuerySet[Deelname]:
    """The rows that let this user in on a day."""
    wie = people_of(gebruiker, op=op)
    functies = functies_of(gebruiker, op=op)
    groep = Q(team=None) & has_functie(functies)
    for rol, organisatie, team in functies:
        if team is not None:
            groep |= Q(rol=rol, organisatie=organisatie, team=team)
    # The first is who asks; in a closed case nobody acts in the place of another.
    zelf = Q(medewerker__in=wie[:1]) | Q(medewerker__in=wie[1:], persoonlijk=False)
    return Deelname.objects.filter(in_force(op)).filter(zelf | (Q(medewerker=None) & groep))


def casussen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Casus]:
    """The cases this user may open now."""
    moment = now()
    dag = op or localtime(moment).date()
    if not gebruiker.is_authenticated:
        return Casus.objects.none()
    door_deelname = deelnames_of(gebruiker, op=dag).filter(casus=OuterRef("pk"))
    return Casus.objects.filter(
        Exists(door_deelname)
        | Exists(_noodtoegangen(gebruiker, moment).filter(casus=OuterRef("pk")))
    )


def has_noodtoegang(gebruiker: Gebruiker, casus: Casus) -> bool:
    """Whether this user looks at the case by break-glass now."""
    return _noodtoegangen(gebruiker, now()).filter(casus=casus).exists()


def purpose_in(gebruiker: Gebruiker, casus: Casus) -> str:
    """ "noodtoegang" for who sees the case by break-glass only, else ""."""
    if not has_noodtoegang(gebruiker, casus):
        return ""
    vandaag = localtime(now()).date()
    return "" if deelnames_of(gebruiker, op=vandaag).filter(casus=casus).exists() else "noodtoegang"


def rollen_in(gebruiker: Gebruiker, casus: Casus, *, op: date) -> frozenset[str]:
    """In which roles this user takes part in the case."""

    def vraag() -> frozenset[str]:
        rollen = deelnames_of(gebruiker, op=op).filter(casus=casus).values_list("rol", flat=True)
        nood = {"noodtoegang"} if has_noodtoegang(gebruiker, casus) else set()
        return frozenset(rollen) | nood

    return once(gebruiker, ("rollen_in", casus.pk, op), vraag)


def sees_gezin(gebruiker: Gebruiker, casus: Casus, *, op: date) -> bool:
    """Whether this user may see the whole family and every step of the case."""
    return bool(rollen_in(gebruiker, casus, op=op) & (VOLLEDIG | {"noodtoegang"}))


def sees_persoonsgegevens(gebruiker: Gebruiker, casus: Casus, *, op: date) -> bool:
    """Whether this user may see who the child is: by role, or because part 2 was sent to them."""
    rollen = rollen_in(gebruiker, casus, op=op)
    if rollen & (MET_PERSOONSGEGEVENS | {"noodtoegang"}):
        return True
    afschriften = _afschriften(gebruiker, op=op).filter(
        document__casus=casus, met_persoonsgegevens=True
    )
    return afschriften.exists()


def gezinnen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Gezin]:
    """The families this user may see as a whole: through a case in which the role gives that."""
    moment = now()
    dag = op or localtime(moment).date()
    if not gebruiker.is_authenticated:
        return Gezin.objects.none()
    deelnames = deelnames_of(gebruiker, op=dag).filter(rol__in=VOLLEDIG).values("casus")
    nood = _noodtoegangen(gebruiker, moment).values("casus")
    casussen = Casus.objects.filter(Q(pk__in=deelnames) | Q(pk__in=nood))
    eigen = Q(regies__medewerker__in=people_of(gebruiker, op=dag), regies__tot=None)
    return Gezin.objects.filter(Q(casussen__in=casussen) | eigen).distinct()


def stappen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[CasusStap]:
    """The steps this user may see: all of a case seen as a whole, else those of the own role."""
    moment = now()
    dag = op or localtime(moment).date()
    if not gebruiker.is_authenticated:
        return CasusStap.objects.none()
    deelnames, nood = deelnames_of(gebruiker, op=dag), _noodtoegangen(gebruiker, moment)
    in_de_casus = deelnames.filter(casus=OuterRef("casus"))
    eigen = StapRol.objects.filter(
        Exists(
            deelnames.filter(
                casus=OuterRef(OuterRef("casus")),
                rol=OuterRef("rol"),
                organisatie=OuterRef("organisatie"),
            )
        ),
        stap=OuterRef("pk"),
    )
    return CasusStap.objects.filter(
        Exists(in_de_casus.filter(rol__in=VOLLEDIG))
        | Exists(eigen)
        | Exists(nood.filter(casus=OuterRef("casus")))
    )


def stappen_to_do(gebruiker: Gebruiker, *, op: date) -> QuerySet[CasusStap]:
    """The open steps that this user may set: of the own role, or as holder or deputy of the holder.

    Which they could be is read first: of one person these are few, and the database begins there
    instead of at everything that is open (docs/snelheid.md).
    """
    wie = people_of(gebruiker, op=op)
    open_rollen = StapRol.objects.filter(stap__afgerond_op=None)
    groep = open_rollen.filter(has_functie(functies_of(gebruiker, op=op))).exclude(
        rol__in=HOUDERROLLEN
    )
    houder = open_rollen.filter(rol__in=HOUDERROLLEN, stap__casus__houder__in=wie)
    te_doen = {stap for rijen in (groep, houder) for stap in rijen.values_list("stap", flat=True)}
    return stappen_for(gebruiker, op=op).filter(afgerond_op=None, pk__in=te_doen)


def rollen_for_stap(gebruiker: Gebruiker, stap: CasusStap, *, op: date) -> frozenset[str]:
    """In which of the roles that may set this step the user can do so."""
    wie = people_of(gebruiker, op=op)
    rollen = set(
        StapRol.objects.filter(has_functie(functies_of(gebruiker, op=op)), stap=stap)
        .exclude(rol__in=HOUDERROLLEN)
        .values_list("rol", flat=True)
    )
    if stap.casus.houder_id in wie:
        rollen.add(stap.casus.route.houder)
    return frozenset(rollen)


def may_do(gebruiker: Gebruiker, stap: CasusStap, *, op: date) -> bool:
    """Whether this user may do this open step."""
    return stappen_to_do(gebruiker, op=op).filter(pk=stap.pk).exists()


def documenten_for(gebruiker: Gebruiker, casus: Casus, *, op: date) -> QuerySet[Document]:
    """The documents of a case this user may read: the GI's side all, others what was sent to them."""
    rollen = rollen_in(gebruiker, casus, op=op)
    if rollen & (ALLE_DOCUMENTEN | {"noodtoegang"}):
        return casus.documenten.all()
    return casus.documenten.filter(afschriften__in=_afschriften(gebruiker, op=op)).distinct()


def afschriften_for(gebruiker: Gebruiker, casus: Casus, *, op: date) -> QuerySet[Afschrift]:
    """Who was sent what of a case: the GI's side sees all, others what came to themselves."""
    alle = Afschrift.objects.filter(document__casus=casus)
    if rollen_in(gebruiker, casus, op=op) & (ALLE_DOCUMENTEN | {"noodtoegang"}):
        return alle
    return alle.filter(pk__in=_afschriften(gebruiker, op=op))


def sees_deel_2(gebruiker: Gebruiker, document: Document, *, op: date) -> bool:
    """Whether this user may read the personal data in a document: sent with it, or the GI's side."""
    rollen = rollen_in(gebruiker, document.casus, op=op)
    if rollen & (ALLE_DOCUMENTEN | {"noodtoegang"}):
        return True
    return (
        _afschriften(gebruiker, op=op).filter(document=document, met_persoonsgegevens=True).exists()
    )


def concept_of(gebruiker: Gebruiker, casus: Casus, formulier: str) -> Concept | None:
    """The unfinished form of this user, None when there is none."""
    return Concept.objects.filter(gebruiker=gebruiker, casus=casus, formulier=formulier).first()


def acting_as(gebruiker: Gebruiker, casus: Casus, *, op: date) -> Medewerker | None:
    """In whose place this user acts in the case: the holder for whom they stand in, else None."""
    ik = medewerker_of(gebruiker, op=op)
    if ik is None or casus.houder_id == ik.pk:
        return None
    return stands_in_for(ik, op=op).filter(pk=casus.houder_id).first()


def _afschriften(gebruiker: Gebruiker, *, op: date) -> QuerySet[Afschrift]:
    return Afschrift.objects.filter(has_functie(functies_of(gebruiker, op=op)))


def _noodtoegangen(gebruiker: Gebruiker, moment: datetime) -> QuerySet[Noodtoegang]:
    return Noodtoegang.objects.filter(
        medewerker__gebruiker=gebruiker, vanaf__lte=moment, tot__gt=moment
    )


def noodtoegangen_to_review(gebruiker: Gebruiker, *, op: date) -> QuerySet[Noodtoegang]:
    """Break-glass into cases that this user takes part in as team leader, those not judged first."""
    als_leider = deelnames_of(gebruiker, op=op).filter(rol="teamleider", casus=OuterRef("casus"))
    return (
        Noodtoegang.objects.filter(Exists(als_leider))
        .select_related("casus__gezin", "medewerker__organisatie", "beoordeeld_door")
        .order_by("beoordeeld", "-vanaf")
    )


def overdrachten_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Overdracht]:
    """Cases that others ask this user to hold."""
    return Overdracht.objects.filter(
        beslist_op=None, naar__in=people_of(gebruiker, op=op)
    ).select_related("casus", "van")


def dubbelmeldingen_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Dubbelmelding]:
    """Duplicates not settled yet, of people in families that this user sees."""
    gezinnen = gezinnen_for(gebruiker, op=op)
    return Dubbelmelding.objects.filter(
        Q(persoon__gezin__in=gezinnen) | Q(bekend_als__gezin__in=gezinnen), afgehandeld_op=None
    ).select_related("gemeld_door__organisatie")


def own_side(gebruiker: Gebruiker, melding: Dubbelmelding) -> Persoon | None:
    """The person of the pair whom this user may see; the other one is told to nobody."""
    personen = Persoon.objects.filter(pk__in=(melding.bekend_als_id, melding.persoon_id))
    return personen.filter(gezin__in=gezinnen_for(gebruiker)).select_related("gezin").first()


def waiting_for_jeugdbeschermer(gebruiker: Gebruiker, *, op: date) -> QuerySet[Maatregel]:
    """Running measures of the user's own GI that have no fixed jeugdbeschermer yet (R128)."""
    ik = medewerker_of(gebruiker, op=op)
    if ik is None:
        return Maatregel.objects.none()
    return (
        Maatregel.objects.filter(
            in_force(op),
            jeugdbeschermer=None,
            gi=ik.organisatie_id,
            persoon__gezin__in=gezinnen_for(gebruiker, op=op),
        )
        .select_related("persoon__gezin")
        .order_by("uitspraak_op")
    )
