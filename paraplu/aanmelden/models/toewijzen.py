"""Steps 3 and 4: request (315), allocation (301), refusal, and the moments of evaluation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie


class Toewijzing(models.Model):
    """What the gemeente allocates on a bepaling, with its iJW coding (R100, R121).

    The same row is the provider's request when `verzocht_op` is filled (R108): it is allocated as
    asked, or refused with a reason of the 319.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="toewijzingen")
    bepaling = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="toewijzingen")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    productcategorie = models.CharField(max_length=2)
    productcode = models.CharField(max_length=5, blank=True)
    ingangsdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    volume = models.PositiveIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    #: Who coded: lokaal team with backoffice in 301, the provider in 315. Nobody here when it came
    #: in as a message of a party that does not work with Paraplu.
    gecodeerd_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gecodeerd_op = models.DateField()
    referentie = models.CharField(max_length=20, blank=True)
    verzocht_op = models.DateField(null=True, blank=True)
    #: Number that the gemeente gives; empty while it is only asked for.
    nummer = models.PositiveBigIntegerField(null=True, blank=True)
    toegewezen_op = models.DateField(null=True, blank=True)
    afgewezen_op = models.DateField(null=True, blank=True)
    reden_afwijzing = models.CharField(max_length=4, blank=True)
    gestart_op = models.DateField(null=True, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.nummer or 'gevraagd'}"


class Afwijzing(models.Model):
    """A provider cannot give this help in time or it does not fit: its own record (P25, R102)."""

    class Reden(models.TextChoices):
        NIET_OP_TIJD = "niet_op_tijd", _("Niet op tijd")
        NIET_PASSEND = "niet_passend", _("Niet passend")
        BEIDE = "beide", _("Niet op tijd en niet passend")
        NETWERK_OF_RET = "netwerk_of_ret", _("Een netwerk of het expertteam is nodig")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="afwijzingen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=20, choices=Reden.choices)
    toelichting = models.TextField()
    wachttijd_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.reden}"


class Evaluatiemoment(models.Model):
    """A moment from the bepaling on which jeugdbeschermer and lokaal team look back (R276)."""

    class Uitkomst(models.TextChoices):
        DOORGAAN = "doorgaan", _("De hulp gaat door")
        AANPASSEN = "aanpassen", _("De hulp wordt aangepast")
        STOPPEN = "stoppen", _("De hulp stopt")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="evaluatiemomenten")
    bepaling = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    op = models.DateField()
    gehouden_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, blank=True)
    verslag = models.TextField(blank=True)
    door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("op",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.op:%Y-%m-%d}"
