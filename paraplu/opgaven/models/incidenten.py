"""Problems with the woonplaatsbeginsel (RA11) and the search for a guardian (RA10); no names, no BSN."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: A reference of the own files: letters, digits and strokes, no spaces, so that no name fits in it.
KENMERK = RegexValidator(
    r"^(?!.*\d{9})(?=.*\d)[A-Za-z0-9/-]+$",
    _("Schrijf een kenmerk met minstens één cijfer en zonder spaties, zoals Z-2023-014."),
)


class Incident(models.Model):
    """One problem of one GI with one gemeente, as it was reported (R189); how it goes, its steps say."""

    class Soort(models.TextChoices):
        ONBEKEND = "onbekend", _("Onduidelijk welke gemeente betaalt")
        GEWEIGERD = "geweigerd", _("De gemeente zegt dat een andere gemeente betaalt")
        VERHUIZING = "verhuizing", _("Na een verhuizing")
        GEGEVENS = "gegevens", _("Het adres vóór het verblijf is niet te vinden")
        BETALING = "betaling", _("De betaling is gestopt tijdens het uitzoeken")
        ANDERS = "anders", _("Iets anders")

    gi = models.CharField(max_length=8, db_index=True)
    gemeente = models.CharField(_("Met welke gemeente?"), max_length=4, db_index=True)
    #: The region of that gemeente, for who may see it.
    regio = models.CharField(max_length=8, db_index=True)
    kenmerk = models.CharField(_("Eigen kenmerk van de zaak"), max_length=20, validators=[KENMERK])
    soort = models.CharField(_("Wat is er aan de hand?"), max_length=12, choices=Soort.choices)
    gemeld_op = models.DateField(_("Wanneer is het bij de gemeente gemeld?"))
    andere_gemeente = models.CharField(
        _("Welke gemeente zou moeten betalen? (mag leeg blijven)"), max_length=4, blank=True
    )
    #: Of a move (R305).
    verhuisd_op = models.DateField(_("Verhuisd op (mag leeg blijven)"), null=True, blank=True)
    oude_gemeente = models.CharField(_("Van gemeente"), max_length=4, blank=True)
    nieuwe_gemeente = models.CharField(_("Naar gemeente"), max_length=4, blank=True)
    ingevoerd_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-gemeld_op", "-id")
        constraints = (
            models.CheckConstraint(
                name="incident_gemeld_voor_invoer", condition=Q(gemeld_op__lte=F("ingevoerd_op"))
            ),
            models.CheckConstraint(
                name="kenmerk_is_geen_bsn", condition=~Q(kenmerk__regex=r"[0-9]{9}")
            ),
        )

    def __str__(self) -> str:
        return self.nummer

    @property
    def nummer(self) -> str:
        """How an incident is called in addresses and the trace."""
        return f"WP-{self.pk}"

    def get_absolute_url(self) -> str:
        """The page of this incident."""
        return reverse("incident", args=[self.pk])


class Incidentstap(models.Model):
    """What was done on a day; the last one holds. Hours are those of this step."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="stappen")
    op = models.DateField()
    opgelost_op = models.DateField(_("Opgelost op (leeg: nog niet)"), null=True, blank=True)
    uren = models.DecimalField(
        _("Hoeveel uur is er gezocht sinds de vorige keer?"),
        max_digits=5,
        decimal_places=1,
        default=0,
        validators=[MinValueValidator(0)],
    )
    #: Whether the agreements on moving house were kept (R305); None where nobody moved.
    afspraak_nageleefd = models.BooleanField(
        _("Zijn de afspraken over verhuizen nageleefd?"), null=True, blank=True
    )
    tekst = models.CharField(_("Wat is er gedaan? (geen namen)"), max_length=500, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("op", "id")
        constraints = (
            models.CheckConstraint(name="uren_niet_negatief", condition=Q(uren__gte=0)),
            models.CheckConstraint(
                name="opgelost_niet_in_de_toekomst",
                condition=Q(opgelost_op=None) | Q(opgelost_op__lte=F("op")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.incident_id} {self.op:%Y-%m-%d}"


class Incidentjaar(models.Model):
    """A GI says that its register of a year is complete, also when it is empty (R189)."""

    gi = models.CharField(max_length=8)
    jaar = models.PositiveSmallIntegerField()
    versie = models.PositiveSmallIntegerField()
    ingediend_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("gi", "jaar", "versie")
        constraints = (
            models.UniqueConstraint(name="incidentjaar_versie", fields=("gi", "jaar", "versie")),
        )

    def __str__(self) -> str:
        return f"incidenten {self.gi} {self.jaar}"


class Zoekactie(models.Model):
    """A GI asked somebody around a child under voogdij to become its guardian (RA10, R304).

    Only which kind of person was asked; no names. The answer comes in once.
    """

    class Wie(models.TextChoices):
        FAMILIE = "familie", _("Familie")
        PLEEGOUDER = "pleegouder", _("Pleegouder of gezinshuisouder")
        NETWERK = "netwerk", _("Iemand anders uit het netwerk")
        BURGERVOOGD = "burgervoogd", _("Een burgervoogd van buiten het netwerk")

    class Uitkomst(models.TextChoices):
        JA = "ja", _("Wil voogd worden")
        LATER = "later", _("Wil er later over praten")
        NEE = "nee", _("Wil of kan het niet")
        ONGESCHIKT = "ongeschikt", _("Past niet bij dit kind")

    gi = models.CharField(max_length=8, db_index=True)
    kenmerk = models.CharField(_("Eigen kenmerk van de zaak"), max_length=20, validators=[KENMERK])
    wie = models.CharField(_("Wie is gevraagd?"), max_length=12, choices=Wie.choices)
    gevraagd_op = models.DateField(_("Wanneer is het gevraagd?"))
    uitkomst = models.CharField(
        _("Wat is het antwoord?"), max_length=12, choices=Uitkomst.choices, blank=True
    )
    uitkomst_op = models.DateField(null=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-gevraagd_op", "-id")
        constraints = (
            models.CheckConstraint(
                name="uitkomst_heeft_een_dag",
                condition=Q(uitkomst="", uitkomst_op=None)
                | (~Q(uitkomst="") & Q(uitkomst_op__gte=F("gevraagd_op"))),
            ),
            models.CheckConstraint(
                name="zoekkenmerk_is_geen_bsn", condition=~Q(kenmerk__regex=r"[0-9]{9}")
            ),
        )

    def __str__(self) -> str:
        return f"zoekactie {self.pk}"
