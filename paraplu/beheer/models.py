"""What is kept about keeping: checks of the trace, holds, lists to destroy and what was destroyed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Spoorcontrole(models.Model):
    """The trace was checked: how long it was, and in how many places it was broken."""

    wanneer = models.DateTimeField()
    ketens = models.PositiveIntegerField()
    regels = models.PositiveBigIntegerField()
    breuken = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("controle van het spoor")
        ordering: ClassVar[tuple[str, ...]] = ("-wanneer",)

    def __str__(self) -> str:
        return f"{self.wanneer:%Y-%m-%d %H:%M} {self.breuken}"


class Aanhouding(models.Model):
    """A dossier is not destroyed for now: a complaint, a lawsuit, a request. `tot` None: still so."""

    #: Number of the family ("G12"); no key, for it outlives the dossier.
    gezin = models.CharField(max_length=20, db_index=True)
    grond = models.CharField(max_length=200)
    vanaf = models.DateField()
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    tot = models.DateField(null=True, blank=True)
    opgeheven_door = models.ForeignKey(
        "web.Gebruiker", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("aanhouding")
        ordering: ClassVar[tuple[str, ...]] = ("gezin", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_aanhouding_tegelijk", fields=("gezin",), condition=Q(tot=None)
            ),
            models.CheckConstraint(
                name="aanhouding_opgeheven_door_wie",
                condition=Q(tot=None, opgeheven_door=None)
                | Q(tot__isnull=False, opgeheven_door__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.gezin} {self.vanaf:%Y-%m-%d}"


class Vernietigingslijst(models.Model):
    """What may disappear on a day, for a person to approve; another one than who drew it up."""

    op = models.DateField()
    opgesteld = models.DateTimeField()
    #: None: drawn up at the command line.
    opgesteld_door = models.ForeignKey(
        "web.Gebruiker", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    goedgekeurd = models.DateTimeField(null=True, blank=True)
    goedgekeurd_door = models.ForeignKey(
        "web.Gebruiker", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uitgevoerd = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("vernietigingslijst")
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (
            models.CheckConstraint(
                name="lijst_goedgekeurd_door_wie",
                condition=Q(goedgekeurd=None, goedgekeurd_door=None)
                | Q(goedgekeurd__isnull=False, goedgekeurd_door__isnull=False),
            ),
            models.CheckConstraint(
                name="lijst_met_vier_ogen",
                condition=Q(opgesteld_door=None)
                | Q(goedgekeurd_door=None)
                | ~Q(goedgekeurd_door=F("opgesteld_door")),
            ),
            models.CheckConstraint(
                name="lijst_niet_uitgevoerd_zonder_goedkeuring",
                condition=Q(uitgevoerd=None) | Q(goedgekeurd__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"lijst {self.pk}"


class Lijstregel(models.Model):
    """One line of a list: a dossier by its number, or the rows of a table up to a day."""

    lijst = models.ForeignKey(Vernietigingslijst, on_delete=models.CASCADE, related_name="regels")
    regel = models.CharField(max_length=40)
    #: "G12" for a dossier, "" for rows that go by their age.
    nummer = models.CharField(max_length=20, blank=True)
    #: Last change of the dossier; for rows the last day that goes.
    tot = models.DateField()
    casussen = models.PositiveIntegerField(default=0)
    rijen = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("regel", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_keer_op_de_lijst", fields=("lijst", "regel", "nummer")
            ),
        )

    def __str__(self) -> str:
        return f"{self.lijst_id} {self.regel} {self.nummer}"


class Vernietiging(models.Model):
    """The record of destruction: what, how much, on what ground, approved by whom, when.

    Append-only (database, 0002). No person of a dossier is in it; its number leads nowhere any more.
    """

    lijst = models.ForeignKey(
        Vernietigingslijst, on_delete=models.PROTECT, related_name="vernietigingen"
    )
    regel = models.CharField(max_length=40)
    nummer = models.CharField(max_length=20, blank=True)
    grond = models.CharField(max_length=300)
    #: Rows per table.
    aantallen = models.JSONField()
    #: Empty, or why a line of the list was left.
    overgeslagen = models.CharField(max_length=200, blank=True)
    wanneer = models.DateTimeField()
    goedgekeurd_door = models.ForeignKey(
        "web.Gebruiker", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("vernietiging")
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        return f"{self.regel} {self.nummer}"

    @property
    def totaal(self) -> int:
        """How many rows."""
        return sum(self.aantallen.values())
