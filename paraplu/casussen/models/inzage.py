"""Break-glass: somebody looks at a case that is not theirs, with a reason, and it is reviewed."""

from __future__ import annotations

from django.db import models

from paraplu.netwerk.models import Medewerker

from .casussen import Casus


class Noodtoegang(models.Model):
    """Access for three hours with a reason; the holder is told and somebody else reviews it."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="noodtoegangen")
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, related_name="noodtoegangen"
    )
    reden = models.TextField()
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()
    beoordeeld_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    beoordeeld = models.DateTimeField(null=True, blank=True)
    terecht = models.BooleanField(null=True)
    oordeel = models.TextField(blank=True)

    class Meta:
        ordering = ("-vanaf",)
        indexes = (models.Index(fields=("medewerker", "tot")),)
        constraints = (
            models.CheckConstraint(
                name="niemand_beoordeelt_zichzelf",
                condition=~models.Q(medewerker=models.F("beoordeeld_door")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.vanaf:%Y-%m-%d %H:%M}"
