"""Step 1: attempts to get in touch, what was discussed, and the exception without a contract."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie


class Contactpoging(models.Model):
    """Somebody tried to reach the lokaal team, a second worker there, or a provider (R92)."""

    class Met(models.TextChoices):
        LOKAAL_TEAM = "lokaal_team", _("Lokaal team, vaste contactpersoon")
        TWEEDE = "tweede_medewerker", _("Lokaal team, tweede medewerker")
        AANBIEDER = "zorgaanbieder", _("Zorgaanbieder")

    class Wijze(models.TextChoices):
        TELEFOON = "telefoon", _("Telefoon")
        MAIL = "mail", _("E-mail")
        GESPREK = "gesprek", _("Gesprek")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="contactpogingen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="contactpogingen")
    met = models.CharField(max_length=20, choices=Met.choices)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    wijze = models.CharField(max_length=10, choices=Wijze.choices)
    op = models.DateField()
    bereikt = models.BooleanField()
    toelichting = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.casus_id} {self.met} {self.op:%Y-%m-%d}"


class Contactverslag(models.Model):
    """What jeugdbeschermer and lokaal team, or provider, discussed; advice never blocks (R87, R88).

    The three conditions of knowledge are those of R89. `advies_soort` says what the lokaal team
    advised (R277); `verschil` holds a difference of opinion in the words of both.
    """

    class Met(models.TextChoices):
        LOKAAL_TEAM = "lokaal_team", _("Lokaal team")
        AANBIEDER = "zorgaanbieder", _("Zorgaanbieder")

    class Advies(models.TextChoices):
        AANBIEDER = "aanbieder", _("Een aanbieder")
        NETWERK = "netwerk", _("Een netwerk van aanbieders")
        ALTERNATIEF = "alternatief", _("Andere hulp dan gevraagd")
        ROUTE = "route", _("Een andere weg in de gemeente")
        GEEN = "geen", _("Geen advies")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="contactverslagen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="contactverslagen")
    met = models.CharField(max_length=20, choices=Met.choices)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gesproken_met = models.CharField(max_length=120)
    op = models.DateField()
    gezin_bekend = models.BooleanField()
    aanbod_bekend = models.BooleanField()
    beschikbaarheid_bekend = models.BooleanField()
    wenselijke_hulp = models.TextField()
    steun_voor_gezin = models.TextField(blank=True)
    duur_en_omvang = models.TextField()
    sociale_kaart = models.TextField(blank=True)
    evaluatie = models.TextField(blank=True)
    advies_soort = models.CharField(max_length=12, choices=Advies.choices, default=Advies.GEEN)
    advies = models.TextField(blank=True)
    aanbieder = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verschil = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.casus_id} {self.met} {self.op:%Y-%m-%d}"


class ZonderContract(models.Model):
    """Help of a provider without a contract: asked, and answered by the functionaris (R93)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="zonder_contract")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    reden = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    akkoord = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)
    beslist_op = models.DateField(null=True, blank=True)
    beslist_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gevraagd_op:%Y-%m-%d}"


class Bemiddelingsvraag(models.Model):
    """A question to the zorgbemiddelaar of the region: three working days, at once when urgent (R119)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="bemiddelingsvragen")
    vraag = models.TextField()
    spoed = models.BooleanField(default=False)
    gesteld_op = models.DateField()
    gesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    antwoord = models.TextField(blank=True)
    aanbieder = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    beantwoord_op = models.DateField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gesteld_op:%Y-%m-%d}"
