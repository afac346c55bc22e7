"""Invitations: a mail with a moment for the agenda, per guest, and never a name of the family (R67)."""

from __future__ import annotations

from datetime import date
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap
from paraplu.netwerk.models import Medewerker
from paraplu.web.agenda.uitnodiging import Methode, maak_uitnodiging
from paraplu.web.post.actions import stuur, stuur_gast
from paraplu.web.templatetags.kader import dag as show_dag

from ..models import Genodigde, Zitting
from ..regels import invited_always


@transaction.atomic
def invite_all(*, stap: CasusStap, zitting: Zitting, by: Medewerker, on: date) -> list[Genodigde]:
    """Invite who was not told yet and close the planning; gives who has to hear it on paper."""
    check_samenstelling(zitting)
    op_papier = _tell(zitting, "REQUEST", on=on)
    Zitting.objects.filter(pk=zitting.pk).update(uitgenodigd_op=on)
    register_gebeurtenis(
        casus=zitting.casus,
        soort="uitgenodigd",
        by=by,
        on=on,
        stap=stap,
        gegevens={"zitting": zitting.pk, "reeks": zitting.reeks, "op_papier": len(op_papier)},
    )
    if stap.is_open:
        close_stap(stap=stap, uitkomst="gepland", by=by, on=on)
    return op_papier


@transaction.atomic
def invite_one(*, genodigde: Genodigde, on: date) -> None:
    """Invite a guest who was added after the others."""
    _tell_one(genodigde, "REQUEST", on=on)


def tell_changed(*, zitting: Zitting, by: Medewerker, on: date) -> None:
    """Who was invited hears the new moment."""
    if zitting.uitgenodigd_op:
        _tell(zitting, "REQUEST", on=on)
        register_gebeurtenis(
            casus=zitting.casus,
            soort="uitgenodigd",
            by=by,
            on=on,
            gegevens={"zitting": zitting.pk, "reeks": zitting.reeks},
        )


def tell_cancelled(*, zitting: Zitting, on: date) -> None:
    """Who was invited hears that it is off; it leaves their agenda."""
    for genodigde in _guests(zitting).filter(verteld__isnull=False):
        _tell_one(genodigde, "CANCEL", on=on)


def check_samenstelling(zitting: Zitting) -> None:
    """Nobody who always sits at the table is left out (R18, R67); CasusFout."""
    aanwezig = set(zitting.genodigden.values_list("rol", flat=True))
    if ontbreekt := sorted(invited_always() - aanwezig):
        namen = ", ".join(str(Genodigde.Rol(rol).label).lower() for rol in ontbreekt)
        raise CasusFout(f"Nodig ook uit: {namen}. Voeg die eerst toe aan de lijst.")


def _guests(zitting: Zitting) -> QuerySet[Genodigde]:
    return zitting.genodigden.select_related("medewerker__gebruiker", "persoon")


def _tell(zitting: Zitting, methode: Methode, *, on: date) -> list[Genodigde]:
    """Tell every guest who does not know this number yet; gives who cannot be mailed."""
    nog_niet = [g for g in _guests(zitting) if g.verteld != zitting.reeks]
    return [g for g in nog_niet if not _tell_one(g, methode, on=on)]


def _tell_one(genodigde: Genodigde, methode: Methode, *, on: date) -> bool:
    """Mail one guest; False when it has to go on paper. Either way it counts as told."""
    zitting = genodigde.zitting
    Genodigde.objects.filter(pk=genodigde.pk).update(verteld=zitting.reeks, uitgenodigd_op=on)
    if not genodigde.mail:
        return False
    agenda = maak_uitnodiging(
        uid=f"zitting-{zitting.pk}",
        reeks=zitting.reeks,
        methode=methode,
        begin=zitting.begin,
        einde=zitting.einde,
        titel=_("Jeugdbeschermingstafel"),
        plaats=zitting.plaats,
        organisator_naam=zitting.tafel.organisatie.naam,
        organisator_mail=zitting.voorzitter.e_mail or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        genodigde_mail=genodigde.mail,
        tekst=_("Casus %(nummer)s") % {"nummer": zitting.casus.nummer},
    )
    onderwerp, tekst = _words(zitting, methode)
    medewerker = genodigde.medewerker
    if medewerker and medewerker.gebruiker and medewerker.gebruiker.e_mail == genodigde.mail:
        stuur(
            aan=medewerker.gebruiker,
            onderwerp=onderwerp,
            tekst=tekst,
            adres=zitting.casus.get_absolute_url(),
            on=on,
            uitnodiging=agenda,
        )
    else:
        stuur_gast(
            e_mail=genodigde.mail, onderwerp=onderwerp, tekst=tekst, on=on, uitnodiging=agenda
        )
    return True


def _words(zitting: Zitting, methode: Methode) -> tuple[str, str]:
    """Subject and text: number, moment and place."""
    moment = localtime(zitting.begin)
    velden = {
        "nummer": zitting.casus.nummer,
        "dag": show_dag(moment.date()),
        "tijd": f"{moment:%H.%M}",
        "plaats": zitting.plaats,
    }
    if methode == "CANCEL":
        return (
            _("Het gesprek aan de tafel gaat niet door (%(nummer)s)") % velden,
            _("Casus %(nummer)s: het gesprek van %(dag)s om %(tijd)s uur gaat niet door.") % velden,
        )
    onderwerp = (
        _("Uitnodiging voor een gesprek aan de tafel (%(nummer)s)")
        if zitting.reeks == 0
        else _("Nieuw moment voor het gesprek aan de tafel (%(nummer)s)")
    )
    return (
        onderwerp % velden,
        _("Casus %(nummer)s: het gesprek is op %(dag)s om %(tijd)s uur. Plaats: %(plaats)s.")
        % velden,
    )


def refuse_without_invitation(zitting: Zitting | None) -> str:
    """What is missing before the planning may close; "" when everybody was invited."""
    if zitting is None or zitting.status != Zitting.Status.GEPLAND:
        return "Kies eerst een moment voor het gesprek."
    if zitting.uitgenodigd_op is None:
        return "Nodig eerst iedereen uit."
    try:
        check_samenstelling(zitting)
    except CasusFout as fout:
        return str(fout)
    return ""
