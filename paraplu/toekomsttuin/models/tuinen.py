"""A garden: where it is, who took the initiative, and how far it is."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie


class Fase(models.TextChoices):
    """How far a garden is (R245)."""

    VERKENNEN = "verkennen", _("Verkennen")
    VOORBEREIDEN = "voorbereiden", _("Voorbereiden")
    INGERICHT = "ingericht", _("Ingericht")
    GESTART = "gestart", _("Gestart")


class Tuin(models.Model):
    """A toekomsttuin in one or a few gemeenten of one region (R43); a gemeente or region began it."""

    naam = models.CharField(_("Naam"), max_length=80)
    regio = models.CharField(_("Jeugdhulpregio"), max_length=8, db_index=True)
    #: Follows from the region: GM, NOG or GZ.
    veiligheidsregio = models.CharField(max_length=4, db_index=True)
    initiatiefnemer = models.ForeignKey(
        Organisatie,
        verbose_name=_("Wie nam het initiatief?"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    omgeving = models.TextField(
        _("Wat is hier anders dan elders? (mag leeg blijven)"), blank=True, max_length=4000
    )
    aangemaakt_op = models.DateField()
    beeindigd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("regio", "naam")

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        """The page of this garden."""
        return reverse("tuin", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How the garden is called in addresses and the trace."""
        return f"T{self.pk}"


class Tuinfase(models.Model):
    """From a day the garden is in a phase; rows are only added, the last one holds."""

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="fasen")
    fase = models.CharField(_("Fase"), max_length=12, choices=Fase.choices)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    toelichting = models.TextField(_("Waarom? (mag leeg blijven)"), blank=True, max_length=2000)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return f"{self.tuin_id} {self.fase} {self.vanaf:%Y-%m-%d}"


class Tuingemeente(models.Model):
    """A gemeente in which the garden works, in a period."""

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="gemeenten")
    gemeente = models.CharField(_("Gemeente"), max_length=4)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("gemeente",)
        constraints = (
            models.UniqueConstraint(
                name="gemeente_eenmaal_in_tuin",
                fields=("tuin", "gemeente"),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.tuin_id} {self.gemeente}"

    def holds(self, op: date) -> bool:
        """Whether the garden works here on a day."""
        return self.vanaf <= op and (self.tot is None or self.tot >= op)
