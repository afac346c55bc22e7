"""What was said and decided at a talk: fixed once, with the agreements as steps with an owner."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Medewerker, Organisatie

from .zitting import Zitting


class Uitkomst(models.TextChoices):
    """The four outcomes (R72). Keys are those of the step in the route."""

    VRIJWILLIG = "vrijwillig", _("Vrijwillige hulp gaat door, het lokale team heeft de regie")
    NIET_VRIJBLIJVEND = (
        "niet_vrijblijvend",
        _("Vrijwillige hulp die niet vrijblijvend is, voor een bepaalde tijd"),
    )
    MET_ONDERZOEK = (
        "met_onderzoek",
        _("Vrijwillige hulp die niet vrijblijvend is, en een onderzoek van de Raad"),
    )
    ONDERZOEK = "onderzoek", _("Alleen een onderzoek van de Raad")


#: After these the table asks the RvdK for an investigation (P28).
MET_VTO = (Uitkomst.MET_ONDERZOEK, Uitkomst.ONDERZOEK)
#: Help for a period that is not without obligation.
MET_PERIODE = (Uitkomst.NIET_VRIJBLIJVEND, Uitkomst.MET_ONDERZOEK)


class Wijze(models.TextChoices):
    """How is evaluated (R60)."""

    SCHRIFTELIJK = "schriftelijk", _("Op papier")
    ZITTING = "zitting", _("In een nieuw gesprek aan tafel")


class Besluit(models.Model):
    """What came out of one talk. Written once; when the talk is done over, a next version follows."""

    class Advies(models.TextChoices):
        """What the RvdK thinks (R270)."""

        ONDERZOEK = "onderzoek", _("Een onderzoek van de Raad past")
        VRIJWILLIG = "vrijwillig", _("Een onderzoek is niet nodig")
        GEEN = "geen", _("De Raad gaf geen advies")

    class Toets(models.TextChoices):
        """Result of the review of an intended end of an OTS (R81)."""

        EINDIGEN = "eindigen", _("De ondertoezichtstelling kan eindigen")
        ONDER_VOORWAARDEN = "onder_voorwaarden", _("Dat kan, als de afspraken er eerst zijn")
        DOORGAAN = "doorgaan", _("De ondertoezichtstelling moet nog doorgaan")

    class Met(models.TextChoices):
        """How help that is not without obligation is held to (R72)."""

        GI = "gi", _("Met een gecertificeerde instelling")
        EVALUATIES = "evaluaties", _("Met evaluaties aan de tafel")

    class Besloten(models.TextChoices):
        SAMEN = "samen", _("Samen besloten")
        VOORZITTER = "voorzitter", _("Besloten door de voorzitter")

    zitting = models.ForeignKey(Zitting, on_delete=models.PROTECT, related_name="besluiten")
    versie = models.PositiveIntegerField()
    # The shared picture (R269).
    gaat_goed = models.TextField()
    loopt_vast = models.TextField()
    waardoor = models.TextField()
    nodig = models.TextField()
    # Always discussed (R69), with the estimate of the table (R273).
    veiligheid = models.TextField()
    motivatie = models.TextField()
    leerbaarheid = models.TextField()
    inzicht = models.TextField()
    conclusie = models.TextField()
    # The voluntary frame (R264, R272).
    benut = models.BooleanField()
    benut_toelichting = models.TextField()
    laatste_kans = models.BooleanField()
    laatste_kans_toelichting = models.TextField()
    advies = models.CharField(max_length=12, choices=Advies.choices)
    advies_tekst = models.TextField(blank=True)
    #: Why the decision differs from the advice (R270); "" when it follows it.
    advies_afwijking = models.TextField(blank=True)
    #: One of the four; "" only for the review of an end of an OTS.
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices, blank=True)
    toets = models.CharField(max_length=20, choices=Toets.choices, blank=True)
    toets_toelichting = models.TextField(blank=True)
    #: Part of the parents after the OTS, and who contributes what (R274).
    rol_ouders = models.TextField(blank=True)
    bijdragen = models.TextField(blank=True)
    met = models.CharField(max_length=12, choices=Met.choices, blank=True)
    periode_tot = models.DateField(null=True, blank=True)
    # The three decisions (R73); the third as far as needed.
    route = models.TextField()
    hulp = models.TextField()
    veiligheid_erbij = models.TextField(blank=True)
    besloten = models.CharField(max_length=12, choices=Besloten.choices)
    #: Who did not agree and why; asked when the chair decided (R74).
    afwijkend = models.TextField(blank=True)
    geen_evaluatie = models.TextField(blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("zitting", "versie")
        constraints = (
            models.UniqueConstraint(name="een_besluit_per_versie", fields=("zitting", "versie")),
            models.CheckConstraint(
                name="besluit_heeft_een_uitkomst_of_een_toets",
                condition=~models.Q(uitkomst="") | ~models.Q(toets=""),
            ),
            models.CheckConstraint(
                name="voorzitter_besluit_met_tegenspraak",
                condition=models.Q(besloten="samen") | ~models.Q(afwijkend=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.zitting_id} {self.versie}"

    @property
    def volgt_advies(self) -> bool | None:
        """Whether the decision follows the RvdK; None without advice or without an outcome (R270)."""
        if self.advies == self.Advies.GEEN or not self.uitkomst:
            return None
        return (self.advies == self.Advies.ONDERZOEK) == (self.uitkomst in MET_VTO)


class Stem(models.Model):
    """What one person of the family said at the table. Written by the family stands in meelezen."""

    class Over(models.TextChoices):
        """Parents are asked for both (R266); a child tells what it wants to."""

        HULP = "hulp", _("Hoe de hulp gaat")
        THUIS = "thuis", _("Hoe het thuis en met de kinderen gaat")
        KIND = "kind", _("Wat het kind zegt")

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="stemmen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    over = models.CharField(max_length=10, choices=Over.choices)
    woorden = models.TextField()
    #: Taken down word for word, or told in other words.
    letterlijk = models.BooleanField(default=False)
    #: A child that was heard without its parents (R57).
    apart = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_stem_per_onderwerp", fields=("besluit", "persoon", "over")
            ),
        )

    def __str__(self) -> str:
        return f"{self.besluit_id} {self.over}"


class Afspraak(models.Model):
    """A step that was agreed: what, who, before when. Of safety also who supervises and supports (R69)."""

    class Soort(models.TextChoices):
        VEILIGHEID = "veiligheid", _("Veiligheid")
        HULP = "hulp", _("Hulp")
        ANDERS = "anders", _("Iets anders")

    class Stand(models.TextChoices):
        OPEN = "open", _("Nog te doen")
        GEDAAN = "gedaan", _("Gedaan")
        NIET_GEDAAN = "niet_gedaan", _("Niet gedaan")
        VERVALLEN = "vervallen", _("Vervallen")

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="afspraken")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="tafelafspraken")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    tekst = models.TextField()
    #: Who does it, as it reads in the report; with `medewerker` it stands in that one's worklist.
    wie = models.CharField(max_length=120)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="tafelafspraken"
    )
    persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uiterlijk = models.DateField()
    toezicht = models.CharField(max_length=120, blank=True)
    steun = models.CharField(max_length=120, blank=True)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.OPEN)
    reden = models.TextField(blank=True)
    gemeld_op = models.DateField(null=True, blank=True)
    gemeld_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("uiterlijk", "id")
        indexes = (
            models.Index(
                name="open_tafelafspraken",
                fields=("medewerker", "uiterlijk"),
                condition=models.Q(stand="open"),
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="veiligheid_heeft_toezicht_en_steun",
                condition=~models.Q(soort="veiligheid")
                | (~models.Q(toezicht="") & ~models.Q(steun="")),
            ),
            models.CheckConstraint(
                name="niet_gedaan_heeft_een_reden",
                condition=~models.Q(stand="niet_gedaan") | ~models.Q(reden=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort} {self.uiterlijk:%Y-%m-%d}"


class Vto(models.Model):
    """The request for an investigation (P29) as it was sent; its text stands in the Document (R263)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="vtos")
    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="vtos")
    document = models.OneToOneField(
        "casussen.Document", on_delete=models.PROTECT, related_name="vto"
    )
    gi_voorgesteld = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verzonden_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.verzonden_op:%Y-%m-%d}"


class Raadsbesluit(models.Model):
    """The second fact (P28): whether the RvdK investigates, and when the court was informed (R263)."""

    vto = models.OneToOneField(Vto, on_delete=models.PROTECT, related_name="raadsbesluit")
    onderzoek = models.BooleanField()
    besloten_op = models.DateField()
    rechtbank_op = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)
    vastgelegd_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="geen_onderzoek_heeft_een_reden",
                condition=models.Q(onderzoek=True) | ~models.Q(toelichting=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.vto_id} {self.onderzoek}"
