"""A party that did not do what was agreed, what it says of it, and the step to the G7 (R211, R212)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .overleggen import Overleg


def split_bewijs(bewijs: str) -> list[tuple[str, str]]:
    """Each sentence of a receipt, and the address that it ends with, "" without one.

    >>> split_bewijs("Te hoog. Te lezen op: /afspraken/RA3/bewijs/")
    [('Te hoog. Te lezen op:', '/afspraken/RA3/bewijs/')]
    """
    regels = [regel.rpartition(" ") for regel in bewijs.splitlines() if regel]
    return [
        (zin, einde) if einde.startswith("/") else (f"{zin} {einde}".strip(), "")
        for zin, _spatie, einde in regels
    ]


class Afwijking(models.Model):
    """One party, one agreement, one year, with whom it hurts and the figure as it was known then.

    Texts of the figure are kept as they were read: a later correction does not change what the
    parties had before them. There are no amounts: the sources are unclear on them (P14).
    """

    partij = models.CharField(_("Welke partij wijkt af?"), max_length=24, db_index=True)
    partij_naam = models.CharField(max_length=120)
    getroffen = models.CharField(_("Welke partij heeft er last van?"), max_length=24)
    getroffen_naam = models.CharField(max_length=120)
    afspraak = models.CharField(_("Resultaatafspraak"), max_length=5)
    jaar = models.PositiveSmallIntegerField(_("Over welk jaar?"))
    #: What the monitor said, the norm and the receipt, in words; and as known on which day.
    cijfer = models.TextField(max_length=2000)
    norm = models.CharField(max_length=300)
    bewijs = models.TextField(max_length=8000)
    bekend_op = models.DateField()
    toelichting = models.TextField(_("Wat is er aan de hand?"), max_length=4000)
    overleg = models.ForeignKey(
        Overleg, null=True, blank=True, on_delete=models.PROTECT, related_name="afwijkingen"
    )
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")
        indexes = (models.Index(fields=("partij", "afspraak")),)
        constraints = (
            models.CheckConstraint(
                name="afwijking_treft_een_ander",
                condition=~models.Q(partij=models.F("getroffen")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.partij_naam}, {self.afspraak} in {self.jaar}"

    def get_absolute_url(self) -> str:
        """The page of this deviation."""
        return reverse("afwijking", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How it is called in the trace and in files."""
        return f"AFW{self.pk}"

    @property
    def bewijsregels(self) -> list[tuple[str, str]]:
        """The receipt as the page shows it."""
        return split_bewijs(self.bewijs)


class Afwijkingstap(models.Model):
    """What happened with a deviation; rows are only added."""

    class Soort(models.TextChoices):
        REACTIE = "reactie", _("Reactie van de partij")
        IN_GEBREKE = "in_gebreke", _("In gebreke")
        NEEMT_OP_ZICH = "neemt_op_zich", _("De partij neemt verantwoordelijkheid")
        HERSTELD = "hersteld", _("Hersteld")
        INGETROKKEN = "ingetrokken", _("Ingetrokken: geen afwijking")

    afwijking = models.ForeignKey(Afwijking, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(_("Wat leggen we vast?"), max_length=15, choices=Soort.choices)
    tekst = models.TextField(_("In woorden"), max_length=4000)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.afwijking_id} {self.soort}"


class Escalatie(models.Model):
    """What a person decided at a second deviation: on to the G7, or not yet, with why."""

    partij = models.CharField(max_length=24, db_index=True)
    partij_naam = models.CharField(max_length=120)
    afspraak = models.CharField(max_length=5)
    #: The numbers of the deviations that were known then.
    afwijkingen = models.JSONField(default=list)
    doorgestuurd = models.BooleanField()
    waarom = models.TextField(max_length=4000)
    #: The meeting of the G7 that talks about it; None when it was not sent.
    overleg = models.ForeignKey(
        Overleg, null=True, blank=True, on_delete=models.PROTECT, related_name="escalaties"
    )
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")
        constraints = (
            models.CheckConstraint(
                name="doorgestuurd_naar_een_overleg",
                condition=models.Q(doorgestuurd=True, overleg__isnull=False)
                | models.Q(doorgestuurd=False, overleg=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.partij_naam}, {self.afspraak}"

    def get_absolute_url(self) -> str:
        """The dossier of this step."""
        return reverse("g7_dossier", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How it is called in the trace and in files."""
        return f"G7-{self.pk}"
