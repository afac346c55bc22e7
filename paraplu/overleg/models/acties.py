"""Actions with owner, date and end; an old date and an old state stay to be read (R219, R318)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .overleggen import Overleg


class Actie(models.Model):
    """Something that a party does. Those of the agenda of 2020 have a `sleutel`: A1 to A24."""

    sleutel = models.CharField(max_length=8, unique=True, null=True, blank=True)
    onderdeel = models.CharField(_("Onderdeel (mag leeg blijven)"), max_length=60, blank=True)
    onderwerp = models.CharField(_("Wat moet er gebeuren?"), max_length=160)
    toelichting = models.TextField(
        _("Waarom, en hoe? (mag leeg blijven)"), max_length=4000, blank=True
    )
    resultaat = models.TextField(_("Wat is er als het klaar is?"), max_length=4000)
    eigenaar = models.CharField(_("Wie doet het?"), max_length=160, blank=True)
    partij = models.CharField(_("Welke partij?"), max_length=24, blank=True)
    geld = models.CharField(
        _("Kosten en wie betaalt (mag leeg blijven)"), max_length=300, blank=True
    )
    afspraak = models.CharField(_("Resultaatafspraak"), max_length=5, blank=True)
    overleg = models.ForeignKey(
        Overleg, null=True, blank=True, on_delete=models.PROTECT, related_name="acties"
    )
    gemaakt_op = models.DateField()
    #: None for what came with the seed data.
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.nummer} {self.onderwerp}"

    def get_absolute_url(self) -> str:
        """The page of this action."""
        return reverse("overlegactie", args=[self.pk])

    @property
    def nummer(self) -> str:
        """A1 for an action of 2020, else our own number."""
        return self.sleutel or f"ACT{self.pk}"


class Actiedatum(models.Model):
    """The day an action should be done, as it was agreed once; a later row holds (R318)."""

    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="datums")
    #: None where no day was ever named.
    datum = models.DateField(null=True, blank=True)
    #: As the source says it, where that is no day: eind 2020.
    tekst = models.CharField(max_length=80, blank=True)
    voorlopig = models.BooleanField(default=False)
    reden = models.CharField(max_length=300, blank=True)
    op = models.DateField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.actie_id} {self.datum}"


class Actiestap(models.Model):
    """How an action stands from a day on, in words; rows are only added, the last one holds."""

    class Stand(models.TextChoices):
        OPEN = "open", _("Nog niet begonnen")
        BEZIG = "bezig", _("Mee bezig")
        KLAAR = "klaar", _("Klaar")
        VERVALLEN = "vervallen", _("Gaat niet door")

    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="stappen")
    stand = models.CharField(_("Hoe staat het ervoor?"), max_length=10, choices=Stand.choices)
    tekst = models.TextField(
        _("Wat is er gedaan, of waarom niet?"),
        max_length=4000,
        help_text=_("Bij klaar: noem het stuk, het besluit of de plek waar het resultaat staat."),
    )
    op = models.DateField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.actie_id} {self.stand}"
