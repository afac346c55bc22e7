"""The joint family analysis (R42): paragraphs that several people write at once.

Nothing that was saved is ever lost: every save is a version, also one that came too late.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker

from .huishouden import Huishouden


class Sectie(models.TextChoices):
    """The parts of the analysis, in their order."""

    NU = "nu", _("Wat er nu speelt")
    WENS = "wens", _("Wat het gezin wil en nodig heeft")
    VROEGER = "vroeger", _("De geschiedenis van elke opvoeder")
    PATROON = "patroon", _("Patronen tussen mensen")
    KINDEREN = "kinderen", _("Elk kind apart")
    KRACHT = "kracht", _("Wat goed gaat en wie er helpt")
    HULP = "hulp", _("Wat eerdere hulp ons leert voor het eerste gesprek")
    AANPAK = "aanpak", _("Onze aanpak samen")
    PLAN = "plan", _("Het plan van het gezin")


class Alinea(models.Model):
    """A paragraph of the analysis of one household; what it says is in its versions."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="alineas")
    sectie = models.CharField(max_length=10, choices=Sectie.choices)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"A{self.pk}"


class Alineaversie(models.Model):
    """One save of a paragraph: `basis` is the last version that its writer had seen.

    With a newer version already there the save stands beside it (`naast`) until a later save of who
    has seen both. Rows are only added; the database refuses to change them.
    """

    alinea = models.ForeignKey(Alinea, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    basis = models.PositiveIntegerField()
    naast = models.BooleanField(default=False)
    #: Empty: the paragraph was taken away; what it said stays in the versions before.
    tekst = models.TextField(blank=True, max_length=8000)
    #: Only of the plan (R222): who took part, and what the family decided itself.
    deelnemers = models.CharField(max_length=300, blank=True)
    gezin_besloot = models.TextField(blank=True, max_length=4000)
    moment = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(name="een_nummer_per_versie", fields=("alinea", "nummer")),
            models.CheckConstraint(
                name="versie_na_haar_basis", condition=models.Q(nummer__gt=models.F("basis"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.alinea_id}.{self.nummer}"
