"""Someone with an address, and a mail server of our own that keeps what it gets."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from paraplu.web.models import Gebruiker
from paraplu.web.post import bronnen


class Postbus:
    """A mail server's memory: the mails it took, and what it answers to an address."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.antwoorden: list[str] = []

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        antwoord = self.antwoorden.pop(0) if self.antwoorden else "250 OK"
        if antwoord.startswith("250"):
            envelope.rcpt_tos.append(address)
        return antwoord

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def postbus(settings) -> Iterator[Postbus]:
    """A real SMTP server on loopback, that Django sends its mail to."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    bus = Postbus()
    server = Controller(bus, hostname="127.0.0.1", port=poort)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", poort
    settings.EMAIL_USE_TLS = False
    settings.POST_NAAR_BUITEN = True
    yield bus
    server.stop()


@pytest.fixture
def gebruiker(db) -> Gebruiker:
    return Gebruiker.objects.create_user(
        "k.jansen", password=None, naam="K. Jansen", soort="jeugdbeschermer",
        organisatie_soort="gi", organisatie_code="99900001", organisatie_naam="GI De Eik",
        e_mail="k.jansen@deeik.example",
    )  # fmt: skip


@pytest.fixture
def bron(monkeypatch) -> list[str]:
    """The only source of the digest: its lines, for the test to fill."""
    regels: list[str] = []

    def proefbron(gebruiker, on):
        return regels

    monkeypatch.setattr(bronnen, "_bronnen", [proefbron])
    return regels
