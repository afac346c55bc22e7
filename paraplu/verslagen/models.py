"""A report: how it was asked, of which data and definitions it was made, and its hashes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from paraplu.inzage.gebied import Gebied
from paraplu.inzage.keuze import name_periode
from paraplu.monitor.periode import Periode

from .boek import fingerprint
from .herkomst import Herkomst
from .opzet import Kring, Opzet, Soort


class Rapport(models.Model):
    """One version of a report. A row is never changed but once: to publish it (database, 0002).

    The files themselves are in var/verslagen under their hash. No person is in them.
    """

    soort = models.CharField(max_length=10, choices=Soort.choices)
    gebied_soort = models.CharField(max_length=12, blank=True)
    gebied_code = models.CharField(max_length=12, blank=True)
    gebied_naam = models.CharField(max_length=120)
    periode = models.CharField(max_length=8)
    kring = models.CharField(max_length=10, choices=Kring.choices)
    #: Counts reports of the same kind, area, period and circle; the highest that is published holds.
    versie = models.PositiveSmallIntegerField()
    bekend_op = models.DateField(null=True)

    gemaakt_op = models.DateField()
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    #: Who made it; a concept and a report in full are theirs alone.
    organisatie_soort = models.CharField(max_length=20)
    organisatie_code = models.CharField(max_length=12, blank=True)
    organisatie_naam = models.CharField(max_length=120)
    gepubliceerd_op = models.DateField(null=True)
    gepubliceerd_door = models.ForeignKey(
        "web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )

    #: What is needed to make it again.
    opzet = models.JSONField()
    stand = models.JSONField()
    laatste_levering = models.DateField(null=True)
    kijk = models.JSONField()
    definities = models.JSONField()
    gereedschap = models.JSONField()
    code = models.CharField(max_length=64)
    cijfers = models.JSONField()
    inhoud = models.JSONField()
    afdruk_cijfers = models.CharField(max_length=64)
    afdruk_pdf = models.CharField(max_length=64)
    afdruk_html = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("rapport")
        ordering: ClassVar[tuple[str, ...]] = ("-periode", "gebied_naam", "-versie", "-id")
        constraints = (
            models.UniqueConstraint(
                name="rapport_versie_een_keer",
                fields=("soort", "gebied_soort", "gebied_code", "periode", "kring", "versie"),
            ),
            models.CheckConstraint(
                name="rapport_soort_bestaat", condition=Q(soort__in=Soort.values)
            ),
            models.CheckConstraint(
                name="rapport_kring_bestaat", condition=Q(kring__in=Kring.values)
            ),
            models.CheckConstraint(
                name="rapport_gepubliceerd_door_wie",
                condition=Q(gepubliceerd_op=None, gepubliceerd_door=None)
                | Q(gepubliceerd_op__isnull=False, gepubliceerd_door__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.nummer

    @property
    def nummer(self) -> str:
        """How a report is named in an address, on the command line and on its copies."""
        return f"verslag-{self.pk}"

    @property
    def gebied(self) -> Gebied:
        """The area it is about."""
        return Gebied(self.gebied_soort, self.gebied_code, self.gebied_naam)

    @property
    def periode_naam(self) -> str:
        """The period in words."""
        return name_periode(Periode.lees(self.periode))

    @property
    def is_gepubliceerd(self) -> bool:
        """Whether it may be seen by its circle; else it is a concept of its maker."""
        return self.gepubliceerd_op is not None

    @property
    def gevraagd(self) -> Opzet:
        """How it was asked."""
        return Opzet.van_dict(self.opzet)

    @property
    def herkomst(self) -> Herkomst:
        """What it says of how it was made."""
        return Herkomst(
            laatste_levering=self.laatste_levering,
            data=fingerprint(self.stand)[:16],
            code=self.code,
            drempels=tuple((regio, aantal) for regio, aantal in self.kijk["drempels"]),
        )

    def afdruk(self, formaat: str) -> str:
        """The sha256 of one of its files."""
        return {"pdf": self.afdruk_pdf, "html": self.afdruk_html}[formaat]


class Toestand(models.TextChoices):
    """How far the making of a report is."""

    WACHT = "wacht", _("wacht op zijn beurt")
    BEZIG = "bezig", _("wordt gemaakt")
    KLAAR = "klaar", _("gemaakt")
    MISLUKT = "mislukt", _("niet gelukt")


class Aanvraag(models.Model):
    """A report that was asked for and that the worker makes; afterwards where it is, or what failed."""

    opzet = models.JSONField()
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    organisatie_soort = models.CharField(max_length=20)
    organisatie_code = models.CharField(max_length=12, blank=True)
    gevraagd = models.DateTimeField()
    toestand = models.CharField(max_length=10, choices=Toestand.choices, default=Toestand.WACHT)
    rapport = models.ForeignKey(Rapport, null=True, on_delete=models.PROTECT, related_name="+")
    #: A Dutch sentence that can be shown as it is.
    fout = models.TextField(blank=True)

    class Meta:
        verbose_name = _("aanvraag van een verslag")
        ordering: ClassVar[tuple[str, ...]] = ("-gevraagd",)
        constraints = (
            models.CheckConstraint(
                name="aanvraag_klaar_heeft_verslag",
                condition=Q(toestand=Toestand.KLAAR, rapport__isnull=False)
                | (~Q(toestand=Toestand.KLAAR) & Q(rapport=None)),
            ),
        )

    def __str__(self) -> str:
        return f"aanvraag {self.pk}"

    @property
    def gevraagde(self) -> Opzet:
        """How it was asked."""
        return Opzet.van_dict(self.opzet)

    @property
    def periode_naam(self) -> str:
        """The period in words."""
        return name_periode(self.gevraagde.periode)

    @property
    def is_onderweg(self) -> bool:
        """Whether there is still something to wait for."""
        return self.toestand in {Toestand.WACHT, Toestand.BEZIG}
