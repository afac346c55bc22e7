"""Bodies and who sits in them, what they decided, and how far each region is (R161, R215, R313)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .afwijkingen import Escalatie
from .overleggen import Overleg


class Niveau(models.TextChoices):
    """At which level a body sits or an agreement holds (R230, R313)."""

    BOVENREGIONAAL = "bovenregionaal", _("Bovenregionaal")
    REGIONAAL = "regionaal", _("Regionaal")
    LOKAAL = "lokaal", _("Lokaal")


class Orgaan(models.Model):
    """A body that talks, advises or decides; `opdracht` for a working group (R216, R314)."""

    class Soort(models.TextChoices):
        BESTUURLIJK = "bestuurlijk", _("Bestuurlijk")
        AMBTELIJK = "ambtelijk", _("Ambtelijk")
        WERKGROEP = "werkgroep", _("Werkgroep")

    naam = models.CharField(_("Naam"), max_length=120, unique=True)
    soort = models.CharField(_("Soort"), max_length=12, choices=Soort.choices)
    niveau = models.CharField(_("Niveau"), max_length=16, choices=Niveau.choices)
    regio = models.CharField(_("Jeugdhulpregio"), max_length=8, blank=True)
    opdracht = models.TextField(_("Opdracht (mag leeg blijven)"), max_length=2000, blank=True)

    class Meta:
        ordering = ("niveau", "naam")

    def __str__(self) -> str:
        return self.naam


class Orgaanlid(models.Model):
    """Which organisation sits in a body, in which role, from when to when."""

    orgaan = models.ForeignKey(Orgaan, on_delete=models.PROTECT, related_name="leden")
    organisatie = models.CharField(_("Welke organisatie of soort organisatie?"), max_length=120)
    rol = models.CharField(_("Rol"), max_length=80, default="lid")
    vanaf = models.DateField(_("Vanaf"))
    tot = models.DateField(_("Tot en met (mag leeg blijven)"), null=True, blank=True)

    class Meta:
        ordering = ("organisatie",)

    def __str__(self) -> str:
        return f"{self.organisatie} ({self.rol})"


class Besluit(models.Model):
    """What a body decided, or what a source says that it will decide (P42).

    An announcement never becomes a decision: the decision is a row of its own that points to it.
    """

    class Stand(models.TextChoices):
        AANGEKONDIGD = "aangekondigd", _("Aangekondigd")
        BESLOTEN = "besloten", _("Besloten")

    orgaan = models.ForeignKey(
        Orgaan, verbose_name=_("Wie besluit?"), on_delete=models.PROTECT, related_name="besluiten"
    )
    #: For a college or council: gemeente-0228; for a region: regio-FV.
    gebied = models.CharField(_("Van welke gemeente of regio?"), max_length=24, blank=True)
    onderwerp = models.CharField(_("Onderwerp"), max_length=200)
    tekst = models.TextField(_("Wat is besloten of aangekondigd?"), max_length=4000)
    stand = models.CharField(_("Stand"), max_length=14, choices=Stand.choices)
    datum = models.DateField(_("Datum van het besluit of de aankondiging"))
    bron = models.CharField(_("Waar staat het?"), max_length=300)
    afspraak = models.CharField(_("Resultaatafspraak"), max_length=5, blank=True)
    #: Of a dated task: which one it closes.
    taak = models.CharField(max_length=30, blank=True)
    aankondiging = models.ForeignKey(
        "self",
        verbose_name=_("Welke aankondiging wordt hiermee besloten?"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="besluiten",
    )
    overleg = models.ForeignKey(
        Overleg, null=True, blank=True, on_delete=models.PROTECT, related_name="besluiten"
    )
    escalatie = models.ForeignKey(
        Escalatie, null=True, blank=True, on_delete=models.PROTECT, related_name="besluiten"
    )
    #: Whether others than the parties read it.
    openbaar = models.BooleanField(_("Openbaar"), default=True)
    op = models.DateField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-datum", "-id")
        constraints = (
            models.CheckConstraint(
                name="over_een_partij_is_niet_openbaar",
                condition=models.Q(escalatie=None) | models.Q(openbaar=False),
            ),
        )

    def __str__(self) -> str:
        return self.onderwerp


class Regiostand(models.Model):
    """How far a region is with a bouwsteen (R315) or an element of its basis (R229); only added."""

    class Soort(models.TextChoices):
        BOUWSTEEN = "bouwsteen", _("Bouwsteen")
        BASIS = "basis", _("Sterke basis")

    class Stand(models.TextChoices):
        NOG_NIET = "nog_niet", _("Nog niet opgepakt")
        BEZIG = "bezig", _("Mee bezig")
        VOORGELEGD = "voorgelegd", _("Voorgelegd om vast te stellen")
        VASTGESTELD = "vastgesteld", _("Vastgesteld")
        IN_WERKING = "in_werking", _("In werking")

    soort = models.CharField(max_length=10, choices=Soort.choices)
    #: B1 to B8, or a to h.
    sleutel = models.CharField(max_length=4)
    regio = models.CharField(_("Jeugdhulpregio"), max_length=8)
    stand = models.CharField(_("Hoe ver is het?"), max_length=12, choices=Stand.choices)
    datum = models.DateField(_("Sinds welke dag?"))
    orgaan = models.ForeignKey(
        Orgaan,
        verbose_name=_("Wie besliste? (mag leeg blijven)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    eigenaar = models.CharField(
        _("Wie is eigenaar? (mag leeg blijven)"), max_length=120, blank=True
    )
    bewijs = models.CharField(_("Waaruit blijkt het?"), max_length=300)
    op = models.DateField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("datum", "id")
        indexes = (models.Index(fields=("soort", "sleutel", "regio")),)

    def __str__(self) -> str:
        return f"{self.sleutel} {self.regio} {self.stand}"


class Basisafspraak(models.Model):
    """An agreement on one of three levels; a local one may deviate and says from what and why (R230)."""

    niveau = models.CharField(_("Niveau"), max_length=16, choices=Niveau.choices)
    gebied = models.CharField(_("Welke regio of gemeente?"), max_length=24, blank=True)
    onderwerp = models.CharField(_("Onderwerp"), max_length=160)
    tekst = models.TextField(_("Wat is afgesproken: rollen, taken, wie betaalt"), max_length=4000)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    wijkt_af_van = models.ForeignKey(
        "self",
        verbose_name=_("Wijkt af van (mag leeg blijven)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="afwijkend",
    )
    waarom = models.CharField(
        _("Waarom is het hier anders? (mag leeg blijven)"), max_length=300, blank=True
    )
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("niveau", "onderwerp", "vanaf")
        constraints = (
            models.CheckConstraint(
                name="wie_afwijkt_zegt_waarom",
                condition=models.Q(wijkt_af_van=None) | ~models.Q(waarom=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.onderwerp} ({self.get_niveau_display().lower()})"


class Gegevenswens(models.Model):
    """Data that a region or all together ask for beside the common set, and what was decided (R309).

    Rows are only added; of the same data the last one counts. `cijfer`: code and reading of the
    monitor, "" where it does not count this (yet).
    """

    class Stand(models.TextChoices):
        GEVRAAGD = "gevraagd", _("Gevraagd, nog niet besproken")
        ZINVOL = "zinvol", _("Zinvol: het komt in de stukken")
        NIET = "niet", _("Niet zinvol")

    regio = models.CharField(_("Jeugdhulpregio"), max_length=8, blank=True)
    wat = models.CharField(_("Welke gegevens?"), max_length=160)
    cijfer = models.CharField(_("Welk cijfer van de monitor is dit?"), max_length=40, blank=True)
    waarom = models.CharField(_("Waarvoor zijn ze nodig?"), max_length=300)
    stand = models.CharField(
        _("Wat is bovenregionaal besproken?"), max_length=10, choices=Stand.choices
    )
    datum = models.DateField(_("Op welke dag?"))
    op = models.DateField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("datum", "id")

    def __str__(self) -> str:
        return self.wat


class Raadsbrief(models.Model):
    """A letter of a college to its council, made from a template; kept, so it can be fetched again."""

    gemeente = models.CharField(_("Welke gemeente?"), max_length=4)
    onderwerp = models.CharField(_("Onderwerp"), max_length=160)
    tekst = models.TextField(_("Brief"), max_length=12000)
    ondertekenaar = models.CharField(_("Wie ondertekent?"), max_length=120)
    datum = models.DateField(_("Datum"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return self.onderwerp
