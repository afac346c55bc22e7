"""Three layers of governance (R43), and signals that go up them and whose answers come back."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker

from .tuinen import Tuin


class Laag(models.TextChoices):
    """The layers from the garden up: local, jeugdhulpregio, veiligheidsregio."""

    KERNGROEP = "kerngroep", _("Kerngroep")
    PROJECTGROEP = "projectgroep", _("Projectgroep")
    STUURGROEP = "stuurgroep", _("Stuurgroep")


class Bestuursgroep(models.Model):
    """One group: a kerngroep of a garden, a projectgroep of a region, a stuurgroep of a larger one."""

    laag = models.CharField(max_length=12, choices=Laag.choices)
    #: Only of a kerngroep.
    tuin = models.ForeignKey(
        Tuin, null=True, blank=True, on_delete=models.PROTECT, related_name="kerngroepen"
    )
    #: Code of the jeugdhulpregio or the veiligheidsregio; "" of a kerngroep.
    gebied = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_kerngroep_per_tuin",
                fields=("tuin",),
                condition=models.Q(laag="kerngroep"),
            ),
            models.UniqueConstraint(
                name="een_groep_per_gebied",
                fields=("laag", "gebied"),
                condition=~models.Q(laag="kerngroep"),
            ),
            models.CheckConstraint(
                name="groep_hoort_bij_tuin_of_gebied",
                condition=models.Q(laag="kerngroep", tuin__isnull=False, gebied="")
                | (~models.Q(laag="kerngroep") & models.Q(tuin=None) & ~models.Q(gebied="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.laag} {self.gebied or self.tuin_id}"


class Bestuurslid(models.Model):
    """Somebody sits in a group, in a period."""

    groep = models.ForeignKey(Bestuursgroep, on_delete=models.PROTECT, related_name="leden")
    medewerker = models.ForeignKey(
        Medewerker, verbose_name=_("Wie?"), on_delete=models.PROTECT, related_name="tuingroepen"
    )
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("medewerker__naam",)
        constraints = (
            models.UniqueConstraint(
                name="eenmaal_in_groep",
                fields=("groep", "medewerker"),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return str(self.medewerker)


class Signaal(models.Model):
    """A bottleneck or experience of a garden on its way up or back (R43, R260). No family in it.

    `laag` is where it lies now. Going up, that group must do something; `beantwoord` it comes back
    down through the same groups until the kerngroep has it.
    """

    class Soort(models.TextChoices):
        FINANCIERING = "financiering", _("Geld")
        PASSENDE_HULP = "passende_hulp", _("Te weinig passende hulp")
        WACHTLIJST = "wachtlijst", _("Wachtlijst")
        LOKALE_VELD = "lokale_veld", _("Hoe het lokale veld werkt")
        ERVARING = "ervaring", _("Iets dat goed werkt")
        ANDERS = "anders", _("Anders")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="signalen")
    soort = models.CharField(_("Waar gaat het over?"), max_length=16, choices=Soort.choices)
    tekst = models.TextField(_("Wat ziet u? (zonder namen van gezinnen)"), max_length=4000)
    laag = models.CharField(max_length=12, choices=Laag.choices, default=Laag.KERNGROEP)
    beantwoord = models.BooleanField(default=False)
    gemeld_op = models.DateField()
    gemeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gesloten_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"S{self.pk}"

    def get_absolute_url(self) -> str:
        """The page of this signal."""
        return reverse("tuin_signaal", args=[self.pk])


class Signaalstap(models.Model):
    """What one group did with a signal; rows are only added.

    Of the projectgroep with its two answers: does the region know this, and can the whole region
    already gain by it (R260)?
    """

    class Soort(models.TextChoices):
        HOGEROP = "hogerop", _("Naar de volgende groep gebracht")
        ANTWOORD = "antwoord", _("Antwoord gegeven")
        TERUG = "terug", _("Antwoord doorgegeven")
        ONTVANGEN = "ontvangen", _("Antwoord ontvangen in de tuin")

    signaal = models.ForeignKey(Signaal, on_delete=models.PROTECT, related_name="stappen")
    laag = models.CharField(max_length=12, choices=Laag.choices)
    soort = models.CharField(max_length=10, choices=Soort.choices)
    tekst = models.TextField(max_length=4000)
    herkend = models.BooleanField(null=True, blank=True)
    breder = models.BooleanField(null=True, blank=True)
    #: Keys of PARTNERS with whom the stuurgroep takes it up, with spaces between them.
    partners = models.CharField(max_length=200, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.signaal_id} {self.laag} {self.soort}"
