"""What the family wrote: word for word, only added to, and shared only by who wrote it."""

from __future__ import annotations

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from paraplu.casussen import kluis
from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Medewerker

from .uitnodigingen import Uitnodiging


class Inbreng(models.Model):
    """A reaction, an answer or a wish, in the words of the writer. The database refuses a change.

    `stuk_soort` and `stuk_sleutel` name the item it is about, both empty when it is about none.
    """

    class Soort(models.TextChoices):
        REACTIE = "reactie", _("Reactie")
        DUIDELIJK = "duidelijk", _("Zijn de afspraken duidelijk?")
        HOREN = "horen", _("Hoe wil je gehoord worden?")

    uitnodiging = models.ForeignKey(Uitnodiging, on_delete=models.PROTECT, related_name="inbreng")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="inbreng")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="inbreng")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    stuk_soort = models.CharField(max_length=40, blank=True)
    stuk_sleutel = models.CharField(max_length=60, blank=True)
    stuk_titel = models.CharField(max_length=200, blank=True)
    #: Of an answer: "ja", "deels" or "nee" (R223), or a way to be heard (R57).
    keuze = models.CharField(max_length=20, blank=True)
    woorden_versleuteld = models.BinaryField()
    taal = models.CharField(max_length=10)
    moment = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("casus", "soort")),)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort} {self.moment:%Y-%m-%d %H:%M}"

    @cached_property
    def woorden(self) -> str:
        """What was written, as it was written; "" for an answer without words."""
        return str(kluis.unseal(self.woorden_versleuteld))


class Deelkeuze(models.Model):
    """Whether the others of the family who were invited may read it; the last row counts."""

    inbreng = models.ForeignKey(Inbreng, on_delete=models.CASCADE, related_name="deelkeuzes")
    deelt = models.BooleanField()
    moment = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.inbreng_id} {self.deelt}"


class InbrengGezien(models.Model):
    """A professional read what was written; the family sees when."""

    inbreng = models.ForeignKey(Inbreng, on_delete=models.CASCADE, related_name="gezien")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(name="een_keer_gezien", fields=("inbreng", "medewerker")),
        )

    def __str__(self) -> str:
        return f"{self.inbreng_id} {self.moment:%Y-%m-%d}"
