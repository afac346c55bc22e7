"""Steps 5 and 6: the network of providers, the expert team, and scaling up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie


class Netwerklid(models.Model):
    """A provider that is part of a network, in a period (R279). Says nothing of a case."""

    netwerk = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="netwerkleden")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="netwerken")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("aanbieder__naam",)
        constraints = (
            models.UniqueConstraint(
                name="een_keer_lid_van_een_netwerk",
                fields=("netwerk", "aanbieder"),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.netwerk_id} {self.aanbieder_id}"


class Netwerkvraag(models.Model):
    """The question is put to a network, that makes itself jointly responsible (R112, R279).

    It stays open until a member accepts and is chosen, or the network says that nobody can.
    """

    class Uitkomst(models.TextChoices):
        GEVONDEN = "gevonden", _("Een aanbieder gaat deze hulp geven")
        NIEMAND = "niemand", _("Niemand in het netwerk kan deze hulp geven")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="netwerkvragen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="netwerkvragen")
    netwerk = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gesteld_op = models.DateField()
    gesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    afgesloten_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, blank=True)
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gesteld_op:%Y-%m-%d}"


class Netwerkantwoord(models.Model):
    """What one member of the network answered."""

    vraag = models.ForeignKey(Netwerkvraag, on_delete=models.PROTECT, related_name="antwoorden")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    kan = models.BooleanField()
    toelichting = models.TextField(blank=True)
    beschikbaar_vanaf = models.DateField(null=True, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(name="een_antwoord_per_lid", fields=("vraag", "aanbieder")),
        )

    def __str__(self) -> str:
        return f"{self.vraag_id} {self.kan}"


class Bespreking(models.Model):
    """The expert team discusses a case, or its vooroverleg does (R113 to R115, R280)."""

    class Soort(models.TextChoices):
        VOOROVERLEG = "vooroverleg", _("Vooroverleg")
        BESPREKING = "bespreking", _("Bespreking in het expertteam")

    class Knelpunt(models.TextChoices):
        """Why a case did not go smoothly, as the agenda names the causes (R125)."""

        WACHTTIJD = "wachttijd", _("Wachttijd of tekort aan plekken")
        VISIEVERSCHIL = "visieverschil", _("Verschil van visie")
        TE_LAAT = "te_laat", _("Het expertteam is te laat gevraagd")
        GEEN_ZICHT = "geen_zicht", _("Geen zicht op wat er is")
        FINANCIEEL = "financieel", _("Geld: woonplaats, zonder contract, vervoer")
        ANDERS = "anders", _("Iets anders")
        GEEN = "geen", _("Geen knelpunt")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="besprekingen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="besprekingen")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    gepland_op = models.DateField()
    besproken_op = models.DateField(null=True, blank=True)
    deelnemers = models.TextField(blank=True)
    verslag = models.TextField(blank=True)
    knelpunt = models.CharField(max_length=15, choices=Knelpunt.choices, blank=True)
    doorbraak_aanbieder = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    boeg_gevraagd_op = models.DateField(null=True, blank=True)
    boeg_vraag = models.TextField(blank=True)
    boeg_beantwoord_op = models.DateField(null=True, blank=True)
    boeg_antwoord = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort} {self.gepland_op:%Y-%m-%d}"


class Tafelaanbod(models.Model):
    """Whether a provider at the expert team can make an offer, with the reason (R281)."""

    bespreking = models.ForeignKey(Bespreking, on_delete=models.PROTECT, related_name="aanbod")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    kan = models.BooleanField()
    reden = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_aanbod_per_aanbieder", fields=("bespreking", "aanbieder")
            ),
        )

    def __str__(self) -> str:
        return f"{self.bespreking_id} {self.kan}"


class Opschaling(models.Model):
    """Step 6: told to the team leader, who calls the regional contact person (R116, R117)."""

    class Reden(models.TextChoices):
        WACHTTIJDEN = "wachttijden", _("Wachttijden")
        VISIEVERSCHIL = "visieverschil", _("Verschil van visie")
        TE_LAAT_RET = "te_laat_ret", _("Het expertteam is te laat ingeschakeld")
        ANDERS = "anders", _("Iets anders")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="opschalingen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="opschalingen")
    gemeld_op = models.DateField()
    gemeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    rcp_gebeld_op = models.DateField(null=True, blank=True)
    gesproken_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=15, choices=Reden.choices, blank=True)
    toelichting = models.TextField(blank=True)
    besluit = models.TextField(blank=True)
    #: Why nothing but the bestuurlijke escalatie is left, in the words of who decided it (P46).
    bestuurlijk = models.TextField(blank=True)
    besloten_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gemeld_op:%Y-%m-%d}"
