"""The report: to whom it went, and what was said of it; nothing of it is ever replaced (R71, R76)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.netwerk.models import Medewerker, Organisatie

from .zitting import Genodigde


class Verzending(models.Model):
    """One copy of a report or of the agreements: to whom, how, when (R71). Rows are only added."""

    class Weg(models.TextChoices):
        PARAPLU = "paraplu", _("In Paraplu, met een bericht")
        MEELEZEN = "meelezen", _("Meelezen met een eigen code")
        POST = "post", _("Per post of in handen gegeven")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="verzendingen")
    #: The guest it went to, so that nobody who was there is forgotten; None for others.
    genodigde = models.ForeignKey(
        Genodigde, null=True, blank=True, on_delete=models.PROTECT, related_name="verzendingen"
    )
    persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    aan = models.CharField(max_length=120)
    weg = models.CharField(max_length=10, choices=Weg.choices)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.document_id} {self.weg} {self.op:%Y-%m-%d}"


class Verslagreactie(models.Model):
    """Somebody says the report is not right. Stands beside it, in the own words (R76); only added."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="tafelreacties")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="tafelreacties")
    #: Who reacts: a person of the family, whose paper was typed over, or a professional.
    persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    woorden = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="reactie_is_van_iemand",
                condition=models.Q(persoon=None) ^ models.Q(medewerker=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} {self.op:%Y-%m-%d}"
