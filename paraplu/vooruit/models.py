"""A proposal to change a rule: what, who, when, why, and what was decided about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    """What kind of rule it is about."""

    DEFINITIE = "definitie", _("Definitie")
    TUSSENTAAL = "tussentaal", _("Tussentaal")
    NORM = "norm", _("Norm")
    TERMIJN = "termijn", _("Termijn")


class Besluit(models.TextChoices):
    """How the meeting decided."""

    AANGENOMEN = "aangenomen", _("Aangenomen")
    AFGEWEZEN = "afgewezen", _("Afgewezen")


class Voorstel(models.Model):
    """Another rule, to be looked at before it is adopted (R208, R218).

    It holds the rule only, never a figure: each reader sees what comes of it for what they may see.
    `onderwerp` and `waarde` say which rule and what it becomes, see `lezen.voorstel`.
    """

    soort = models.CharField(max_length=12, choices=Soort.choices)
    onderwerp = models.CharField(max_length=60, blank=True)
    waarde = models.CharField(max_length=40, blank=True)
    #: The rules of a proposed tussentaal, as they stand in the sheet; empty for other kinds.
    blad = models.JSONField(default=list, blank=True)
    bestand = models.CharField(max_length=120, blank=True)
    titel = models.CharField(max_length=120)
    reden = models.TextField(max_length=2000)

    gemaakt_op = models.DateField()
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    organisatie_soort = models.CharField(max_length=20)
    organisatie_code = models.CharField(max_length=12, blank=True)
    organisatie_naam = models.CharField(max_length=120)
    #: From this day the other parties see it too.
    gedeeld_op = models.DateField(null=True, blank=True)

    besluit = models.CharField(max_length=12, choices=Besluit.choices, blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    #: The meeting that decided.
    overleg = models.CharField(max_length=120, blank=True)
    besloten_door = models.ForeignKey(
        "web.Gebruiker", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("voorstel")
        ordering: ClassVar[tuple[str, ...]] = ("-gemaakt_op", "-id")
        constraints = (
            models.CheckConstraint(
                name="voorstel_besluit_is_heel",
                condition=Q(besluit="", besloten_op=None, overleg="", besloten_door=None)
                | (
                    ~Q(besluit="")
                    & Q(besloten_op__isnull=False, besloten_door__isnull=False)
                    & ~Q(overleg="")
                ),
            ),
            models.CheckConstraint(
                name="voorstel_soort_bestaat", condition=Q(soort__in=Soort.values)
            ),
        )

    def __str__(self) -> str:
        return f"voorstel-{self.pk}"

    def get_absolute_url(self) -> str:
        """The page on which it is seen beside the rule that holds."""
        return reverse("voorstel", args=[self.pk])
