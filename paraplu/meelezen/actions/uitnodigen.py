"""The professional invites, invites anew and takes back; the family asks for a new link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse

from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Medewerker
from paraplu.web.actions import write_spoor
from paraplu.web.wand.verzoek import beyond_wall
from paraplu.web.webadres import full_adres

from .. import geheim, rem
from ..fouten import MagNietMeelezen
from ..mensen import own_nummer, reason_not_to_invite
from ..models import Inbreng, InbrengGezien, NieuweLinkVraag, Sessie, Uitnodiging
from ..stukken import list_soorten
from ..talen import TALEN
from . import melden

#: How long one can be invited at most, and how long a link can be used for the first time.
HOOGSTENS: Final = timedelta(days=92)
LINK_GELDIG: Final = timedelta(days=14)
DOEL: Final = "gezin laten meelezen"


@dataclass(frozen=True)
class Codes:
    """What is shown once and kept nowhere: the code in the link, and the one on paper if chosen."""

    link: str = field(repr=False)
    papier: str = field(default="", repr=False)

    @property
    def adres(self) -> str:
        """The link for in a letter or mail."""
        return full_adres(f"{reverse('meelezen')}?u={self.link}")


@transaction.atomic
def nodig_uit(
    *,
    persoon: Persoon,
    casus: Casus,
    soorten: Iterable[str],
    factor: str,
    by: Medewerker,
    on: date,
    tot: date,
    taal: str = "nl",
) -> tuple[Uitnodiging, Codes]:
    """Let `persoon` read items of these kinds in `casus` until `tot`; an older invitation ends.

    The codes are shown to the professional now and can never be shown again. Raises MagNietMeelezen.
    """
    # Whoever invites the same person twice at once waits here.
    Casus.objects.select_for_update(of=("self",)).get(pk=casus.pk)
    _check(persoon, casus, on=on, tot=tot, taal=taal)
    nummer = own_nummer(persoon) if factor == Uitnodiging.Factor.TELEFOON else ""
    if factor == Uitnodiging.Factor.TELEFOON and not nummer:
        raise MagNietMeelezen(
            "Er staat geen mobiel nummer in het dossier dat alleen van deze persoon is. "
            "Vul het in bij de persoon, of kies een code op papier."
        )
    vorige = Uitnodiging.objects.filter(persoon=persoon, casus=casus, ingetrokken_op=None).first()
    if vorige:
        revoke(uitnodiging=vorige, by=by, on=on)
    papier = geheim.make_papier() if factor == Uitnodiging.Factor.PAPIER else ""
    codes = Codes(geheim.make_lang(), papier)
    uitnodiging = Uitnodiging.objects.create(
        persoon=persoon,
        casus=casus,
        soorten=" ".join(_check_soorten(soorten, persoon)),
        factor=factor,
        taal=taal,
        link_hash=geheim.hash_lang(codes.link),
        papier_hash=geheim.hash_kort(papier, van=geheim.hash_lang(codes.link)) if papier else "",
        telefoon_kenmerk=geheim.hash_telefoon(nummer) if nummer else "",
        door=by,
        op=on,
        tot=tot,
        vervangt=vorige,
    )
    _trace(uitnodiging, by, "gezinslid uitnodigen")
    return uitnodiging, codes


def _check(persoon: Persoon, casus: Casus, *, on: date, tot: date, taal: str) -> None:
    reden = reason_not_to_invite(persoon, casus, on=on)
    if not reden and not on <= tot <= on + HOOGSTENS:
        reden = f"Kies een dag tussen vandaag en {HOOGSTENS.days} dagen later."
    if not reden and taal not in TALEN:
        reden = "Kies een taal uit de lijst."
    if reden:
        raise MagNietMeelezen(reden)


def _check_soorten(soorten: Iterable[str], persoon: Persoon) -> list[str]:
    """The chosen kinds in the order of the list; what is not written for a child a child does not get."""
    gekozen = set(soorten)
    mogelijk = list_soorten(voor_kind=persoon.rol == Persoon.Rol.KIND)
    over = [soort.sleutel for soort in mogelijk if soort.sleutel in gekozen]
    if not over or gekozen - {soort.sleutel for soort in list_soorten()}:
        raise MagNietMeelezen("Kies wat deze persoon mag lezen.")
    return over


def resend(*, uitnodiging: Uitnodiging, by: Medewerker, on: date) -> tuple[Uitnodiging, Codes]:
    """A new link with the same choices; it lasts as long as the first one did, from now."""
    return nodig_uit(
        persoon=uitnodiging.persoon,
        casus=uitnodiging.casus,
        soorten=uitnodiging.sleutels,
        factor=uitnodiging.factor,
        by=by,
        on=on,
        tot=max(uitnodiging.tot, on + (uitnodiging.tot - uitnodiging.op)),
        taal=uitnodiging.taal,
    )


@transaction.atomic
def revoke(*, uitnodiging: Uitnodiging, by: Medewerker, on: date) -> bool:
    """From now on it opens nothing, also for who is reading; False when it was so already."""
    weg = Uitnodiging.objects.filter(pk=uitnodiging.pk, ingetrokken_op=None)
    if not weg.update(
        ingetrokken_op=on, ingetrokken_door=by, toestel_hash="", gebonden_op=None, sms_hash=""
    ):
        return False
    uitnodiging.refresh_from_db()
    Sessie.objects.filter(uitnodiging=uitnodiging).delete()
    uitnodiging.vragen.filter(afgehandeld_op=None).update(afgehandeld_op=on)
    _trace(uitnodiging, by, "uitnodiging van gezinslid intrekken")
    return True


def ask_nieuwe_link(*, link: str, adres: str, op: datetime) -> bool:
    """Tell the professional that somebody cannot get in. Whether that happened is told to nobody.

    Any link that was ever given out counts, so that an expired one is enough to ask; once until the
    professional has answered. Raises TeVaak.
    """
    if rem.too_many_links(adres=adres, op=op):
        raise rem.TeVaak
    with beyond_wall():
        uitnodiging = (
            Uitnodiging.objects.select_for_update(of=("self",))
            .select_related("casus__gezin", "casus__houder__gebruiker")
            .filter(link_hash=geheim.hash_lang(link))
            .first()
        )
        if uitnodiging is None:
            rem.count_link(adres=adres, op=op)
            return False
        if hasattr(uitnodiging, "vervangen_door"):
            return False
        _vraag, nieuw = NieuweLinkVraag.objects.get_or_create(
            uitnodiging=uitnodiging, afgehandeld_op=None, defaults={"op": op}
        )
        if nieuw:
            melden.tell_nieuwe_link(uitnodiging)
        return nieuw


@transaction.atomic
def see_inbreng(*, inbreng: Iterable[Inbreng], by: Medewerker, op: datetime) -> None:
    """A professional has read these; the family sees that."""
    InbrengGezien.objects.bulk_create(
        [InbrengGezien(inbreng=rij, medewerker=by, moment=op) for rij in inbreng],
        ignore_conflicts=True,
    )


def _trace(uitnodiging: Uitnodiging, by: Medewerker, handeling: str) -> None:
    write_spoor(
        gebruiker=by.gebruiker,
        handeling=handeling,
        voorwerp=f"{uitnodiging.casus.nummer} {uitnodiging.nummer}",
        doel=DOEL,
        gezin=uitnodiging.casus.spoor_gezin,
    )
