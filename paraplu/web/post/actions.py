"""The only writer of mail: write it with the work, send it afterwards, forget it in time."""

from __future__ import annotations

import logging
import smtplib
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.termijnen.kalender import kalender

from ..agenda.uitnodiging import OngeldigeUitnodiging, read_uitnodiging
from ..models import Gebruiker, Postbericht, Postkeuze, Postronde
from . import queries
from .bronnen import collect_regels
from .models import Postsoort, Ritme
from .tekst import (
    MailMetBSN,
    check_zonder_bsn,
    one_line,
    render_direct,
    render_gast,
    render_overzicht,
)

log = logging.getLogger(__name__)

BEWAARTIJD = timedelta(days=90)
#: Endings that belong to nobody (RFC 2606): the guests of demo Gelderland have such an address.
VERZONNEN = frozenset({"example", "invalid", "test"})


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
    *,
    aan: Gebruiker,
    onderwerp: str,
    tekst: str,
    adres: str,
    on: date | None = None,
    uitnodiging: bytes | None = None,
) -> Postbericht | None:
    """Mail one thing at once, with the path `adres` as link; part of the transaction of the work.

    None when this user gets no such mail (put off, no address, account ended on `on`, today when
    not given). With an `uitnodiging` (web.agenda.uitnodiging) it is no notice that can be put off.
    Raises MailMetBSN or OngeldigeUitnodiging, and writes nothing, when the mail may hold a BSN.
    """
    dag = on or timezone.localdate()
    check_zonder_bsn(onderwerp, tekst, adres)
    gewenst = uitnodiging is not None or queries.keuze_of(aan).direct
    if not (aan.e_mail and aan.is_geldig(on=dag) and gewenst):
        return None
    inhoud = render_direct(tekst, adres)
    return _write(aan, Postsoort.DIRECT, dag, onderwerp, inhoud, uitnodiging=uitnodiging)


def stuur_gast(
    *,
    e_mail: str,
    onderwerp: str,
    tekst: str,
    on: date | None = None,
    adres: str = "",
    uitnodiging: bytes | None = None,
) -> Postbericht:
    """Mail someone without an account, such as a parent: no names, `adres` a path when there is one.

    The address is kept until the mail was sent or refused, and no longer. Raises as `stuur` does.
    """
    dag = on or timezone.localdate()
    check_zonder_bsn(onderwerp, tekst, adres)
    inhoud = render_gast(tekst, adres)
    return _write(
        None, Postsoort.GAST, dag, onderwerp, inhoud, e_mail=e_mail, uitnodiging=uitnodiging
    )


def _write(
    aan: Gebruiker | None,
    soort: Postsoort,
    dag: date,
    onderwerp: str,
    tekst: str,
    *,
    e_mail: str = "",
    uitnodiging: bytes | None = None,
) -> Postbericht:
    """Keep the mail and ask the worker to send it, both or neither."""
    from .tasks import verzend_post  # noqa: PLC0415 - tasks call this module

    if uitnodiging is not None:
        read_uitnodiging(uitnodiging)
    with transaction.atomic():
        bericht = Postbericht.objects.create(
            gebruiker=aan,
            e_mail=e_mail,
            soort=soort,
            dag=dag,
            onderwerp=one_line(onderwerp),
            tekst=tekst,
            uitnodiging=uitnodiging,
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
        bericht.e_mail, bericht.uitnodiging = "", None
        bericht.save(update_fields=["verzonden_op", "geweigerd", "e_mail", "uitnodiging"])
    if reden == BSN:
        raise MailMetBSN(f"Postbericht {nummer} is niet verzonden: er kan een BSN in staan.")
    return not reden


BSN = "er kan een BSN in staan"


def _reason_to_refuse(bericht: Postbericht, *, on: date) -> str:
    """Why this mail must not go; empty when it may."""
    aan = bericht.gebruiker
    try:
        check_zonder_bsn(bericht.onderwerp, bericht.tekst)
        if bericht.uitnodiging is not None:
            read_uitnodiging(bytes(bericht.uitnodiging))
    except (MailMetBSN, OngeldigeUitnodiging):
        return BSN
    if aan is None:
        verzonnen = bericht.e_mail.rpartition(".")[2].lower() in VERZONNEN
        return "een verzonnen adres" if verzonnen and settings.POST_NAAR_BUITEN else ""
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
    mail = EmailMultiAlternatives(
        subject=bericht.onderwerp,
        body=bericht.tekst,
        to=[bericht.gebruiker.e_mail if bericht.gebruiker else bericht.e_mail],
        headers={
            # The same number each time it is tried: a mail program shows a double one once.
            "Message-ID": f"<post-{bericht.pk}@{urlsplit(settings.WEBADRES).hostname}>",
            "Date": format_datetime(op),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )
    if bericht.uitnodiging is not None:
        _attach(mail, bytes(bericht.uitnodiging))
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


def _attach(mail: EmailMultiAlternatives, uitnodiging: bytes) -> None:
    """As another form of the mail, that an agenda answers (RFC 6047), and as a file for the rest."""
    methode = read_uitnodiging(uitnodiging).methode
    # The mail has its own ends of lines.
    tekst = uitnodiging.decode().replace("\r\n", "\n")
    mail.attach_alternative(tekst, f"text/calendar; method={methode}")
    mail.attach("uitnodiging.ics", uitnodiging, "application/ics")


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
