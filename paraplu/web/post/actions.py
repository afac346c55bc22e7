"""The only writer of mail: write it with the work, send it afterwards, forget it in time."""

from __future__ import annotations

import logging
import smtplib
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.termijnen.kalender import kalender

from ..models import Gebruiker, Postbericht, Postkeuze, Postronde
from . import queries
from .bronnen import collect_regels
from .models import Postsoort, Ritme
from .tekst import MailMetBSN, check_zonder_bsn, one_line, render_direct, render_overzicht

log = logging.getLogger(__name__)

BEWAARTIJD = timedelta(days=90)


class PostNietBezorgd(RuntimeError):
    """The mail server did not take it; the mail is kept and tried again. Names no address."""


@transaction.atomic
def save_keuze(*, gebruiker: Gebruiker, overzicht: str, direct: bool, e_mail: str) -> Postkeuze:
    """Keep what this user wants to be mailed about, and where to."""
    if e_mail != gebruiker.e_mail:
        gebruiker.e_mail = e_mail
        gebruiker.save(update_fields=["e_mail"])
    keuze, _nieuw = Postkeuze.objects.update_or_create(
        gebruiker=gebruiker, defaults={"overzicht": overzicht, "direct": direct}
    )
    return keuze


def stuur(
    *, aan: Gebruiker, onderwerp: str, tekst: str, adres: str, on: date | None = None
) -> Postbericht | None:
    """Mail one thing at once, with the path `adres` as link; part of the transaction of the work.

    None when this user gets no such mail (put off, no address, account ended on `on`, today when
    not given). Raises MailMetBSN, and writes nothing, when the mail may hold a BSN.
    """
    dag = on or timezone.localdate()
    check_zonder_bsn(onderwerp, tekst, adres)
    if not (aan.e_mail and aan.is_geldig(on=dag) and queries.keuze_of(aan).direct):
        return None
    return _write(aan, Postsoort.DIRECT, dag, onderwerp, render_direct(tekst, adres))


def _write(aan: Gebruiker, soort: Postsoort, dag: date, onderwerp: str, tekst: str) -> Postbericht:
    """Keep the mail and ask the worker to send it, both or neither."""
    from .tasks import verzend_post  # noqa: PLC0415 - tasks call this module

    with transaction.atomic():
        bericht = Postbericht.objects.create(
            gebruiker=aan, soort=soort, dag=dag, onderwerp=one_line(onderwerp), tekst=tekst
        )
        verzend_post.defer(nummer=bericht.pk)
    return bericht


def verzend(nummer: int, *, op: datetime) -> bool:
    """Send the mail with this number, once. False when it was sent or refused before, or is gone.

    Raises PostNietBezorgd when it must be tried again, and MailMetBSN when it never may go; that
    mail is marked and kept.
    """
    with transaction.atomic():
        # The lock makes a second worker wait until the first has written that it was sent.
        bericht = (
            Postbericht.objects.select_for_update(of=("self",))
            .select_related("gebruiker")
            .filter(pk=nummer, verzonden_op=None, geweigerd="")
            .first()
        )
        if bericht is None:
            return False
        reden = _reason_to_refuse(bericht, on=timezone.localdate(op)) or _deliver(bericht, op)
        if reden:
            bericht.geweigerd = reden
        else:
            bericht.verzonden_op = op
        bericht.save(update_fields=["verzonden_op", "geweigerd"])
    if reden == BSN:
        raise MailMetBSN(f"Postbericht {nummer} is niet verzonden: er kan een BSN in staan.")
    return not reden


BSN = "er kan een BSN in staan"


def _reason_to_refuse(bericht: Postbericht, *, on: date) -> str:
    """Why this mail must not go; empty when it may."""
    aan = bericht.gebruiker
    try:
        check_zonder_bsn(bericht.onderwerp, bericht.tekst)
    except MailMetBSN:
        return BSN
    if not aan.e_mail:
        return "geen adres"
    if not aan.is_geldig(on=on):
        return "het account is beëindigd"
    if aan.is_demo and settings.POST_NAAR_BUITEN:
        return "een account van de demo krijgt geen echte mail"
    return ""


def _deliver(bericht: Postbericht, op: datetime) -> str:
    """Hand the mail to the server. A reason when it never wants it; an error when not now."""
    if not settings.POST_NAAR_BUITEN:
        Path(settings.EMAIL_FILE_PATH).mkdir(parents=True, exist_ok=True, mode=0o700)
    mail = EmailMessage(
        subject=bericht.onderwerp,
        body=bericht.tekst,
        to=[bericht.gebruiker.e_mail],
        headers={
            # The same number each time it is tried: a mail program shows a double one once.
            "Message-ID": f"<post-{bericht.pk}@{urlsplit(settings.WEBADRES).hostname}>",
            "Date": format_datetime(op),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as fout:
        codes = [code for code, _tekst in fout.recipients.values()]
        if all(code >= 500 for code in codes):
            return "de mailserver neemt dit adres niet aan"
        raise PostNietBezorgd(f"de mailserver antwoordt {codes}") from None
    except (OSError, smtplib.SMTPException) as fout:
        # The text of the error may hold an address: only its kind goes to the log.
        raise PostNietBezorgd(type(fout).__name__) from None
    return ""


@transaction.atomic
def queue_overzichten(*, on: date) -> int:
    """Ask for the digests of this day, once; the number of users who get one looked up.

    None on a day that is no working day. The weekly one comes on the first working day of the week.
    """
    from .tasks import stuur_overzicht  # noqa: PLC0415 - tasks call this module

    dagen = kalender()
    if not dagen.is_werkdag(on) or not _begin_ronde(on):
        return 0
    maandag = on - timedelta(days=on.weekday())
    eerste = not any(dagen.is_werkdag(maandag + timedelta(days=n)) for n in range(on.weekday()))
    ritmes = [Ritme.DAG, Ritme.WEEK] if eerste else [Ritme.DAG]
    wie = [g.pk for g in queries.ontvangers(ritmes) if g.is_geldig(on=on)]
    for pk in wie:
        stuur_overzicht.defer(gebruiker=pk, dag=on.isoformat())
    return len(wie)


def _begin_ronde(on: date) -> bool:
    try:
        with transaction.atomic():
            Postronde.objects.create(dag=on)
    except IntegrityError:
        return False
    return True


@transaction.atomic
def write_overzicht(*, gebruiker: int, on: date) -> Postbericht | None:
    """The digest of this day for one user; None when nothing waits, or when it was written."""
    aan = Gebruiker.objects.select_for_update().get(pk=gebruiker)
    if Postbericht.objects.filter(gebruiker=aan, soort=Postsoort.OVERZICHT, dag=on).exists():
        return None
    alle = collect_regels(aan, on)
    regels = [regel for regel, bron in alle if _is_safe(regel, bron)]
    if not alle:
        return None
    onderwerp = _("Paraplu: uw overzicht van %(dag)s") % {"dag": date_format(on, "l j F")}
    tekst = render_overzicht(regels, weggelaten=len(alle) - len(regels), on=on)
    return _write(aan, Postsoort.OVERZICHT, on, onderwerp, tekst)


def _is_safe(regel: str, bron: str) -> bool:
    try:
        check_zonder_bsn(regel)
    except MailMetBSN:
        log.error("Een regel van %s blijft uit het overzicht: er kan een BSN in staan", bron)
        return False
    return True


def remove_old(*, on: date) -> int:
    """Forget mails that were written long ago; the number of them."""
    oud = Postbericht.objects.filter(dag__lt=on - BEWAARTIJD)
    return oud.delete()[0]
