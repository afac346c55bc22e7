"""Who works together around a gemeente, and who asked whom for advice (R30, R36, R234, R239)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .mensen import Medewerker
from .organisaties import Organisatie


class Onderwerp(models.TextChoices):
    """What a consultation was about, in words that name nobody."""

    VEILIGHEID = "veiligheid", _("Zorgen over veiligheid")
    PASSENDE_HULP = "passende_hulp", _("Welke hulp past")
    AANMELDROUTE = "aanmeldroute", _("Hoe de aanmeldroute loopt")
    MAATREGEL = "maatregel", _("Wel of geen maatregel")
    OVERDRACHT = "overdracht", _("Overdragen of afsluiten")
    ANDERS = "anders", _("Iets anders")


class Consultatie(models.Model):
    """One organisation asked another for advice on a day. `gezin` is a number, never a name."""

    dag = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vrager = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="consultaties_gevraagd"
    )
    gevraagde = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="consultaties_gegeven"
    )
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="consultaties"
    )
    gemeente = models.CharField(max_length=4, db_index=True)
    onderwerp = models.CharField(max_length=20, choices=Onderwerp.choices)
    gezin = models.CharField(max_length=20, blank=True, db_index=True)
    advies = models.TextField(max_length=2000)
    geschreven_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-dag", "-id")
        constraints = (
            models.CheckConstraint(
                name="niemand_vraagt_zichzelf_advies",
                condition=~models.Q(vrager=models.F("gevraagde")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.dag:%Y-%m-%d} {self.vrager_id} {self.gevraagde_id}"


class Subregio(models.Model):
    """A few gemeenten of a region that meet together (R30); regions choose them themselves."""

    regio = models.CharField(max_length=8, db_index=True)
    naam = models.CharField(max_length=80)
    #: Codes of its gemeenten.
    gemeenten = models.JSONField(default=list)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("regio", "naam", "vanaf")

    def __str__(self) -> str:
        return f"{self.regio} {self.naam}"


class LokaleGroep(models.Model):
    """The fixed group of professionals around the families of a gemeente or a part of it (R234)."""

    gemeente = models.CharField(max_length=4, db_index=True)
    deel = models.CharField(max_length=80, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    laatste_bijeenkomst = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("gemeente", "deel")

    def __str__(self) -> str:
        return f"{self.gemeente} {self.deel}"


class Groepslid(models.Model):
    """Somebody in the fixed group, in a period."""

    groep = models.ForeignKey(LokaleGroep, on_delete=models.PROTECT, related_name="leden")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam
