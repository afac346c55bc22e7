"""What must happen at least (WAT) and how that is done (HOE), of one version of a plan."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .plan import Planversie


class Veiligheidsvoorwaarde(models.Model):
    """What must happen at least so that all are safe, who asks it, and by when (forms §4)."""

    versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="voorwaarden")
    volgorde = models.PositiveSmallIntegerField()
    wat = models.TextField()
    gesteld_door = models.CharField(max_length=120)
    geregeld_op = models.DateField()

    class Meta:
        ordering = ("versie", "volgorde")
        constraints = (
            models.UniqueConstraint(name="een_voorwaarde_per_plek", fields=("versie", "volgorde")),
        )

    def __str__(self) -> str:
        return f"voorwaarde {self.pk}"


class Veiligheidsafspraak(models.Model):
    """Who does what from when, for whom (R250), and who looks whether it happens (R69).

    An empty `toezicht_door` means who does so for the plan. `voor_kind` says it to a child.
    """

    class VoorWie(models.TextChoices):
        KIND = "kind", _("Het kind")
        OPVOEDER = "opvoeder", _("Een ouder of opvoeder")
        GEZIN = "gezin", _("Het hele gezin")

    voorwaarde = models.ForeignKey(
        Veiligheidsvoorwaarde, on_delete=models.PROTECT, related_name="afspraken"
    )
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    wie = models.CharField(max_length=120)
    voor_wie = models.CharField(max_length=10, choices=VoorWie.choices, default=VoorWie.GEZIN)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    toezicht_door = models.CharField(max_length=120, blank=True)
    voor_kind = models.TextField(blank=True)

    class Meta:
        ordering = ("voorwaarde", "volgorde")
        constraints = (
            models.UniqueConstraint(
                name="een_afspraak_per_plek", fields=("voorwaarde", "volgorde")
            ),
            models.CheckConstraint(
                name="afspraak_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return f"afspraak {self.pk}"
