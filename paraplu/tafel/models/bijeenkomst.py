"""Meetings about the tables, and how a table works otherwise than described (R83, R84, R261)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.models import Soort as Organisatiesoort

from .tafels import Tafel

#: The sections of the described way of working, by number (S2 bouwsteen 4).
ONDERDELEN = (
    (1, _("Wie aan tafel zit")),
    (2, _("Het doel van het gesprek")),
    (3, _("Wat de voorzitter doet")),
    (4, _("Wat de professional doet")),
    (5, _("Wat het gezin mag verwachten")),
    (6, _("Wie op de veiligheid let")),
    (7, _("Uitkomsten en hoe er wordt besloten")),
    (8, _("Het verslag")),
    (9, _("Hoe snel het gesprek er is")),
    (10, _("Wat andere tafels doen")),
    (11, _("Het einde van een ondertoezichtstelling")),
    (12, _("Horen wat beter kan")),
)


class Bijeenkomst(models.Model):
    """A meeting to evaluate a table with partners (R83), or of the chairs of Gelderland (R84)."""

    class Soort(models.TextChoices):
        EVALUATIE = "evaluatie", _("Evaluatie met lokale teams en partners")
        VOORZITTERS = "voorzitters", _("Overleg van de voorzitters van Gelderland")

    soort = models.CharField(max_length=12, choices=Soort.choices)
    #: Of an evaluation; empty for the meeting of all chairs.
    regio = models.CharField(max_length=8, blank=True)
    op = models.DateField()
    #: Kinds of organisation that were there.
    aanwezig = ArrayField(models.CharField(max_length=20, choices=Organisatiesoort.choices))
    besproken = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")
        constraints = (
            models.CheckConstraint(
                name="evaluatie_is_van_een_regio",
                condition=models.Q(soort="voorzitters", regio="")
                | (models.Q(soort="evaluatie") & ~models.Q(regio="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.regio} {self.op:%Y-%m-%d}"


class Verbeterpunt(models.Model):
    """Something to do better, per section of the way of working, with who does it (R261)."""

    bijeenkomst = models.ForeignKey(
        Bijeenkomst, on_delete=models.PROTECT, related_name="verbeterpunten"
    )
    onderdeel = models.PositiveSmallIntegerField(choices=ONDERDELEN)
    punt = models.TextField()
    wie = models.CharField(max_length=120)
    uiterlijk = models.DateField()
    klaar_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("onderdeel", "id")

    def __str__(self) -> str:
        return f"{self.bijeenkomst_id} {self.onderdeel}"


class Afwijking(models.Model):
    """Where one table works otherwise than described, in a period, and why (R261)."""

    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="afwijkingen")
    onderdeel = models.PositiveSmallIntegerField(choices=ONDERDELEN)
    wat = models.TextField()
    waarom = models.TextField()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("onderdeel", "vanaf", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_afwijking_per_onderdeel",
                fields=("tafel", "onderdeel"),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.tafel_id} {self.onderdeel}"
