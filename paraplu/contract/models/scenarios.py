"""Reckonings that were kept: immutable versions, shared with organisations by name (R192)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Scenario(models.Model):
    """A reckoning under a name; only who made it adds versions and shares it."""

    naam = models.CharField(_("Naam"), max_length=120)
    maker = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    organisatie_naam = models.CharField(max_length=120)
    gemaakt_op = models.DateField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        """The page of this scenario."""
        return reverse("scenario", args=[self.pk])


class Scenarioversie(models.Model):
    """What was filled in, as texts by key of `rekenen.velden`; never changed (database)."""

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    invoer = models.JSONField()
    toelichting = models.TextField(
        _("Waarom deze getallen? (geen namen van mensen)"), max_length=2000, blank=True
    )
    op = models.DateField()

    class Meta:
        ordering = ("-nummer",)
        constraints = (
            models.UniqueConstraint(name="een_versie_per_nummer", fields=("scenario", "nummer")),
        )

    def __str__(self) -> str:
        return f"{self.scenario_id} versie {self.nummer}"


class Scenariodeling(models.Model):
    """An organisation that may read a scenario, with the kinds of user that read contracts."""

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="delingen")
    organisatie_soort = models.CharField(max_length=20)
    organisatie_code = models.CharField(max_length=12)
    organisatie_naam = models.CharField(max_length=120)
    vanaf = models.DateField()
    #: Last day on which it was shared.
    ingetrokken_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("organisatie_naam",)
        constraints = (
            models.UniqueConstraint(
                name="eenmaal_gedeeld",
                fields=("scenario", "organisatie_soort", "organisatie_code"),
                condition=models.Q(ingetrokken_op=None),
            ),
        )

    def __str__(self) -> str:
        return self.organisatie_naam
