"""What someone wants to be mailed about, and the mails themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Ritme(models.TextChoices):
    """How often someone wants the digest."""

    DAG = "dag", _("Elke werkdag")
    WEEK = "week", _("Eén keer per week, op de eerste werkdag")
    GEEN = "geen", _("Nooit")


class Postsoort(models.TextChoices):
    """Why a mail was written."""

    OVERZICHT = "overzicht", _("Overzicht")
    DIRECT = "direct", _("Direct")
    GAST = "gast", _("Aan iemand zonder account")


class Postkeuze(models.Model):
    """What one user chose. Who chose nothing gets no digest, and the instant mails."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="postkeuze"
    )
    overzicht = models.CharField(max_length=10, choices=Ritme.choices, default=Ritme.GEEN)
    #: Mail at once what lapses tomorrow or asks for the user's answer today.
    direct = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("postkeuze")
        constraints = (
            models.CheckConstraint(
                name="postkeuze_ritme_bestaat", condition=models.Q(overzicht__in=Ritme.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.gebruiker_id}: {self.overzicht}"


class Postbericht(models.Model):
    """One mail, from the moment that it was written. The queue holds its number only.

    A guest has no account: the address stands here, and is forgotten with the invitation as soon as
    the mail was sent or refused.
    """

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="post",
    )
    e_mail = models.EmailField(blank=True)
    soort = models.CharField(max_length=10, choices=Postsoort.choices)
    #: The day it speaks about.
    dag = models.DateField()
    onderwerp = models.CharField(max_length=120)
    tekst = models.TextField()
    #: An invitation for an agenda (text/calendar) that goes along.
    uitnodiging = models.BinaryField(null=True, blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verzonden_op = models.DateTimeField(null=True, blank=True)
    #: Why it was never sent; empty for a mail that was, or that still waits.
    geweigerd = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("postbericht")
        constraints = (
            models.UniqueConstraint(
                name="postbericht_een_overzicht_per_dag",
                fields=("gebruiker", "dag"),
                condition=models.Q(soort=Postsoort.OVERZICHT),
            ),
            models.CheckConstraint(
                name="postbericht_aan_een_account_of_een_gast",
                condition=models.Q(gebruiker__isnull=False, e_mail="")
                & ~models.Q(soort=Postsoort.GAST)
                | models.Q(gebruiker=None, soort=Postsoort.GAST),
            ),
        )

    def __str__(self) -> str:
        return f"postbericht {self.pk}"


class Postronde(models.Model):
    """The digests of one day were asked for: once, also when the worker starts anew."""

    dag = models.DateField(unique=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("postronde")

    def __str__(self) -> str:
        return f"{self.dag}"
