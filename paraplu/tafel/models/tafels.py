"""A Jeugdbeschermingstafel: what its region chose, and the moments it holds every week (R77, R86)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie


class GiDeelname(models.TextChoices):
    """How the knowledge of a GI is at the table; the region chooses (R18, R56)."""

    AFROEP = "afroep", _("Op afroep")
    VAST = "vast", _("Vast aan tafel")


class Tafel(models.Model):
    """The settings of one table. The way of working is the same everywhere; this is what may differ."""

    organisatie = models.OneToOneField(Organisatie, on_delete=models.PROTECT, related_name="tafel")
    #: Codes of the gemeenten it serves; empty: every gemeente of its region.
    gemeenten = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    gi_deelname = models.CharField(
        max_length=10, choices=GiDeelname.choices, default=GiDeelname.AFROEP
    )
    #: The GI that sits at the table, or is called; empty: the GI that is proposed in the request.
    gi = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: First contact at the gemeenten when nobody there has that role (R78).
    aanspreekpunt = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: Whether the ending of an OTS is discussed here, since or from when (R81, R274).
    toetst_einde_ots = models.BooleanField(default=True)
    toetst_vanaf = models.DateField(null=True, blank=True)
    #: Link to the folder for families and professionals, per code of a gemeente (R68).
    folders = models.JSONField(default=dict, blank=True)
    #: Which edition of the described way of working is the reference, and where it differs (R261).
    werkwijze = models.CharField(max_length=40, default="bouwsteen 4, 2021")
    afwijking = models.TextField(max_length=2000, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("organisatie__naam",)

    def __str__(self) -> str:
        return self.organisatie.naam

    @property
    def regio(self) -> str:
        """Code of the region of this table."""
        return self.organisatie.regio


class Slot(models.Model):
    """A moment that comes back every week, in a period; one talk fits in it."""

    class Weekdag(models.IntegerChoices):
        MAANDAG = 1, _("maandag")
        DINSDAG = 2, _("dinsdag")
        WOENSDAG = 3, _("woensdag")
        DONDERDAG = 4, _("donderdag")
        VRIJDAG = 5, _("vrijdag")

    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="slots")
    weekdag = models.PositiveSmallIntegerField(choices=Weekdag.choices)
    begin = models.TimeField()
    einde = models.TimeField()
    plaats = models.CharField(max_length=200)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    #: Days on which it does not take place, such as in a holiday.
    vervalt_op = ArrayField(models.DateField(), default=list, blank=True)

    class Meta:
        ordering = ("weekdag", "begin", "id")
        constraints = (
            models.CheckConstraint(
                name="slot_eindigt_na_begin", condition=models.Q(einde__gt=models.F("begin"))
            ),
            models.CheckConstraint(
                name="slot_geldt_een_tijd",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_weekdag_display()} {self.begin:%H:%M}-{self.einde:%H:%M}"
