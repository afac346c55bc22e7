"""Below which number of children a figure stays hidden, as a region decided it, per circle and day."""

from __future__ import annotations

from typing import ClassVar, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

#: No region can go below: a group of one or two children is recognised by who knows one of them.
MINSTENS: Final = 3
#: Above this a threshold hides a whole region; it is a slip of the pen.
HOOGSTENS: Final = 100


class Kring(models.TextChoices):
    """Who looks: inside the circle of the parties, or anybody."""

    PARTIJEN = "partijen", _("Binnen de kring van partijen")
    PUBLIEK = "publiek", _("Buiten de kring, openbaar")


class Drempel(models.Model):
    """One decision of a region. Never changed: a later one takes its place from its own day on."""

    #: Code of the jeugdhulpregio.
    regio = models.CharField(max_length=4)
    kring = models.CharField(max_length=10, choices=Kring.choices)
    #: The smallest number of children that is shown.
    aantal = models.PositiveSmallIntegerField()
    vanaf = models.DateField()
    #: Where it was decided, in words.
    besluit = models.CharField(max_length=300)
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()

    class Meta:
        verbose_name = _("drempel")
        ordering: ClassVar[tuple[str, ...]] = ("-vanaf", "-id")
        constraints = (
            models.CheckConstraint(
                name="drempel_aantal_binnen_grenzen",
                condition=models.Q(aantal__gte=MINSTENS, aantal__lte=HOOGSTENS),
            ),
            models.CheckConstraint(
                name="drempel_kring_bestaat", condition=models.Q(kring__in=Kring.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.regio} {self.kring} {self.aantal} vanaf {self.vanaf:%Y-%m-%d}"
