"""What happened in a case: rows that are only added. And why a running term got another last day."""

from __future__ import annotations

from django.db import models

from paraplu.netwerk.models import Medewerker, Organisatie

from .casussen import Casus, CasusStap


class Gebeurtenis(models.Model):
    """Something that happened on a day. `soort` is a word of the route or of a room above.

    `gegevens` holds codes, dates and free text of the work; who reads it has been let in to the
    case. A mistake is set right by a new row that names the old one and the reason.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="gebeurtenissen")
    stap = models.ForeignKey(
        CasusStap, null=True, blank=True, on_delete=models.PROTECT, related_name="gebeurtenissen"
    )
    soort = models.CharField(max_length=50)
    op = models.DateField()
    vastgelegd = models.DateTimeField(auto_now_add=True)
    #: None when a message or the clock did it.
    door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    namens = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gegevens = models.JSONField(default=dict, blank=True)
    corrigeert = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="correcties"
    )
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("casus", "soort")),)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort} {self.op:%Y-%m-%d}"


class Opschorting(models.Model):
    """The term of a step stands still from `vanaf` to `tot` (included; None: until resumed)."""

    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="opschortingen")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("vanaf",)
        constraints = (
            models.UniqueConstraint(
                name="een_opschorting_tegelijk", fields=("stap",), condition=models.Q(tot=None)
            ),
        )

    def __str__(self) -> str:
        return f"{self.stap_id} {self.vanaf:%Y-%m-%d}"


class Herberekening(models.Model):
    """A running step got another last day, and why: another calendar, anchor, rule or suspension."""

    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="herberekeningen")
    vastgelegd = models.DateTimeField(auto_now_add=True)
    op = models.DateField()
    oud = models.DateField(null=True, blank=True)
    nieuw = models.DateField(null=True, blank=True)
    reden = models.TextField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.stap_id} {self.op:%Y-%m-%d}"


class Waarschuwing(models.Model):
    """Somebody was mailed that a step lapses, once per last day."""

    stap = models.ForeignKey(CasusStap, on_delete=models.CASCADE, related_name="waarschuwingen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")
    uiterste_datum = models.DateField()
    op = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_waarschuwing_per_dag", fields=("stap", "medewerker", "uiterste_datum")
            ),
        )

    def __str__(self) -> str:
        return f"{self.stap_id} {self.op:%Y-%m-%d}"
