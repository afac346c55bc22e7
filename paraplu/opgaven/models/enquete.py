"""The yearly survey on searching for fitting help (RA1): rounds, links, and answers of nobody."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

SCHAAL = (MinValueValidator(1), MaxValueValidator(5))


class Functie(models.TextChoices):
    """The function of who answers: the baseline asked others than the survey does (P40)."""

    JEUGDBESCHERMER = "jeugdbeschermer", _("Jeugdbeschermer")
    JEUGDRECLASSEERDER = "jeugdreclasseerder", _("Jeugdreclasseerder")
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Gedragswetenschapper")
    ANDERS = "anders", _("Een andere functie")


class Enqueteronde(models.Model):
    """The survey of one year; its figure is there from the day after `tot`, and then stays."""

    jaar = models.PositiveSmallIntegerField(_("Jaar"), unique=True)
    vanaf = models.DateField(_("Open vanaf"))
    tot = models.DateField(_("Open tot en met"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("jaar",)
        constraints = (
            models.CheckConstraint(
                name="enquete_eindigt_na_begin", condition=Q(tot__gte=F("vanaf"))
            ),
        )

    def __str__(self) -> str:
        return f"enquête {self.jaar}"


class Enquetelink(models.Model):
    """One link of a round for everybody at a GI; it says nothing of who opens it.

    The secret in the address is made of `zout` and the key of the installation: who has the table
    cannot make it.
    """

    ronde = models.ForeignKey(Enqueteronde, on_delete=models.PROTECT, related_name="links")
    gi = models.CharField(max_length=8)
    zout = models.CharField(max_length=32)
    #: To how many people the GI sends it; more answers than this is a sign that something is wrong.
    genodigd = models.PositiveIntegerField(_("Aan hoeveel mensen stuurt u de link?"), null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("ronde", "gi")
        constraints = (models.UniqueConstraint(name="enquetelink_per_gi", fields=("ronde", "gi")),)

    def __str__(self) -> str:
        return f"link {self.pk}"


class Antwoord(models.Model):
    """One answer. No account, no address, no time, and a key that says nothing of the order."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    link = models.ForeignKey(Enquetelink, on_delete=models.PROTECT, related_name="antwoorden")
    functie = models.CharField(_("Wat is uw functie?"), max_length=24, choices=Functie.choices)
    procent = models.DecimalField(
        _("Welk deel van uw werktijd gaat op aan het vinden van passende hulp?"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    #: 1 (very low) to 5 (very high); both may stay empty (R298).
    werkdruk = models.PositiveSmallIntegerField(null=True, validators=SCHAAL)
    plezier = models.PositiveSmallIntegerField(null=True, validators=SCHAAL)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="procent_tussen_0_en_100", condition=Q(procent__gte=0) & Q(procent__lte=100)
            ),
            models.CheckConstraint(
                name="werkdruk_1_tot_5", condition=Q(werkdruk=None) | Q(werkdruk__range=(1, 5))
            ),
            models.CheckConstraint(
                name="plezier_1_tot_5", condition=Q(plezier=None) | Q(plezier__range=(1, 5))
            ),
        )

    def __str__(self) -> str:
        return "antwoord"
