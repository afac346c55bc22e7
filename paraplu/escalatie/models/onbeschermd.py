"""The list of insufficiently protected children: families by number, never a name (R141, R291)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Gezin
from paraplu.netwerk.models import Medewerker, Organisatie


class Onbeschermd(models.Model):
    """A family in which unsafety is established and partners (threaten to) get stuck.

    `organisatie` reports it: Veilig Thuis, a GI or the Raad.
    """

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="onbeschermd")
    #: As the family has them at the moment of reporting: the list goes per region and gemeente.
    gemeente = models.CharField(max_length=4)
    regio = models.CharField(max_length=8, db_index=True)
    kinderen = models.PositiveSmallIntegerField()
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gemeld_op = models.DateField()
    vastgesteld_op = models.DateField()
    onveiligheid = models.TextField()
    vast_bij = models.TextField()
    #: What was agreed above the regions when the unsafety cannot be taken away (R291).
    bovenregionaal = models.TextField(blank=True)
    afgesloten_op = models.DateField(null=True, blank=True)
    resultaat = models.TextField(blank=True)

    class Meta:
        ordering = ("gemeld_op", "id")
        constraints = (
            models.CheckConstraint(
                name="onbeschermd_eindigt_met_resultaat",
                condition=models.Q(afgesloten_op=None) | ~models.Q(resultaat=""),
            ),
            models.UniqueConstraint(
                name="een_open_melding_per_organisatie",
                fields=("gezin", "organisatie"),
                condition=models.Q(afgesloten_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.gezin_id} {self.gemeld_op:%Y-%m-%d}"


class BesprekingOnbeschermd(models.Model):
    """Where and when it was discussed, and what that gave. Rows are only added."""

    class Waar(models.TextChoices):
        TAFEL = "tafel", _("Jeugdbeschermingstafel")
        EXPERTTEAM = "expertteam", _("Regionaal expertteam")
        REGIO = "regio", _("Overleg van de regio")
        ESCALATIE = "escalatie", _("Escalatie tussen organisaties")
        BOVENREGIONAAL = "bovenregionaal", _("Bovenregionaal overleg")
        ANDERS = "anders", _("Ander overleg")

    melding = models.ForeignKey(Onbeschermd, on_delete=models.PROTECT, related_name="besprekingen")
    waar = models.CharField(max_length=15, choices=Waar.choices)
    op = models.DateField()
    resultaat = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.melding_id} {self.op:%Y-%m-%d}"
