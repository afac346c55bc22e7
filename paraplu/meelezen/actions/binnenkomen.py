"""From a link to a session: the link binds one device, the second factor opens it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.web.wand.verzoek import beyond_wall

from .. import geheim, rem, sms
from ..mensen import own_nummer
from ..models import Sessie, Uitnodiging
from ..queries.lezer import Lezer, is_in_force, open_uitnodigingen
from ..spoor import trace
from ..talen import choose_taal
from .uitnodigen import LINK_GELDIG

log = logging.getLogger(__name__)

#: How long a code by text message is good, and how often it may be wrong.
SMS_GELDIG: Final = timedelta(minutes=10)
SMS_POGINGEN: Final = 5


class Verzending(Enum):
    """What became of a code by text message."""

    VERZONDEN = "verzonden"
    WACHT = "wacht"
    NIET = "niet"


@dataclass(frozen=True)
class Toegelaten:
    """Both proofs are given: the secret of the new session, shown to the browser only."""

    sessie: str = field(repr=False)


def begin(*, link: str, toestel: str, adres: str, op: datetime) -> str:
    """Bind the invitation of this link to this browser; gives the secret of the device.

    "" for a link that is unknown, used elsewhere, expired or taken back: nobody learns which. On the
    device where it was used it goes on with the same secret. Raises TeVaak.
    """
    if rem.too_many_links(adres=adres, op=op):
        raise rem.TeVaak
    with beyond_wall():
        uitnodiging = (
            open_uitnodigingen()
            .select_for_update(of=("self",))
            .filter(link_hash=geheim.hash_lang(link))
            .first()
        )
        geopend = _bind(uitnodiging, toestel, op) if uitnodiging else ""
        if not geopend:
            rem.count_link(adres=adres, op=op)
    return geopend


def _bind(uitnodiging: Uitnodiging, toestel: str, op: datetime) -> str:
    if not is_in_force(uitnodiging, op=op):
        return ""
    if uitnodiging.toestel_hash:
        zelfde = geheim.is_gelijk(uitnodiging.toestel_hash, geheim.hash_lang(toestel))
        if not zelfde:
            trace(uitnodiging, "meelezen: link elders", resultaat="geweigerd")
        return toestel if zelfde else ""
    if localdate(op) > uitnodiging.op + LINK_GELDIG:
        return ""
    # Never a secret that the browser brought along: that one could be somebody else's.
    nieuw = geheim.make_lang()
    uitnodiging.toestel_hash, uitnodiging.gebonden_op = geheim.hash_lang(nieuw), op
    uitnodiging.save(update_fields=["toestel_hash", "gebonden_op"])
    trace(uitnodiging, "meelezen: link geopend")
    return nieuw


def send_code(*, toestel: str, op: datetime) -> Verzending:
    """Send a new code to the number that was in the file at the invitation."""
    with beyond_wall():
        uitnodiging = _lock(toestel, op)
        if uitnodiging is None or uitnodiging.factor != Uitnodiging.Factor.TELEFOON:
            return Verzending.NIET
        if not rem.may_send(uitnodiging=uitnodiging.pk, op=op):
            return Verzending.WACHT
        nummer = own_nummer(uitnodiging.persoon)
        bekend = geheim.hash_telefoon(nummer) if nummer else ""
        if not geheim.is_gelijk(uitnodiging.telefoon_kenmerk, bekend):
            trace(uitnodiging, "meelezen: code sturen", resultaat="nummer gewijzigd")
            return Verzending.NIET
        code = geheim.make_sms()
        uitnodiging.sms_hash = geheim.hash_kort(code, van=uitnodiging.link_hash)
        uitnodiging.sms_tot, uitnodiging.sms_missers = op + SMS_GELDIG, 0
        uitnodiging.save(update_fields=["sms_hash", "sms_tot", "sms_missers"])
        rem.count_sms(uitnodiging=uitnodiging.pk)
        trace(uitnodiging, "meelezen: code sturen")
    return _deliver(nummer, code, uitnodiging)


def _deliver(nummer: str, code: str, uitnodiging: Uitnodiging) -> Verzending:
    """Outside the transaction: a slow gateway holds no lock."""
    tekst = _("Uw code is %(code)s. Hij werkt 10 minuten. Geef deze code aan niemand.")
    try:
        sms.stuur(nummer, tekst % {"code": code})
    except sms.SmsNietBezorgd as fout:
        log.error("De code van %s is niet verzonden: %s", uitnodiging.nummer, fout)
        return Verzending.NIET
    return Verzending.VERZONDEN


def confirm(*, toestel: str, code: str, taal: str, adres: str, op: datetime) -> Toegelaten | None:
    """Begin a session when the second factor is right; a session that ran ends. Raises TeVaak."""
    with beyond_wall():
        # The lock on the row lets guesses come one by one, however many arrive at once.
        uitnodiging = _lock(toestel, op)
        if uitnodiging is None:
            return None
        geremd = rem.too_many_codes(uitnodiging=uitnodiging.pk, adres=adres, op=op)
        if not geremd:
            if not _is_right(uitnodiging, code, op):
                _count_misser(uitnodiging, adres, op)
                return None
            return _open_sessie(uitnodiging, taal, op)
    raise rem.TeVaak


def _is_right(uitnodiging: Uitnodiging, code: str, op: datetime) -> bool:
    gegeven = geheim.hash_kort(code, van=uitnodiging.link_hash)
    if uitnodiging.factor == Uitnodiging.Factor.PAPIER:
        return geheim.is_gelijk(uitnodiging.papier_hash, gegeven)
    goed = geheim.is_gelijk(uitnodiging.sms_hash, gegeven)
    return goed and uitnodiging.sms_tot is not None and op < uitnodiging.sms_tot


def _count_misser(uitnodiging: Uitnodiging, adres: str, op: datetime) -> None:
    rem.count_code(uitnodiging=uitnodiging.pk, adres=adres)
    uitnodiging.missers += 1
    uitnodiging.sms_missers += 1
    if uitnodiging.sms_missers >= SMS_POGINGEN:
        uitnodiging.sms_hash = ""
    if uitnodiging.missers >= rem.CODES_IN_TOTAAL:
        uitnodiging.geblokkeerd_op = op
    uitnodiging.save(update_fields=["missers", "sms_missers", "sms_hash", "geblokkeerd_op"])
    trace(uitnodiging, "meelezen: code", resultaat="geweigerd")


def _open_sessie(uitnodiging: Uitnodiging, taal: str, op: datetime) -> Toegelaten:
    """A code by text message is used up; the secret of the session is new each time."""
    uitnodiging.sms_hash, uitnodiging.missers = "", 0
    uitnodiging.save(update_fields=["sms_hash", "missers"])
    Sessie.objects.filter(uitnodiging=uitnodiging, beeindigd=None).update(beeindigd=op)
    geopend = Toegelaten(geheim.make_lang())
    Sessie.objects.create(
        uitnodiging=uitnodiging,
        sleutel_hash=geheim.hash_lang(geopend.sessie),
        taal=choose_taal(taal),
        begonnen=op,
        laatst=op,
    )
    trace(uitnodiging, "meelezen: begonnen")
    return geopend


def end_sessie(lezer: Lezer, *, op: datetime) -> None:
    """Stop reading; the device stays known, and a new code opens it again."""
    with beyond_wall():
        Sessie.objects.filter(pk=lezer.sessie).update(beeindigd=op)
        trace(lezer.uitnodiging, "meelezen: gestopt")


def set_taal(lezer: Lezer, *, taal: str) -> None:
    """From now on the pages of this session are in this language."""
    with beyond_wall():
        Sessie.objects.filter(pk=lezer.sessie).update(taal=choose_taal(taal))


def _lock(toestel: str, op: datetime) -> Uitnodiging | None:
    if not toestel:
        return None
    gevonden: Uitnodiging | None = (
        open_uitnodigingen()
        .select_for_update(of=("self",))
        .filter(toestel_hash=geheim.hash_lang(toestel))
        .first()
    )
    return gevonden if gevonden and is_in_force(gevonden, op=op) else None
