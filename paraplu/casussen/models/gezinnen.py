"""Families with all children and adults (R3), who directs the help (R10), and the measures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.einde import redenen_einde
from paraplu.netwerk.models import Medewerker, Organisatie


class Gezin(models.Model):
    """A family; the unit of the work is the family, not the single child (R3)."""

    gemeente = models.CharField(max_length=4)
    regio = models.CharField(max_length=8, db_index=True)
    aangemaakt_op = models.DateField()
    #: Raised at each change; a save of an older version is stale.
    versie = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.nummer

    @property
    def nummer(self) -> str:
        """How the family is called in lists, addresses and the trace: never by name."""
        return f"G{self.pk}"


class Persoon(models.Model):
    """A child or adult of a family. The BSN is encrypted; `bsn_kenmerk` only finds duplicates."""

    class Rol(models.TextChoices):
        KIND = "kind", _("Kind")
        OUDER = "ouder", _("Ouder")
        OPVOEDER = "opvoeder", _("Andere opvoeder")
        NETWERK = "netwerk", _("Iemand uit het netwerk")

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="personen")
    rol = models.CharField(max_length=10, choices=Rol.choices)
    voornamen = models.CharField(max_length=100)
    voorvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=100)
    geboortedatum = models.DateField(null=True, blank=True)
    #: Code of the standard: 1 man, 2 vrouw, 0 onbekend, 9 niet gespecificeerd.
    geslacht = models.CharField(max_length=1, default="0")
    bsn_versleuteld = models.BinaryField(null=True, blank=True)
    bsn_kenmerk = models.CharField(max_length=64, blank=True, db_index=True)
    gezag = models.BooleanField(default=False)
    adres = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    #: What earlier generations and years brought along; not only problems (R225, R255).
    geschiedenis = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("geboortedatum", "id")

    def __str__(self) -> str:
        return f"P{self.pk}"

    @property
    def naam(self) -> str:
        """The full name; only for pages of who may see the family."""
        return " ".join(
            deel for deel in (self.voornamen, self.voorvoegsel, self.achternaam) if deel
        )


class Regie(models.Model):
    """Who directs the help for a family, in a period: one family, one plan, one director (R10)."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="regies")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="regies")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_regisseur_per_gezin", fields=("gezin",), condition=models.Q(tot=None)
            ),
        )

    def __str__(self) -> str:
        return f"{self.gezin_id} {self.vanaf:%Y-%m-%d}"


class Maatregel(models.Model):
    """A measure of the judge for one child, carried out by a GI.

    Without `jeugdbeschermer` the child waits for a fixed one; the clock runs from `uitspraak_op`
    (R128). `betrokkenheid` is what GI and lokaal team agreed on the latter's part (R11).
    """

    class Soort(models.TextChoices):
        OTS = "ots", _("Ondertoezichtstelling")
        VOTS = "vots", _("Voorlopige ondertoezichtstelling")
        VOOGDIJ = "voogdij", _("Voogdij")
        VOORLOPIGE_VOOGDIJ = "voorlopige_voogdij", _("Voorlopige voogdij")
        JR = "jr", _("Jeugdreclassering")

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="maatregelen")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    gi = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="maatregelen")
    uitspraak_op = models.DateField()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    jeugdbeschermer = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="maatregelen"
    )
    jeugdbeschermer_sinds = models.DateField(null=True, blank=True)
    betrokkenheid = models.TextField(blank=True)
    betrokkenheid_op = models.DateField(null=True, blank=True)
    #: A key of `afspraken.einde`; the whole story is its row Einde, which the database asks for.
    reden_einde = models.CharField(max_length=40, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("vanaf",)
        constraints = (
            models.CheckConstraint(
                name="maatregel_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
            models.CheckConstraint(
                name="maatregel_eindigt_met_een_reden",
                condition=models.Q(tot=None, reden_einde="")
                | (models.Q(tot__isnull=False) & ~models.Q(reden_einde="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.vanaf:%Y-%m-%d}"

    @property
    def reden_einde_naam(self) -> str:
        """Why it ended, as people read it; "" while it runs."""
        namen = {reden.sleutel: reden.naam for reden in redenen_einde()}
        return namen.get(self.reden_einde, self.reden_einde)

    @property
    def wacht_op_jeugdbeschermer(self) -> bool:
        """Whether nobody is the fixed jeugdbeschermer of this child yet."""
        return self.jeugdbeschermer_id is None and self.tot is None


class Beschermer(models.Model):
    """Who was the fixed jeugdbeschermer of a measure from a day on (R295); rows are only added."""

    maatregel = models.ForeignKey(Maatregel, on_delete=models.PROTECT, related_name="beschermers")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vanaf = models.DateField()

    class Meta:
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return f"{self.maatregel_id} {self.vanaf:%Y-%m-%d}"


class Contactpersoon(models.Model):
    """The fixed contact at the lokaal team for one measure (R23); the family's anchor too (R232)."""

    maatregel = models.ForeignKey(
        Maatregel, on_delete=models.PROTECT, related_name="contactpersonen"
    )
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_contactpersoon_per_maatregel",
                fields=("maatregel",),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.maatregel_id} {self.vanaf:%Y-%m-%d}"


class Dubbelmelding(models.Model):
    """The same BSN turned up in a second family; who sees neither learns that it exists, not who."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="dubbelmeldingen")
    bekend_als = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    gemeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gemeld_op = models.DateField()
    afgehandeld_op = models.DateField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uitkomst = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"dubbel {self.pk}"
