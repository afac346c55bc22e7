"""People at work: who they are, in which role for whom, and who stands in when they are away."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .organisaties import Organisatie, Team


class Medewerker(models.Model):
    """A person at work at one organisation; work data only, no private numbers."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="medewerker",
    )
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="medewerkers"
    )
    naam = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=30, blank=True)
    e_mail = models.EmailField(blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Functie(models.Model):
    """A role of a person for an organisation, in a period; `rol` is a key of `routes.ROLLEN`."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="functies")
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="functies")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="functies"
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("rol", "medewerker")
        indexes = (models.Index(fields=("organisatie", "rol")),)

    def __str__(self) -> str:
        return f"{self.rol} {self.medewerker}"


class Afwezigheid(models.Model):
    """Somebody is away from `vanaf` to `tot` (included; None: not known yet); `vervanger` stands in."""

    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, related_name="afwezigheden"
    )
    vervanger = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="vervangingen"
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=40)

    class Meta:
        ordering = ("-vanaf",)
        constraints = (
            models.CheckConstraint(
                name="niemand_vervangt_zichzelf",
                condition=~models.Q(medewerker=models.F("vervanger")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.medewerker_id} {self.vanaf:%Y-%m-%d}"
