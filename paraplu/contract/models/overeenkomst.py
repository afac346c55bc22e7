"""The agreement: its term, who takes part, its annexes, and what one region has otherwise."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Overeenkomst(models.Model):
    """One uniform contract for all (R153). The first term does not change; extensions are rows (R154)."""

    naam = models.CharField(_("Naam"), max_length=120)
    begin = models.DateField(_("Eerste dag"))
    einde = models.DateField(_("Laatste dag, zonder verlenging"))
    bron = models.CharField(_("Waar staat dit?"), max_length=200)

    class Meta:
        ordering = ("-begin",)
        constraints = (
            models.CheckConstraint(
                name="overeenkomst_eindigt_na_begin",
                condition=models.Q(einde__gt=models.F("begin")),
            ),
        )

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        """The page of this agreement."""
        return reverse("overeenkomst", args=[self.pk])


class Verlenging(models.Model):
    """The agreement runs on until a later day (R154)."""

    overeenkomst = models.ForeignKey(
        Overeenkomst, on_delete=models.PROTECT, related_name="verlengingen"
    )
    tot = models.DateField(_("Nieuwe laatste dag"))
    besloten_op = models.DateField(_("Besloten op"))
    toelichting = models.CharField(_("Wie besloot dit, en waar staat het?"), max_length=300)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("tot",)
        constraints = (
            models.UniqueConstraint(name="een_verlenging_per_dag", fields=("overeenkomst", "tot")),
        )

    def __str__(self) -> str:
        return f"{self.overeenkomst_id} tot {self.tot}"


class Partij(models.Model):
    """A jeugdhulpregio or a GI in the agreement, from a day (R13, R14, R156).

    `code` is the code of the region, or our key of the GI (GI-JBGLD). A GI that came later takes
    part in the regions that said yes.
    """

    class Soort(models.TextChoices):
        REGIO = "regio", _("Jeugdhulpregio")
        GI = "gi", _("Gecertificeerde instelling")

    overeenkomst = models.ForeignKey(
        Overeenkomst, on_delete=models.PROTECT, related_name="partijen"
    )
    soort = models.CharField(max_length=6, choices=Soort.choices)
    code = models.CharField(max_length=40)
    naam = models.CharField(_("Naam"), max_length=120)
    vanaf = models.DateField(_("Doet mee vanaf"))
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("soort", "naam")
        constraints = (
            models.UniqueConstraint(
                name="eenmaal_partij", fields=("overeenkomst", "soort", "code", "vanaf")
            ),
        )

    def __str__(self) -> str:
        return self.naam

    @property
    def is_later(self) -> bool:
        """Whether it joined an agreement that was running already."""
        return self.vanaf > self.overeenkomst.begin


class Toetredingsbesluit(models.Model):
    """What one region decided about one GI that wants to join; the last one counts (R156)."""

    partij = models.ForeignKey(Partij, on_delete=models.PROTECT, related_name="besluiten")
    regio = models.CharField(max_length=8)
    akkoord = models.BooleanField(_("Mag deze GI in de regio werken?"))
    besloten_op = models.DateField(_("Besloten op"))
    #: Who decided, as the region had arranged it then: see `Wie`.
    wie = models.CharField(max_length=12)
    toelichting = models.CharField(_("Toelichting"), max_length=300, blank=True)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.regio} {'akkoord' if self.akkoord else 'niet akkoord'}"


class Bijlage(models.Model):
    """An annex: its place in the register (R159)."""

    overeenkomst = models.ForeignKey(
        Overeenkomst, on_delete=models.PROTECT, related_name="bijlagen"
    )
    #: Its number, or "" for one that has a name only.
    nummer = models.CharField(_("Nummer"), max_length=6, blank=True)
    naam = models.CharField(_("Naam"), max_length=120)

    class Meta:
        ordering = ("nummer", "naam")
        constraints = (
            models.UniqueConstraint(name="een_bijlage_per_naam", fields=("overeenkomst", "naam")),
        )

    def __str__(self) -> str:
        return f"{self.nummer} {self.naam}".strip()


class Bijlageversie(models.Model):
    """One version of an annex, from a day; rows are only added."""

    bijlage = models.ForeignKey(Bijlage, on_delete=models.PROTECT, related_name="versies")
    versie = models.CharField(_("Versie"), max_length=20)
    vanaf = models.DateField(_("Geldt vanaf"))
    vindplaats = models.CharField(_("Waar ligt dit stuk?"), max_length=300)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-vanaf", "-id")
        constraints = (
            models.UniqueConstraint(name="een_bijlage_per_versie", fields=("bijlage", "versie")),
        )

    def __str__(self) -> str:
        return f"{self.bijlage_id} {self.versie}"


class Bijlagebestand(models.Model):
    """The file of one version of an annex (R159); rows are only added, so a version keeps its file."""

    versie = models.OneToOneField(Bijlageversie, on_delete=models.PROTECT, related_name="bestand")
    #: Media type and SHA-256 of `inhoud`, and the ending of its name.
    soort = models.CharField(max_length=100)
    uitgang = models.CharField(max_length=5)
    afdruk = models.CharField(max_length=64)
    grootte = models.PositiveIntegerField()
    inhoud = models.BinaryField()
    op = models.DateField()
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.versie_id} {self.uitgang}"


class Contractmoment(models.Model):
    """A day or period that matters, such as publication and the last day for offers (R155, R160)."""

    overeenkomst = models.ForeignKey(
        Overeenkomst, on_delete=models.PROTECT, related_name="momenten"
    )
    naam = models.CharField(max_length=160)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    #: The requirement it comes from, such as R160.
    bron = models.CharField(max_length=60)

    class Meta:
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return self.naam

    def is_past(self, *, op: date) -> bool:
        """Whether it is over on this day."""
        return (self.tot or self.vanaf) < op


class Wie(models.TextChoices):
    """Who decides in a region about a GI that wants to join (R156)."""

    GEMEENTEN = "gemeenten", _("De gemeenten van de regio alleen")
    SAMEN = "samen", _("Gemeenten en GI's samen")


class Regioclausule(models.Model):
    """What one region has otherwise than the others, from a day; the last one before a day holds."""

    class Sleutel(models.TextChoices):
        BOETE = "boete", _("De passage over boetes")
        TOETREDING = "toetreding", _("Wie besluit over een nieuwe GI")

    overeenkomst = models.ForeignKey(
        Overeenkomst, on_delete=models.PROTECT, related_name="clausules"
    )
    regio = models.CharField(max_length=8)
    sleutel = models.CharField(_("Waarover?"), max_length=12, choices=Sleutel.choices)
    #: ja or nee for BOETE; a value of `Wie` for TOETREDING.
    waarde = models.CharField(max_length=12)
    vanaf = models.DateField(_("Geldt vanaf"))
    bron = models.CharField(_("Waar staat dit?"), max_length=200)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("regio", "sleutel", "vanaf", "id")

    def __str__(self) -> str:
        return f"{self.regio} {self.sleutel} {self.waarde}"


class Inkoopwijze(models.Model):
    """How a region bought before the uniform contract (R294)."""

    class Wijze(models.TextChoices):
        SUBSIDIE = "subsidie", _("Subsidie")
        OPEN_HOUSE = "open_house", _("Open house")
        BESTUURLIJK = "bestuurlijk", _("Bestuurlijk aanbesteden")
        ANDERS = "anders", _("Anders")

    regio = models.CharField(max_length=8)
    wijze = models.CharField(_("Hoe kocht de regio in?"), max_length=12, choices=Wijze.choices)
    vanaf = models.DateField(_("Vanaf welke dag? (leeg: niet bekend)"), null=True, blank=True)
    tot = models.DateField(_("Tot en met welke dag?"))
    bron = models.CharField(_("Waar staat dit?"), max_length=200)
    door = models.ForeignKey("web.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("regio", "tot")
        constraints = (
            models.UniqueConstraint(
                name="een_inkoopwijze_per_regio_en_dag", fields=("regio", "wijze", "tot")
            ),
        )

    def __str__(self) -> str:
        return f"{self.regio} {self.wijze}"
