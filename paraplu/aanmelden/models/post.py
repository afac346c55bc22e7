"""Messages that the work sends and receives, and the numbers that it gives out."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap


class Nummerreeks(models.Model):
    """A row of numbers that one owner gives out, each of them once."""

    class Soort(models.TextChoices):
        TOEWIJZING = "toewijzing", _("Toewijzingnummer")
        BERICHT = "bericht", _("Identificatie van een bericht")

    soort = models.CharField(max_length=12, choices=Soort.choices)
    #: Code of the gemeente or provider that gives them out.
    eigenaar = models.CharField(max_length=8)
    laatste = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_reeks_per_soort_en_eigenaar", fields=("soort", "eigenaar")
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.eigenaar}"


class Werkbericht(models.Model):
    """One iJW message of the work, on its way out or come in.

    `afzender` and `ontvanger` are who really sends and gets it: a retour repeats the header of what
    it answers, so there they are the other way round. `inhoud` is encrypted; all other columns may
    be shown to who may see the case.
    """

    class Richting(models.TextChoices):
        UIT = "uit", _("Verstuurd")
        IN = "in", _("Ontvangen")

    class Status(models.TextChoices):
        KLAARGEZET = "klaargezet", _("staat klaar om te versturen")
        VERZONDEN = "verzonden", _("verzonden, nog geen antwoord")
        ONTVANGEN = "ontvangen", _("ontvangen")
        BEANTWOORD = "beantwoord", _("beantwoord en goedgekeurd")
        AFGEKEURD = "afgekeurd", _("afgekeurd: telt als niet verzonden")

    richting = models.CharField(max_length=3, choices=Richting.choices)
    soort = models.CharField(max_length=5)
    afzender = models.CharField(max_length=8)
    ontvanger = models.CharField(max_length=8)
    identificatie = models.CharField(max_length=12)
    dagtekening = models.DateField()
    casus = models.ForeignKey(
        Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="werkberichten"
    )
    stap = models.ForeignKey(
        CasusStap, null=True, blank=True, on_delete=models.PROTECT, related_name="werkberichten"
    )
    #: The message that this one answers.
    antwoord_op = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="antwoorden"
    )
    status = models.CharField(max_length=10, choices=Status.choices)
    #: Codes of its answer that refuse something, with spaces between them.
    retourcodes = models.CharField(max_length=200, blank=True)
    #: Allocations and references in it, by which a later message finds its case.
    sleutels = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    #: Keyed hash of the content: the same file again is the same message.
    kenmerk = models.CharField(max_length=64, db_index=True)
    inhoud = models.BinaryField()
    gemaakt = models.DateTimeField(auto_now_add=True)
    verzonden = models.DateTimeField(null=True, blank=True)
    afgehandeld = models.DateTimeField(null=True, blank=True)
    #: Number of the delivery with which the monitor took it; empty until then.
    levering = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_uitgaand_bericht_per_identificatie",
                fields=("soort", "afzender", "identificatie"),
                condition=models.Q(richting="uit"),
            ),
            models.UniqueConstraint(
                name="een_binnengekomen_bericht_per_inhoud",
                fields=("kenmerk",),
                condition=models.Q(richting="in"),
            ),
        )
        indexes = (
            GinIndex(name="werkbericht_sleutels", fields=("sleutels",)),
            models.Index(
                name="werkbericht_klaargezet",
                fields=("id",),
                condition=models.Q(status="klaargezet"),
            ),
            models.Index(
                name="werkbericht_nog_te_tellen", fields=("id",), condition=models.Q(levering="")
            ),
        )

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def bestandsnaam(self) -> str:
        """The name of its file: kind and parties, nothing of the child."""
        return f"{self.soort}-{self.afzender}-{self.ontvanger}-{self.identificatie}.xml"
