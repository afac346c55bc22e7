"""Care on offer: what there is, who bought it, and what its provider says is free (R118, R119, R241)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .organisaties import Organisatie


class Sector(models.TextChoices):
    """The three sectors that the routes hold for (R91)."""

    JEUGD_EN_OPVOED = "jeugd_en_opvoed", _("Jeugd- en opvoedhulp")
    LVB = "lvb", _("Hulp bij een licht verstandelijke beperking")
    JEUGDPSYCHIATRIE = "jeugdpsychiatrie", _("Jeugdpsychiatrie")


class Schaal(models.TextChoices):
    """For how large an area the help is meant (R118), the nearest first."""

    LOKAAL = "lokaal", _("Lokaal")
    REGIONAAL = "regionaal", _("Regionaal")
    BOVENREGIONAAL = "bovenregionaal", _("Bovenregionaal")
    LANDELIJK = "landelijk", _("Landelijk")


class Aard(models.TextChoices):
    """Whether a decision of the gemeente is needed (R118)."""

    INDIVIDUEEL = "individueel", _("Individueel, met een beschikking")
    ALGEMEEN = "algemeen", _("Algemeen, zonder beschikking")


class VoorWie(models.TextChoices):
    """Whom the help is for: the child, or support for the family (R284)."""

    KIND = "kind", _("Het kind")
    OPVOEDER = "opvoeder", _("De opvoeders")
    GEZIN = "gezin", _("Het hele gezin")


class Voorziening(models.Model):
    """One thing a provider, network, lokaal team or gemeente offers, in a period."""

    aanbieder = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="voorzieningen"
    )
    #: The provider's own name for this line; with the provider it finds the line again on import.
    kenmerk = models.CharField(max_length=40)
    naam = models.CharField(max_length=120)
    #: Plain words (B1): what happens, for whom it is meant, and for whom not.
    omschrijving = models.TextField(max_length=2000)
    #: Group of the tussentaal, 1 to 10 (`afspraken.tussentaal`); a general provision may have none.
    tussentaal = models.PositiveSmallIntegerField(null=True, blank=True)
    sectoren = ArrayField(models.CharField(max_length=20, choices=Sector.choices), default=list)
    schaal = models.CharField(max_length=20, choices=Schaal.choices)
    aard = models.CharField(max_length=20, choices=Aard.choices)
    voor_wie = models.CharField(max_length=20, choices=VoorWie.choices)
    #: Age in whole years, both included.
    leeftijd_vanaf = models.PositiveSmallIntegerField(default=0)
    leeftijd_tot = models.PositiveSmallIntegerField(default=17)
    productcodes = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    #: Codes of regions and gemeenten where it can be used; empty: everywhere.
    werkgebied = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_voorziening_per_kenmerk", fields=("aanbieder", "kenmerk")
            ),
            models.CheckConstraint(
                name="voorziening_heeft_tussentaal",
                condition=models.Q(tussentaal__gte=1, tussentaal__lte=10)
                | models.Q(tussentaal=None, aard=Aard.ALGEMEEN),
            ),
            models.CheckConstraint(
                name="voorziening_leeftijd_loopt_op",
                condition=models.Q(leeftijd_tot__gte=models.F("leeftijd_vanaf")),
            ),
            models.CheckConstraint(
                name="voorziening_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.naam}, {self.aanbieder}"


class Inkoop(models.Model):
    """That a region or a gemeente did or did not buy a provision, in a period. No row: not known."""

    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, related_name="inkopen")
    regio = models.CharField(max_length=8, blank=True)
    gemeente = models.CharField(max_length=4, blank=True)
    gecontracteerd = models.BooleanField()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=200)

    class Meta:
        ordering = ("regio", "gemeente", "-vanaf", "-id")
        constraints = (
            models.CheckConstraint(
                name="inkoop_van_regio_of_gemeente",
                condition=models.Q(regio="") ^ models.Q(gemeente=""),
            ),
            models.CheckConstraint(
                name="inkoop_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.voorziening_id} {self.regio or self.gemeente}"


class Kwaliteit(models.Model):
    """What is known of the quality of a provision, who says so and when (R242)."""

    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.PROTECT, related_name="kwaliteiten"
    )
    tekst = models.TextField(max_length=1000)
    bron = models.CharField(max_length=200)
    datum = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.voorziening_id} {self.datum:%Y-%m-%d}"


class Vrij(models.TextChoices):
    """Whether there is room now."""

    JA = "ja", _("Ja, er is plek")
    NEE = "nee", _("Nee, er is een wachttijd")
    GEEN_INSTROOM = "geen_instroom", _("Nee, er kan nu niemand bij")


class Tijdseenheid(models.TextChoices):
    """In what a waiting time is told."""

    DAGEN = "dagen", _("dagen")
    WEKEN = "weken", _("weken")


class Beschikbaarheid(models.Model):
    """What a provider said of one provision in one region on a day (R119, R241). Append-only."""

    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, related_name="standen")
    #: Code of the region it is said of; empty: of everywhere it works.
    regio = models.CharField(max_length=8, blank=True)
    vrij = models.CharField(max_length=20, choices=Vrij.choices)
    plekken = models.PositiveSmallIntegerField(null=True, blank=True)
    wachttijd = models.PositiveSmallIntegerField(null=True, blank=True)
    wachttijd_eenheid = models.CharField(
        max_length=10, choices=Tijdseenheid.choices, default=Tijdseenheid.WEKEN
    )
    toelichting = models.CharField(max_length=300, blank=True)
    #: Said again without a change.
    bevestigd = models.BooleanField(default=False)
    opgegeven_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-opgegeven_op", "-id")
        indexes = (models.Index(fields=("voorziening", "regio", "-opgegeven_op", "-id")),)
        constraints = (
            models.CheckConstraint(
                name="stand_bij_nee_heeft_wachttijd",
                condition=~models.Q(vrij=Vrij.NEE) | models.Q(wachttijd__isnull=False),
            ),
            models.CheckConstraint(
                name="stand_zonder_instroom_belooft_niets",
                condition=~models.Q(vrij=Vrij.GEEN_INSTROOM)
                | models.Q(wachttijd=None, plekken=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.voorziening_id} {self.regio} {self.opgegeven_op:%Y-%m-%d}"


class GemetenWachttijd(models.Model):
    """Days from allocation (301) to start (305) of a provider and group, over a year of messages.

    Of fewer than five starts nothing but that is kept: `mediaan` and `p90` are then empty.
    """

    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="wachttijden")
    tussentaal = models.PositiveSmallIntegerField()
    #: Allocations from `van` up to and including `tot`.
    van = models.DateField()
    tot = models.DateField()
    #: Starts after the allocation; empty when hidden.
    aantal = models.PositiveIntegerField(null=True)
    mediaan = models.PositiveIntegerField(null=True)
    p90 = models.PositiveIntegerField(null=True)
    #: Allocated in the year and not begun yet; empty when hidden.
    niet_gestart = models.PositiveIntegerField(null=True)
    gemeten_op = models.DateField()
    #: First day on which others than the provider see it.
    vrijgegeven_vanaf = models.DateField()

    class Meta:
        ordering = ("aanbieder", "tussentaal", "-tot")
        constraints = (
            models.UniqueConstraint(
                name="een_meting_per_aanbieder_groep_en_jaar",
                fields=("aanbieder", "tussentaal", "van", "tot", "gemeten_op"),
            ),
            models.CheckConstraint(
                name="kleine_groep_houdt_niets_over",
                condition=models.Q(aantal=None, mediaan=None, p90=None)
                | models.Q(aantal__gte=5, mediaan__isnull=False, p90__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.aanbieder_id} {self.tussentaal} {self.tot:%Y-%m-%d}"


class WachttijdReactie(models.Model):
    """What the provider says about its measured waiting time; the newest stands beside it."""

    wachttijd = models.ForeignKey(
        GemetenWachttijd, on_delete=models.PROTECT, related_name="reacties"
    )
    tekst = models.TextField(max_length=1000)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.wachttijd_id} {self.op:%Y-%m-%d}"


class Wachtlijst(models.Model):
    """How many wait at an organisation itself on a day, and how long (R240). Append-only.

    A second row of the same day corrects the first.
    """

    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="wachtlijsten"
    )
    datum = models.DateField()
    aantal = models.PositiveIntegerField()
    #: Days; empty when nobody waits.
    langste = models.PositiveIntegerField(null=True, blank=True)
    mediaan = models.PositiveIntegerField(null=True, blank=True)
    toelichting = models.CharField(max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-datum", "-id")
        constraints = (
            models.CheckConstraint(
                name="wie_wacht_wacht_een_tijd",
                condition=models.Q(aantal=0, langste=None, mediaan=None)
                | models.Q(aantal__gt=0, langste__gte=models.F("mediaan")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisatie_id} {self.datum:%Y-%m-%d}"


class Aanbodblad(models.Model):
    """A sheet of provisions that was read and waits for a yes; it has effect only after that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    bestand = models.CharField(max_length=120)
    inhoud = models.TextField()
    dag = models.DateField()
    verwerkt_op = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.bestand} {self.dag:%Y-%m-%d}"
