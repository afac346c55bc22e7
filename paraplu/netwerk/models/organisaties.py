"""Organisations of every kind, their teams, and what each region chose, with dates."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    """The kinds of organisation that the agenda names (R13 to R20)."""

    GI = "gi", _("Gecertificeerde instelling")
    GEMEENTE = "gemeente", _("Gemeente")
    LOKAAL_TEAM = "lokaal_team", _("Lokaal team")
    AANBIEDER = "aanbieder", _("Jeugdhulpaanbieder")
    NETWERK = "netwerk", _("Netwerk van zorgaanbieders")
    REGIO = "regio", _("Jeugdhulpregio")
    EXPERTTEAM = "expertteam", _("Regionaal Expertteam")
    TAFEL = "tafel", _("Jeugdbeschermingstafel")
    VEILIG_THUIS = "veilig_thuis", _("Veilig Thuis")
    RVDK = "rvdk", _("Raad voor de Kinderbescherming")
    # P36: of two names in the sources this one.
    EXPERTISENETWERK = "expertisenetwerk", _("Bovenregionaal Expertisenetwerk")
    OVERIG = "overig", _("Andere partner")


class Organisatie(models.Model):
    """An organisation, in a period. `sleutel` is ours and stable: GI-JBGLD, LT-0228, GEM-0228."""

    sleutel = models.CharField(max_length=40, unique=True)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    naam = models.CharField(max_length=120)
    #: AGB code of a GI or provider, gemeentecode of a gemeente; empty where there is none.
    code = models.CharField(max_length=8, blank=True, db_index=True)
    #: Code of the jeugdhulpregio it belongs to; empty when it works in more than one.
    regio = models.CharField(max_length=8, blank=True, db_index=True)
    #: Gemeentecode of a lokaal team or gemeente.
    gemeente = models.CharField(max_length=4, blank=True, db_index=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)
        constraints = (
            models.CheckConstraint(
                name="organisatie_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Team(models.Model):
    """A part of an organisation in which people share their work."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="teams")
    naam = models.CharField(max_length=120)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class RegioInstelling(models.Model):
    """One choice of one region from a date; `sleutel` and the allowed values stand in `instellingen.py`."""

    regio = models.CharField(max_length=8)
    sleutel = models.CharField(max_length=40)
    waarde = models.TextField(max_length=2000)
    vanaf = models.DateField()
    #: Where the choice stands, or who said so.
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ("regio", "sleutel", "vanaf")
        constraints = (
            models.UniqueConstraint(
                name="een_keuze_per_regio_en_dag", fields=("regio", "sleutel", "vanaf")
            ),
        )

    def __str__(self) -> str:
        return f"{self.regio} {self.sleutel} {self.waarde}"


class OrganisatieInstelling(models.Model):
    """One fact about one organisation from a date, such as how often it confirms (R27, R243)."""

    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="instellingen"
    )
    sleutel = models.CharField(max_length=40)
    waarde = models.TextField(max_length=2000)
    vanaf = models.DateField()
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ("organisatie", "sleutel", "vanaf")
        constraints = (
            models.UniqueConstraint(
                name="een_keuze_per_organisatie_en_dag",
                fields=("organisatie", "sleutel", "vanaf"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisatie_id} {self.sleutel} {self.waarde}"
