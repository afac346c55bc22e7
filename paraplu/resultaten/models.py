"""What people say about an agreement: exceptional cases of RA9, and whether a side does its part."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

#: A pseudonym as the monitor shows it, so that no name fits in the field.
SCHUILNAAM = RegexValidator(
    r"^(?!\d{9}$)[A-Za-z0-9_-]{8,64}$",
    _("Neem de schuilnaam over uit de lijst van de monitor, zonder spaties."),
)


class Uitzondering(models.Model):
    """One exceptional case that a GI leaves out of its mean duration (R185); later taken back, never gone."""

    class Reden(models.TextChoices):
        PERSPECTIEF = "perspectief", _("De rechter liet de OTS doorlopen naast een pleegplaatsing")
        ZWAAR = "zwaar", _("Zware en blijvende problemen")
        BUITENLAND = "buitenland", _("De ouders wonen of procederen in het buitenland")
        PROCEDURE = "procedure", _("Een procedure bij de rechter duurde lang")
        ANDERS = "anders", _("Iets anders")

    gi = models.CharField(max_length=8, db_index=True)
    kind = models.CharField(_("Schuilnaam van het kind"), max_length=64, validators=[SCHUILNAAM])
    begindatum = models.DateField(_("Eerste dag van de OTS"))
    reden = models.CharField(
        _("Waarom telt deze zaak apart?"), max_length=12, choices=Reden.choices
    )
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vervallen_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("gi", "-begindatum", "id")
        constraints = (
            models.UniqueConstraint(
                name="uitzondering_eenmaal",
                fields=("gi", "kind", "begindatum"),
                condition=Q(vervallen_op=None),
            ),
            models.CheckConstraint(
                name="uitzondering_vervalt_later",
                condition=Q(vervallen_op=None) | Q(vervallen_op__gte=F("op")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.gi} {self.begindatum:%Y-%m-%d}"


class Nakoming(models.Model):
    """Whether a party does what an agreement asks, or meets a condition (R297, R299); the last row holds."""

    class Stand(models.TextChoices):
        JA = "ja", _("ja")
        BEZIG = "bezig", _("bezig")
        NEE = "nee", _("nee")

    afspraak = models.CharField(max_length=4)
    #: Key of the duty or the condition in the agreement.
    plicht = models.CharField(max_length=40)
    partij_soort = models.CharField(max_length=12)
    partij_code = models.CharField(max_length=8)
    stand = models.CharField(_("Hoe staat het?"), max_length=8, choices=Stand.choices)
    eigenaar = models.CharField(_("Welke functie zorgt hiervoor?"), max_length=80)
    toelichting = models.CharField(_("Toelichting (mag leeg blijven)"), max_length=400, blank=True)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("op", "id")
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=("afspraak", "partij_soort", "partij_code"), name="nakoming_van"),
        )

    def __str__(self) -> str:
        return f"{self.afspraak} {self.plicht} {self.partij_soort}-{self.partij_code}"
