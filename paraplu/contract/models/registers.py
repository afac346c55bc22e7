"""Registers beside the agreement: conditions, joint purchase, the plan of implementation, norms of work."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Punt(models.Model):
    """Something that parties wait for or do together, with a stand that moves (R167, R168, R177, R190, R293)."""

    class Soort(models.TextChoices):
        VOORWAARDE = "voorwaarde", _("Voorwaarde")
        INKOOP = "inkoop", _("Samen inkopen")
        KOSTEN = "kosten", _("Afspraak over kosten")
        ONTWIKKELING = "ontwikkeling", _("Ontwikkellijn")

    soort = models.CharField(max_length=12, choices=Soort.choices)
    naam = models.CharField(max_length=160, unique=True)
    uitleg = models.CharField(max_length=400)
    #: When it should be there, where the agenda says so.
    gereed_op = models.DateField(null=True, blank=True)
    #: The requirement it comes from.
    bron = models.CharField(max_length=60)

    class Meta:
        ordering = ("soort", "id")

    def __str__(self) -> str:
        return self.naam


class Puntstand(models.Model):
    """How it stands from a day; rows are only added. Without a row nothing is known."""

    class Stand(models.TextChoices):
        OPEN = "open", _("Nog niet begonnen")
        LOOPT = "loopt", _("Wordt aan gewerkt")
        GEREGELD = "geregeld", _("Geregeld")
        VERVALLEN = "vervallen", _("Gaat niet door")

    punt = models.ForeignKey(Punt, on_delete=models.PROTECT, related_name="standen")
    stand = models.CharField(_("Hoe staat het?"), max_length=10, choices=Stand.choices)
    toelichting = models.CharField(_("Toelichting"), max_length=400, blank=True)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return f"{self.punt_id} {self.stand}"


class Werkzaamheid(models.Model):
    """Work of the implementation with its one-off costs and cover; empty is open (R162, R312, R319)."""

    werk = models.CharField(_("Welk werk?"), max_length=200)
    #: Code of the region whose plan it is; "" for all together.
    regio = models.CharField(max_length=8, blank=True)
    jaar = models.PositiveSmallIntegerField(_("In welk jaar?"))
    bedrag = models.DecimalField(
        _("Eenmalige kosten in euro (leeg: nog niet bekend)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
    )
    dekking = models.CharField(
        _("Waaruit wordt het betaald? (leeg: nog niet bekend)"), max_length=160, blank=True
    )
    bron = models.CharField(_("Waar staat dit?"), max_length=200)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("jaar", "id")
        constraints = (
            models.UniqueConstraint(name="een_werk_per_jaar", fields=("werk", "regio", "jaar")),
            models.CheckConstraint(
                name="werk_kost_niet_minder_dan_niets",
                condition=models.Q(bedrag=None) | models.Q(bedrag__gte=0),
            ),
        )

    def __str__(self) -> str:
        return self.werk


class Werknorm(models.Model):
    """A norm of one of the four kinds that GI's ask for; without a value it is still asked (R165, R292)."""

    class Soort(models.TextChoices):
        TIJD = "tijd", _("Beschikbare tijd")
        KWALITEIT = "kwaliteit", _("Kwaliteit")
        CASELOAD = "caseload", _("Caseload")
        MEDEWERKERS = "medewerkers", _("Medewerkers")

    soort = models.CharField(_("Waarover?"), max_length=12, choices=Soort.choices)
    naam = models.CharField(_("Naam"), max_length=160)
    waarde = models.DecimalField(
        _("Norm (leeg: nog niet bekend)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    eenheid = models.CharField(_("Eenheid"), max_length=60, blank=True)
    vanaf = models.DateField(_("Geldt vanaf"))
    bron = models.CharField(_("Waar staat dit?"), max_length=200)
    #: Made up for the demo; shown beside the value wherever it is.
    verzonnen = models.BooleanField(default=False)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("soort", "naam", "vanaf")
        constraints = (
            models.UniqueConstraint(name="een_werknorm_per_dag", fields=("soort", "naam", "vanaf")),
        )

    def __str__(self) -> str:
        return self.naam


class Caseloadstand(models.Model):
    """How many measures how many jeugdbeschermers of a team had on a day (R292); rows are only added."""

    #: Our key of the GI, GI-JBGLD.
    gi = models.CharField(max_length=40)
    gi_naam = models.CharField(max_length=120)
    team = models.CharField(_("Team (leeg: de hele GI)"), max_length=80, blank=True)
    op = models.DateField(_("Op welke dag?"))
    fte = models.DecimalField(
        _("Jeugdbeschermers, in voltijdsbanen"), max_digits=7, decimal_places=2
    )
    maatregelen = models.PositiveIntegerField(_("Maatregelen die zij uitvoeren"))
    bron = models.CharField(_("Waar komt dit vandaan?"), max_length=200)
    verzonnen = models.BooleanField(default=False)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("gi_naam", "team", "op", "id")
        constraints = (
            models.CheckConstraint(name="caseload_heeft_mensen", condition=models.Q(fte__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.gi} {self.team} {self.op}"
