"""A meeting of the parties with its agenda, who was there, notes per agreement and minutes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: In `kring`: every party of the agreements.
ALLE_PARTIJEN = "*"


class Overlegsoort(models.TextChoices):
    """Where parties talk about the agreements (R169, R210, R211, R218, R302)."""

    GELDERS = "gelders", _("Gelders overleg over de resultaatafspraken")
    CONTRACT = "contract", _("Contractgesprek van een regio met de GI’s samen")
    CM = "cm", _("Bovenregionaal contractmanagement")
    G7 = "g7", _("Bestuurlijk Overleg G7")


class Overleg(models.Model):
    """One meeting. `kring` says which parties see it: all, or a region with its GI's."""

    soort = models.CharField(
        _("Welk overleg?"), max_length=10, choices=Overlegsoort.choices, db_index=True
    )
    regio = models.CharField(_("Jeugdhulpregio"), max_length=8, blank=True)
    datum = models.DateField(_("Datum"))
    plaats = models.CharField(_("Plaats (mag leeg blijven)"), max_length=120, blank=True)
    #: The year that is discussed, and from which day on a correction does not count.
    jaar = models.PositiveSmallIntegerField(_("Over welk jaar gaan de cijfers?"))
    bekend_op = models.DateField(
        _("Cijfers zoals bekend op"),
        help_text=_("Wat later is geleverd, telt in dit overleg niet mee."),
    )
    #: "*", or keys such as ` regio:FV gi:90000001 ` with a space around each.
    kring = models.TextField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-datum", "-id")
        constraints = (
            models.CheckConstraint(
                name="overleg_contractgesprek_heeft_regio",
                condition=models.Q(soort="contract") & ~models.Q(regio="")
                | ~models.Q(soort="contract") & models.Q(regio=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.datum:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        """The page of this meeting."""
        return reverse("overleg", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How the meeting is called in the trace and in files."""
        return f"O{self.pk}"


class Deelnemer(models.Model):
    """Which party was asked to come, in which role; `aanwezig` is None before the meeting."""

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="deelnemers")
    partij = models.CharField(max_length=24)
    naam = models.CharField(max_length=120)
    rol = models.CharField(max_length=80, blank=True)
    aanwezig = models.BooleanField(null=True)

    class Meta:
        ordering = ("naam", "id")
        constraints = (
            models.UniqueConstraint(name="een_keer_per_overleg", fields=("overleg", "partij")),
        )

    def __str__(self) -> str:
        return self.naam


class Agendapunt(models.Model):
    """A point to talk about; made from the figures where it has a `sleutel`, and editable.

    What somebody wrote by hand (`aangepast`) is left alone when the agenda is made again.
    """

    class Soort(models.TextChoices):
        RESULTAAT = "resultaat", _("Resultaatafspraak")
        AFWIJKING = "afwijking", _("Afwijking")
        ESCALATIE = "escalatie", _("Tweede afwijking")
        ACTIE = "actie", _("Actie")
        TAAK = "taak", _("Vaste taak")
        ANDERS = "anders", _("Ander punt")

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="agendapunten")
    soort = models.CharField(max_length=10, choices=Soort.choices, default=Soort.ANDERS)
    sleutel = models.CharField(max_length=60, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("Plaats op de agenda"), default=100)
    titel = models.CharField(_("Onderwerp"), max_length=200)
    tekst = models.TextField(_("Toelichting (mag leeg blijven)"), max_length=4000, blank=True)
    afspraak = models.CharField(max_length=5, blank=True)
    aangepast = models.BooleanField(default=False)
    vervallen = models.BooleanField(_("Van de agenda af"), default=False)

    class Meta:
        ordering = ("volgorde", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_agendapunt_per_sleutel",
                fields=("overleg", "sleutel"),
                condition=~models.Q(sleutel=""),
            ),
        )

    def __str__(self) -> str:
        return self.titel


class Notitie(models.Model):
    """What was said of one agreement in a meeting (R302); rows are only added."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="notities")
    afspraak = models.CharField(max_length=5)
    tekst = models.TextField(max_length=4000)
    moment = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("moment", "id")

    def __str__(self) -> str:
        return f"{self.overleg_id} {self.afspraak}"


class Verslagversie(models.Model):
    """The minutes as they were saved; one version is adopted, and after that nothing changes."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="verslagen")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.TextField(max_length=40000)
    moment = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vastgesteld_op = models.DateField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ("-nummer",)
        constraints = (
            models.UniqueConstraint(name="een_nummer_per_verslag", fields=("overleg", "nummer")),
            models.UniqueConstraint(
                name="een_vastgesteld_verslag",
                fields=("overleg",),
                condition=models.Q(vastgesteld_op__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.overleg_id} versie {self.nummer}"
