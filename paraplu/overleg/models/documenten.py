"""Papers that anybody may read and download, with every version that was adopted (R320)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A paper by its title; what it says stands in its versions."""

    class Soort(models.TextChoices):
        OVEREENKOMST = "overeenkomst", _("Overeenkomst")
        BOUWSTEEN = "bouwsteen", _("Bouwsteen")
        AANMELDROUTE = "aanmeldroute", _("Aanmeldroute")
        VISIE = "visie", _("Visie en gezamenlijke taal")
        STUK = "stuk", _("Ander vastgesteld stuk")

    titel = models.CharField(_("Titel"), max_length=160, unique=True)
    soort = models.CharField(_("Soort"), max_length=14, choices=Soort.choices)

    class Meta:
        ordering = ("soort", "titel")

    def __str__(self) -> str:
        return self.titel


class Documentversie(models.Model):
    """One adopted version as a file; rows are only added, so an address keeps its content."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versies")
    versie = models.CharField(_("Versie"), max_length=20)
    vastgesteld_op = models.DateField(_("Vastgesteld op"))
    vastgesteld_door = models.CharField(_("Vastgesteld door"), max_length=120)
    #: Media type and SHA-256 of `inhoud`, and the ending of its name.
    soort = models.CharField(max_length=100)
    uitgang = models.CharField(max_length=5)
    afdruk = models.CharField(max_length=64)
    grootte = models.PositiveIntegerField()
    inhoud = models.BinaryField()
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-vastgesteld_op", "-id")
        constraints = (
            models.UniqueConstraint(name="een_versie_per_naam", fields=("document", "versie")),
        )

    def __str__(self) -> str:
        return f"{self.document_id} {self.versie}"
