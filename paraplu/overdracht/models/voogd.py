"""The search for a guardian in the network of a child (R304)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.einde import VOOGDEN
from paraplu.casussen.models import Gezin, Maatregel
from paraplu.netwerk.models import Medewerker


class Voogdvraag(models.Model):
    """Somebody in the network was asked to become the guardian: who, by whom, when, and the result."""

    class Resultaat(models.TextChoices):
        OPEN = "open", _("Nog geen antwoord")
        DENKT_NA = "denkt_na", _("Denkt erover na")
        JA = "ja", _("Wil voogd worden")
        NEE = "nee", _("Wil of kan het niet")
        NIET_PASSEND = "niet_passend", _("Past niet bij dit kind")

    maatregel = models.ForeignKey(Maatregel, on_delete=models.PROTECT, related_name="voogdvragen")
    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="voogdvragen")
    gevraagd_op = models.DateField()
    #: As the family knows this person, such as "oma" or "pleegmoeder".
    wie = models.CharField(max_length=120)
    soort = models.CharField(max_length=12, choices=tuple(VOOGDEN.items()))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="voogdvragen")
    resultaat = models.CharField(max_length=12, choices=Resultaat.choices, default=Resultaat.OPEN)
    resultaat_op = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ("gevraagd_op", "id")
        constraints = (
            models.CheckConstraint(
                name="voogdvraag_antwoord_na_de_vraag",
                condition=models.Q(resultaat_op=None)
                | models.Q(resultaat_op__gte=models.F("gevraagd_op")),
            ),
            models.CheckConstraint(
                name="voogdvraag_antwoord_heeft_een_dag",
                condition=models.Q(resultaat="open", resultaat_op=None)
                | (~models.Q(resultaat="open") & models.Q(resultaat_op__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.maatregel_id} {self.gevraagd_op:%Y-%m-%d}"
