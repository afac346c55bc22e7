"""The link by mail. Sent at once and queued nowhere: what waits in a table could be read there."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .actions.uitnodigen import LINK_GELDIG, Codes
from .models import Uitnodiging


def send_link(*, e_mail: str, uitnodiging: Uitnodiging, codes: Codes) -> None:
    """Mail the link, in the language of the invitation and without any name.

    Raises OSError or smtplib.SMTPException when the mail server does not take it. The code on paper
    never goes along: with both in one mail there would be one proof.
    """
    if not settings.POST_NAAR_BUITEN:
        Path(settings.EMAIL_FILE_PATH).mkdir(parents=True, exist_ok=True, mode=0o700)
    with translation.override(uitnodiging.taal):
        tot = date_format(min(uitnodiging.tot, uitnodiging.op + LINK_GELDIG), "j F Y")
        tekst = "\n\n".join(
            (
                _("U bent uitgenodigd om mee te lezen."),
                _("Open deze link op uw eigen telefoon of computer:"),
                codes.adres,
                _("De link werkt op één apparaat. Gebruik hem voor het eerst uiterlijk op %(dag)s.")
                % {"dag": tot},
                _("Verwacht u deze mail niet? Doe er dan niets mee en gooi hem weg."),
            )
        )
        EmailMessage(subject=_("Uw link om mee te lezen"), body=f"{tekst}\n", to=[e_mail]).send()
