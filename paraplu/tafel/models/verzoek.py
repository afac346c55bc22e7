"""The request for a talk (VTB, P29): who asks, which talk, what came with it, what was asked back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie

from .tafels import Tafel


class Gesprek(models.TextChoices):
    """The kinds of talk (R59, R81)."""

    KWART = "kwart_voor_twaalf", _("Kwart voor twaalf: nu nog samen het tij keren")
    VIJF = "vijf_voor_twaalf", _("Vijf voor twaalf: is een onderzoek van de Raad nodig?")
    EINDE_OTS = "einde_ots", _("Toetsing: een ondertoezichtstelling gaat eindigen")


class Aanmelder(models.TextChoices):
    """Who may bring a family to the table; the last two only with the lokaal team (R18)."""

    LOKAAL_TEAM = "lokaal_team", _("Het lokale team")
    GI = "gi", _("Een gecertificeerde instelling")
    VEILIG_THUIS = "veilig_thuis", _("Veilig Thuis")
    LEERPLICHT = "leerplicht", _("De leerplichtambtenaar, samen met het lokale team")
    AANBIEDER = "aanbieder", _("Een zorgaanbieder, samen met het lokale team")


SAMEN = (Aanmelder.LEERPLICHT, Aanmelder.AANBIEDER)


class Verzoek(models.Model):
    """What the figures and the planning know of a request; its text stands in the Document."""

    casus = models.OneToOneField(Casus, on_delete=models.PROTECT, related_name="tafelverzoek")
    #: The table of the family's own gemeente; where the talk is held stands with the Zitting.
    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="verzoeken")
    soort = models.CharField(max_length=20, choices=Gesprek.choices)
    aanmelder = models.CharField(max_length=20, choices=Aanmelder.choices)
    #: Who asks together with the lokaal team: name of the person, and of the organisation.
    mede_naam = models.CharField(max_length=120, blank=True)
    mede_organisatie = models.CharField(max_length=120, blank=True)
    #: The day on which it reached the chair; the two weeks run from it (R77).
    ontvangen_op = models.DateField(null=True, blank=True)
    besproken_op = models.DateField(null=True, blank=True)
    gi_voorgesteld = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The writer used the form of another region (R63).
    ander_formulier = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="leerplicht_en_aanbieder_melden_samen_aan",
                condition=~models.Q(aanmelder__in=SAMEN)
                | (~models.Q(mede_naam="") & ~models.Q(mede_organisatie="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.soort}"


class Bijlage(models.Model):
    """A paper that goes with a request, encrypted. A later one of the same kind replaces it."""

    class Soort(models.TextChoices):
        ANDER_FORMULIER = "ander_formulier", _("Verzoek op het formulier van een andere regio")
        VERZOEK_EINDE = "verzoek_einde", _("Formulier verzoek einde ondertoezichtstelling")
        EVALUATIE = "evaluatie", _("Evaluatie van de ondertoezichtstelling of eindverslag")
        BESLUIT = "besluit", _("Brief met het besluit om niet te verlengen")

    verzoek = models.ForeignKey(Verzoek, on_delete=models.PROTECT, related_name="bijlagen")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    inhoud = models.BinaryField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.verzoek_id} {self.soort}"


class Aanvulvraag(models.Model):
    """The chair misses something in one field and asks the writer, before a day (R62, R66)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="aanvulvragen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="aanvulvragen")
    #: Key of the field of the request; "" for a question about the whole.
    veld = models.CharField(max_length=40, blank=True)
    vraag = models.TextField(max_length=2000)
    uiterlijk = models.DateField()
    gesteld_op = models.DateField()
    gesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    antwoord = models.TextField(max_length=4000, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.veld}"
