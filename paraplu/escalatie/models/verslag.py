"""The report of an escalation and what each participant says of it (R139)."""

from __future__ import annotations

from django.db import models

from paraplu.netwerk.models import Medewerker

from .escalatie import Deelnemer, Escalatie


class Verslag(models.Model):
    """One version of the report, fixed; a new version follows it and is submitted anew."""

    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="verslagen")
    versie = models.PositiveIntegerField()
    besproken = models.TextField()
    afspraken = models.TextField()
    #: What others can learn from it, without a name of anybody; "" when there is nothing.
    lessen = models.TextField(blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("versie",)
        constraints = (
            models.UniqueConstraint(
                name="een_escalatieverslag_per_versie", fields=("escalatie", "versie")
            ),
        )

    def __str__(self) -> str:
        return f"{self.escalatie_id} {self.versie}"


class Goedkeuring(models.Model):
    """What one participant says of one version, once: it is never replaced."""

    verslag = models.ForeignKey(Verslag, on_delete=models.PROTECT, related_name="goedkeuringen")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="goedkeuringen")
    akkoord = models.BooleanField()
    opmerking = models.TextField(blank=True)
    op = models.DateField()
    #: Who wrote it down: the participant, or the inbrenger for who has no account.
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_oordeel_per_deelnemer", fields=("verslag", "deelnemer")
            ),
            models.CheckConstraint(
                name="niet_akkoord_met_opmerking",
                condition=models.Q(akkoord=True) | ~models.Q(opmerking=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.verslag_id} {self.deelnemer_id}"
