"""How an account is entered (Identiteit, TweedeStap, Herstelcode) and who decided about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Identiteit(models.Model):
    """An account at one identity provider: prepared with a `kenmerk`, then bound to a subject.

    The kenmerk is what an administrator wrote down beforehand, never what the user chose.
    """

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="identiteiten"
    )
    #: Key of the provider in the file of PARAPLU_OIDC.
    dienst = models.CharField(max_length=40)
    #: E-mail address or other name at the provider, in small letters; bound at the first login.
    kenmerk = models.CharField(max_length=254)
    issuer = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=255, blank=True)
    gekoppeld_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("identiteit")
        constraints = (
            models.UniqueConstraint(
                fields=("gebruiker", "dienst"), name="identiteit_een_per_dienst"
            ),
            models.UniqueConstraint(fields=("dienst", "kenmerk"), name="identiteit_kenmerk_uniek"),
            models.UniqueConstraint(
                fields=("issuer", "subject"),
                condition=~models.Q(subject=""),
                name="identiteit_subject_uniek",
            ),
            models.CheckConstraint(
                condition=models.Q(subject="", gekoppeld_op=None)
                | ~models.Q(subject="")
                & ~models.Q(issuer="")
                & models.Q(gekoppeld_op__isnull=False),
                name="identiteit_gekoppeld_of_niet",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dienst}, {'gekoppeld' if self.subject else 'klaargezet'}"


class TweedeStap(models.Model):
    """The app that shows numbers (TOTP) of one local account; asked for once it is confirmed."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tweede_stap"
    )
    #: The shared secret, encrypted (`geheim.py`).
    geheim = models.BinaryField()
    bevestigd_op = models.DateTimeField(null=True)
    #: Number of the half minute of the last code that was accepted; that one and older are refused.
    laatste_tel = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("tweede stap")

    def __str__(self) -> str:
        return "bevestigd" if self.bevestigd_op else "nog niet bevestigd"


class Herstelcode(models.Model):
    """A code to come in with once without the phone; only its keyed hash is kept."""

    tweede_stap = models.ForeignKey(
        TweedeStap, on_delete=models.CASCADE, related_name="herstelcodes"
    )
    sleutel = models.CharField(max_length=64)
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("herstelcode")
        constraints = (
            models.UniqueConstraint(fields=("tweede_stap", "sleutel"), name="herstelcode_uniek"),
        )

    def __str__(self) -> str:
        return "gebruikt" if self.gebruikt_op else "ongebruikt"


class Besluit(models.TextChoices):
    """What can be decided about an account."""

    GEMAAKT = "gemaakt", _("Account gemaakt")
    NODIG = "nodig", _("Nog nodig")
    EINDDATUM = "einddatum", _("Einddatum gezet")
    LINK = "link", _("Link gegeven om een wachtwoord te kiezen")
    TWEEDE_STAP = "tweede_stap", _("Tweede stap weggehaald")
    INLOGDIENST = "inlogdienst", _("Inlogdienst klaargezet")


class Accountbesluit(models.Model):
    """One decision about an account, by whom and when; a correction is a new row."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="besluiten"
    )
    besluit = models.CharField(max_length=20, choices=Besluit.choices)
    op = models.DateField()
    #: None when it was done from the command line, or by the identity provider.
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The end date that was set; None for no end or another decision.
    einddatum = models.DateField(null=True)

    class Meta:
        verbose_name = _("besluit over een account")
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(besluit__in=Besluit.values), name="accountbesluit_bestaat"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_besluit_display()} op {self.op:%Y-%m-%d}"
