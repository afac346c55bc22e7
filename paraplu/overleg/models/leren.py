"""Meetings to learn from each other: programme, who came, hours, and what was learnt (R29 to R35)."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Subregio


class Bijeenkomst(models.Model):
    """One meeting of professionals in a region or a part of it; hours are per person (R33)."""

    class Soort(models.TextChoices):
        SAMENWERKING = "samenwerking", _("Samenwerkingsbijeenkomst")
        LEERGROEP = "leergroep", _("Lokale leergroep")
        LEREN = "leren", _("Leren en verbeteren")
        #: More of them were announced after June 2021 and ask time of organisers (R316).
        THEMA = "thema", _("Themabijeenkomst")

    soort = models.CharField(_("Wat voor bijeenkomst?"), max_length=12, choices=Soort.choices)
    titel = models.CharField(_("Titel"), max_length=160)
    datum = models.DateField(_("Datum"))
    regio = models.CharField(_("Jeugdhulpregio"), max_length=8)
    subregio = models.ForeignKey(
        Subregio,
        verbose_name=_("Subregio (mag leeg blijven)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    initiatief = models.CharField(
        _("Welke gemeente nam het initiatief? (mag leeg blijven)"), max_length=120, blank=True
    )
    #: Keys of ELEMENTEN, THEMAS and KERNWAARDEN in `lesstof.py`.
    elementen = models.JSONField(default=list)
    themas = models.JSONField(default=list)
    kernwaarden = models.JSONField(default=list)
    uren_voorbereiding = models.DecimalField(
        _("Uren voorbereiding per persoon"), max_digits=4, decimal_places=1, default=Decimal(1)
    )
    uren_deelname = models.DecimalField(
        _("Uren in de bijeenkomst"), max_digits=4, decimal_places=1, default=Decimal(2)
    )
    uren_reis = models.DecimalField(
        _("Reisuren per persoon"), max_digits=4, decimal_places=1, default=Decimal(1)
    )
    uren_organisatie = models.DecimalField(
        _("Uren van de organisatoren samen"), max_digits=5, decimal_places=1, default=Decimal(0)
    )
    #: Then the hour of travel is free for something else (R238).
    online = models.BooleanField(_("Is het online?"), default=False)
    #: Whether the hours of taking part count for the registration at SKJ (R35, R228).
    skj = models.BooleanField(_("Telt mee voor SKJ"), default=False)
    werkwijze = models.CharField(
        _("Werkwijze: een casus of een methode (mag leeg blijven)"), max_length=160, blank=True
    )
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.titel}, {self.datum:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        """The page of this meeting."""
        return reverse("bijeenkomst", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How it is called in the trace and on a certificate."""
        return f"LB{self.pk}"

    @property
    def uren(self) -> Decimal:
        """Hours of one person: preparation, taking part and travel (R33); online without travel (R238)."""
        reis = Decimal(0) if self.online else self.uren_reis
        return self.uren_voorbereiding + self.uren_deelname + reis


class Deelname(models.Model):
    """Somebody took part, for an organisation."""

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="deelnames")
    medewerker = models.ForeignKey(
        Medewerker, verbose_name=_("Wie?"), on_delete=models.PROTECT, related_name="+"
    )
    uren = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        ordering = ("medewerker__naam",)
        constraints = (
            models.UniqueConstraint(
                name="een_keer_deelnemen", fields=("bijeenkomst", "medewerker")
            ),
        )

    def __str__(self) -> str:
        return f"{self.bijeenkomst_id} {self.medewerker_id}"


class Reflectie(models.Model):
    """What was learnt, by core value (R1, R5, R228); no child or family is named in it.

    The two standing questions about a value, whether it fits, and what should change (R220); at which
    of the four levels it is noticed (R221). All of these may stay empty.
    """

    class Niveau(models.TextChoices):
        GEZIN = "gezin", _("Bij kinderen en ouders")
        MENSEN = "mensen", _("In het gedrag van professionals en bestuurders")
        TAFELS = "tafels", _("Aan de tafels")
        CONTRACT = "contract", _("In contract en verantwoording")

    class Past(models.TextChoices):
        JA = "ja", _("Ja, deze waarde past")
        NEE = "nee", _("Nee, deze waarde past niet")

    bijeenkomst = models.ForeignKey(
        Bijeenkomst, on_delete=models.PROTECT, related_name="reflecties"
    )
    kernwaarden = models.JSONField(default=list)
    tekst = models.TextField(
        _("Wat hebben we geleerd?"),
        max_length=4000,
        help_text=_("Noem geen kind en geen gezin."),
    )
    niveau = models.CharField(
        _("Waar is dit te merken? (mag leeg blijven)"),
        max_length=10,
        choices=Niveau.choices,
        blank=True,
    )
    betekenis = models.TextField(
        _("Wat betekent deze waarde in uw dagelijkse werk? (mag leeg blijven)"),
        max_length=2000,
        blank=True,
    )
    moeilijk = models.TextField(
        _("Waar is het moeilijk om u eraan te houden? (mag leeg blijven)"),
        max_length=2000,
        blank=True,
    )
    past = models.CharField(
        _("Past deze waarde? (mag leeg blijven)"), max_length=4, choices=Past.choices, blank=True
    )
    voorstel = models.CharField(
        _("Wat moet er anders? (mag leeg blijven)"), max_length=400, blank=True
    )
    voorbeeld = models.BooleanField(_("Een goed voorbeeld voor andere regio’s"), default=False)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.bijeenkomst_id} {self.op:%Y-%m-%d}"
