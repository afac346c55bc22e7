"""The product book: products, their tariffs by validity, what these are made of, and indexation (R158)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Product(models.Model):
    """A product that a GI may declare; `code` as in the messages (47A01)."""

    class Eenheid(models.TextChoices):
        UUR = "uur", _("per uur")
        ETMAAL = "etmaal", _("per etmaal")
        MAAND = "maand", _("per maand")
        STUK = "stuk", _("per stuk")

    code = models.CharField(max_length=5, unique=True)
    naam = models.CharField(max_length=160)
    eenheid = models.CharField(max_length=8, choices=Eenheid.choices)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"


class Tarief(models.Model):
    """What a product costs from `vanaf` until `tot` included; None: until another one comes.

    A national tariff goes before the Gelderse one on every day on which both hold (issue 7, R158).
    The amount does not change; the last day is set once.
    """

    class Soort(models.TextChoices):
        GELDERS = "gelders", _("Gelders")
        LANDELIJK = "landelijk", _("Landelijk")

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="tarieven")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    #: Euro's and cents, in prices of the year of `vanaf`.
    bedrag = models.DecimalField(max_digits=10, decimal_places=2)
    bron = models.CharField(max_length=200)
    verzonnen = models.BooleanField(default=False)
    ingevoerd_op = models.DateField()
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("product", "soort", "vanaf")
        constraints = (
            models.UniqueConstraint(
                name="een_tarief_per_begin", fields=("product", "soort", "vanaf")
            ),
            models.UniqueConstraint(
                name="een_tarief_zonder_einde",
                fields=("product", "soort"),
                condition=models.Q(tot=None),
            ),
            models.CheckConstraint(
                name="tarief_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
            models.CheckConstraint(
                name="tarief_is_meer_dan_niets", condition=models.Q(bedrag__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.product_id} {self.soort} {self.vanaf}"

    def holds_on(self, op: date) -> bool:
        """Whether it is in force on a day."""
        return self.vanaf <= op and (self.tot is None or op <= self.tot)


class Tariefdeel(models.Model):
    """One part of a tariff (R163, R164): a key of `rekenen.tarief.IN_TARIEF`, in euro."""

    tarief = models.ForeignKey(Tarief, on_delete=models.PROTECT, related_name="delen")
    deel = models.CharField(max_length=20)
    bedrag = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(name="een_bedrag_per_deel", fields=("tarief", "deel")),
            models.CheckConstraint(
                name="tariefdeel_hoort_in_tarief",
                condition=models.Q(
                    deel__in=(
                        "directe_tijd",
                        "indirecte_tijd",
                        "indirect_personeel",
                        "bbk",
                        "overhead",
                    )
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.tarief_id} {self.deel}"


class Indexatie(models.Model):
    """By how much Gelderse tariffs rise in a year, on top of the tariff (R158); rows are only added."""

    jaar = models.PositiveSmallIntegerField(unique=True)
    procent = models.DecimalField(max_digits=6, decimal_places=3)
    bron = models.CharField(max_length=200)
    verzonnen = models.BooleanField(default=False)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("jaar",)
        constraints = (
            models.CheckConstraint(
                name="indexatie_is_mogelijk",
                condition=models.Q(procent__gt=-50) & models.Q(procent__lt=100),
            ),
        )

    def __str__(self) -> str:
        return f"{self.jaar}: {self.procent}%"
