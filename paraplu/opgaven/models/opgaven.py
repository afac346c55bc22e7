"""The yearly returns of a GI; a correction is a new version, a row never changes (database, 0002)."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

NIET_NEGATIEF = (MinValueValidator(0),)


class Kostenopgave(models.Model):
    """What a GI spent in a year (RA3, R176, R296); the amounts are in its lines."""

    #: AGB code, as in the monitor.
    gi = models.CharField(max_length=8)
    jaar = models.PositiveSmallIntegerField(_("Jaar"))
    versie = models.PositiveSmallIntegerField()
    ingediend_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    #: Of a correction: what changed and why.
    reden = models.CharField(_("Wat is anders, en waarom?"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("gi", "jaar", "versie")
        constraints = (
            models.UniqueConstraint(name="kostenopgave_versie", fields=("gi", "jaar", "versie")),
            models.CheckConstraint(
                name="kostencorrectie_heeft_reden", condition=Q(versie=1) | ~Q(reden="")
            ),
        )

    def __str__(self) -> str:
        return f"kosten {self.gi} {self.jaar} versie {self.versie}"

    @property
    def bedragen(self) -> dict[str, Decimal]:
        """Euro by type."""
        return {regel.soort: regel.bedrag for regel in self.regels.all()}


class Kostenregel(models.Model):
    """The euros of one type, a key of `kosten.SOORTEN`."""

    opgave = models.ForeignKey(Kostenopgave, on_delete=models.PROTECT, related_name="regels")
    soort = models.CharField(max_length=30)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2, validators=NIET_NEGATIEF)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="kostenregel_per_soort", fields=("opgave", "soort")),
            models.CheckConstraint(name="kosten_niet_negatief", condition=Q(bedrag__gte=0)),
        )

    def __str__(self) -> str:
        return f"{self.opgave_id} {self.soort}"


class Personeelsopgave(models.Model):
    """The jeugdbeschermers of a GI in a year, in persons (RA4 and RA5, R178, R181).

    The database itself holds that begin + in - out = end and that the origins make up the inflow.
    Applications are counted where the GI knows them (P18): all four are there, or none.
    """

    gi = models.CharField(max_length=8)
    jaar = models.PositiveSmallIntegerField(_("Jaar"))
    versie = models.PositiveSmallIntegerField()
    ingediend_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(_("Wat is anders, en waarom?"), max_length=300, blank=True)

    begin = models.PositiveIntegerField(_("Jeugdbeschermers op 1 januari"))
    instroom = models.PositiveIntegerField(_("Begonnen in dit jaar"))
    uitstroom = models.PositiveIntegerField(_("Vertrokken in dit jaar"))
    eind = models.PositiveIntegerField(_("Jeugdbeschermers op 31 december"))

    van_lokaal = models.PositiveIntegerField(_("Kwam van een lokaal team"), default=0)
    van_veilig_thuis = models.PositiveIntegerField(_("Kwam van Veilig Thuis"), default=0)
    van_elders = models.PositiveIntegerField(_("Kwam ergens anders vandaan"), default=0)
    van_onbekend = models.PositiveIntegerField(_("Onbekend"), default=0)

    sollicitaties_lokaal = models.PositiveIntegerField(_("Van een lokaal team"), null=True)
    sollicitaties_veilig_thuis = models.PositiveIntegerField(_("Van Veilig Thuis"), null=True)
    sollicitaties_elders = models.PositiveIntegerField(_("Ergens anders vandaan"), null=True)
    sollicitaties_onbekend = models.PositiveIntegerField(_("Onbekend waarvandaan"), null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("gi", "jaar", "versie")
        constraints = (
            models.UniqueConstraint(
                name="personeelsopgave_versie", fields=("gi", "jaar", "versie")
            ),
            models.CheckConstraint(
                name="personeelscorrectie_heeft_reden", condition=Q(versie=1) | ~Q(reden="")
            ),
            models.CheckConstraint(
                name="begin_en_instroom_min_uitstroom_is_eind",
                condition=Q(eind=F("begin") + F("instroom") - F("uitstroom")),
            ),
            models.CheckConstraint(
                name="herkomst_telt_op_tot_instroom",
                condition=Q(
                    instroom=F("van_lokaal")
                    + F("van_veilig_thuis")
                    + F("van_elders")
                    + F("van_onbekend")
                ),
            ),
            models.CheckConstraint(
                name="sollicitaties_alle_of_geen",
                condition=Q(
                    sollicitaties_lokaal=None,
                    sollicitaties_veilig_thuis=None,
                    sollicitaties_elders=None,
                    sollicitaties_onbekend=None,
                )
                | Q(
                    sollicitaties_lokaal__isnull=False,
                    sollicitaties_veilig_thuis__isnull=False,
                    sollicitaties_elders__isnull=False,
                    sollicitaties_onbekend__isnull=False,
                ),
            ),
        )

    def __str__(self) -> str:
        return f"personeel {self.gi} {self.jaar} versie {self.versie}"


class Vacature(models.Model):
    """A vacancy or a way to look at another's work, for people of all parties (R151)."""

    class Soort(models.TextChoices):
        VACATURE = "vacature", _("Vacature")
        SNUFFELSTAGE = "snuffelstage", _("Snuffelstage")
        UITWISSELING = "uitwisseling", _("Uitwisseling")
        TERUGKEER = "terugkeer", _("Werken elders, met garantie om terug te keren")
        EENVOUDIGER = "eenvoudiger", _("Een tijd minder zwaar werk bij een lokaal team")

    #: Who offers it, as the account says: gi, gemeente or regio and its code.
    organisatie_soort = models.CharField(max_length=20)
    organisatie_code = models.CharField(max_length=12)
    organisatie_naam = models.CharField(max_length=120)
    soort = models.CharField(_("Wat is het?"), max_length=12, choices=Soort.choices)
    titel = models.CharField(_("Titel"), max_length=120)
    tekst = models.TextField(_("Waar gaat het om? (mag leeg blijven)"), max_length=2000, blank=True)
    vindplaats = models.URLField(_("Waar staat meer? (mag leeg blijven)"), blank=True)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(_("Tot en met welke dag?"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gesloten_op = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("tot", "id")
        constraints = (
            models.CheckConstraint(
                name="vacature_eindigt_na_begin", condition=Q(tot__gte=F("vanaf"))
            ),
        )

    def __str__(self) -> str:
        return f"vacature {self.pk}"
