"""Documents of a case, who was sent which part of them, and drafts that are not lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from paraplu.netwerk.models import Medewerker, Organisatie

from .casussen import Casus


class Document(models.Model):
    """One version of a document, fixed: it is never edited, a new version follows it.

    `inhoud` are the fields of the form; what identifies a person stands in `persoonsgegevens`,
    encrypted, and is read only by who was sent part 2 or belongs to the holder's side.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="documenten")
    soort = models.CharField(max_length=30)
    versie = models.PositiveIntegerField()
    inhoud = models.JSONField()
    persoonsgegevens = models.BinaryField(null=True, blank=True)
    vastgesteld_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("soort", "versie")
        constraints = (
            models.UniqueConstraint(
                name="een_document_per_versie", fields=("casus", "soort", "versie")
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort} {self.versie}"


class Afschrift(models.Model):
    """A document was sent to an organisation: which part, on what ground, by whom."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="afschriften")
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="afschriften"
    )
    #: In which role it was received; it decides who there may read it.
    rol = models.CharField(max_length=30)
    #: Whether part 2, with personal data, went along; then `grond` says why it may.
    met_persoonsgegevens = models.BooleanField()
    grond = models.CharField(max_length=200, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="persoonsgegevens_alleen_met_grond",
                condition=models.Q(met_persoonsgegevens=False) | ~models.Q(grond=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} {self.op:%Y-%m-%d}"


class Concept(models.Model):
    """A form that is not finished, kept for who was writing it. `inhoud` is encrypted."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="concepten"
    )
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="concepten")
    formulier = models.CharField(max_length=40)
    inhoud = models.BinaryField()
    bewaard = models.DateTimeField(auto_now=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_concept_per_formulier", fields=("gebruiker", "casus", "formulier")
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.formulier}"
