"""How ready a garden is: what was agreed on each subject, who consents to what, and the money."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie

from .tuinen import Tuin


class Gereedheid(models.Model):
    """What was said of one subject on a day; rows are only added, the last one holds.

    An open subject warns and never blocks: whether to begin is for the region to decide (P43).
    """

    class Stand(models.TextChoices):
        OPEN = "open", _("Nog niets")
        BEZIG = "bezig", _("Mee bezig")
        GEREGELD = "geregeld", _("Geregeld")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="gereedheid")
    soort = models.CharField(max_length=10)
    sleutel = models.CharField(max_length=20)
    stand = models.CharField(_("Hoe staat het ervoor?"), max_length=10, choices=Stand.choices)
    tekst = models.TextField(_("Wat is afgesproken, of wat is het antwoord?"), max_length=4000)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")
        indexes = (models.Index(fields=("tuin", "soort", "sleutel")),)

    def __str__(self) -> str:
        return f"{self.tuin_id} {self.sleutel} {self.stand}"


class Startdocument(models.Model):
    """A document on which partners say whether they agree, such as the plan of the garden."""

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="documenten")
    titel = models.CharField(_("Titel"), max_length=160)
    versie = models.CharField(_("Versie"), max_length=20)
    op = models.DateField(_("Van welke dag is het?"))
    vindplaats = models.CharField(
        _("Waar is het te vinden? (mag leeg blijven)"), max_length=300, blank=True
    )

    class Meta:
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.titel} ({self.versie})"


class Instemming(models.Model):
    """What one partner says of one document (R244); rows are only added, the last one holds."""

    class Oordeel(models.TextChoices):
        JA = "ja", _("Stemt in")
        ONDER_VOORWAARDEN = "onder_voorwaarden", _("Stemt in onder voorwaarden")
        NEE = "nee", _("Stemt niet in")

    document = models.ForeignKey(Startdocument, on_delete=models.PROTECT, related_name="oordelen")
    organisatie = models.ForeignKey(
        Organisatie, verbose_name=_("Welke partner?"), on_delete=models.PROTECT, related_name="+"
    )
    oordeel = models.CharField(_("Oordeel"), max_length=20, choices=Oordeel.choices)
    tekst = models.TextField(_("Waarom, of welke voorwaarden?"), max_length=4000, blank=True)
    op = models.DateField(_("Wanneer?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.document_id} {self.oordeel}"


class Begrotingsregel(models.Model):
    """A line of costs with who pays (R51, R259); taken back with `vervallen_op`, never wiped."""

    class Soort(models.TextChoices):
        TEAMLEIDER = "teamleider", _("Teamleider")
        GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Gedragswetenschapper")
        UREN = "uren", _("Uren van leden, met minder zaken dan anders")
        WERKPLEK = "werkplek", _("Werkplek en systemen")
        SCHOLING = "scholing", _("Scholing en advies")
        ANDERS = "anders", _("Anders")

    class Bron(models.TextChoices):
        GEMEENTE = "gemeente", _("Gemeente")
        REGIO = "regio", _("Jeugdhulpregio")
        RIJK = "rijk", _("Rijk, zoals een ontwikkelhub")
        ORGANISATIE = "organisatie", _("De eigen organisatie")
        OPEN = "open", _("Nog niet bekend")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="begroting")
    jaar = models.PositiveSmallIntegerField(_("Jaar"))
    soort = models.CharField(_("Waarvoor?"), max_length=20, choices=Soort.choices)
    bedrag = models.DecimalField(
        _("Bedrag in euro"), max_digits=10, decimal_places=2, validators=[MinValueValidator(0)]
    )
    bron = models.CharField(_("Wie betaalt?"), max_length=12, choices=Bron.choices)
    toelichting = models.CharField(_("Toelichting (mag leeg blijven)"), max_length=300, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vervallen_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("jaar", "soort", "id")

    def __str__(self) -> str:
        return f"{self.tuin_id} {self.jaar} {self.soort}"
