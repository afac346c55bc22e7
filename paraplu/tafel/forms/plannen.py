"""Forms of the chair: a moment, room at a neighbour's, guests, what is missing, where else it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, tekst
from paraplu.netwerk.models import Medewerker
from paraplu.web.templatetags.kader import dag as show_dag

from ..models import Genodigde, GiDeelname, Slot, Tafel
from ..momenten import Moment
from ..regels import ANDERE_TAFELS


def moment_field(momenten: Iterable[Moment]) -> forms.Field:
    """Free moments as circles, the earliest first."""
    return keuze(_("Welk moment?"), [(_key(m), name_moment(m)) for m in momenten], rondjes=True)


def _key(moment: Moment) -> str:
    return f"{moment.slot.pk}:{moment.dag.isoformat()}"


def name_moment(moment: Moment) -> str:
    """A moment in words, with its place."""
    return (
        f"{moment.slot.get_weekdag_display()} {show_dag(moment.dag)}, "
        f"{moment.slot.begin:%H.%M} - {moment.slot.einde:%H.%M}, {moment.slot.plaats}"
    )


def read_moment(waarde: str) -> tuple[Slot, date]:
    """Slot and day of a chosen moment; the choice itself was checked."""
    slot, dag_ = waarde.split(":")
    return Slot.objects.get(pk=int(slot)), date.fromisoformat(dag_)


class PlanForm(forms.Form):
    """When, who leads it, and how the GI is there (R56, R61)."""

    voorzitter = forms.ModelChoiceField(
        label=_("Wie leidt het gesprek?"), queryset=Medewerker.objects.none(), empty_label=None
    )
    gi_deelname = keuze(_("Hoe is de kennis van de GI erbij?"), GiDeelname.choices, rondjes=True)

    def __init__(
        self,
        *args: Any,
        momenten: Iterable[Moment],
        voorzitters: list[Medewerker],
        tafel: Tafel,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, prefix="plan", **kwargs)
        momenten = list(momenten)
        self.fields = {"moment": moment_field(momenten), **self.fields}
        if momenten:
            self.fields["moment"].initial = _key(momenten[0])
        pks = [wie.pk for wie in voorzitters]
        self.fields["voorzitter"].queryset = Medewerker.objects.filter(pk__in=pks)
        self.fields["gi_deelname"].initial = tafel.gi_deelname


class VerzetForm(forms.Form):
    """Another moment, with the reason that guests may hear."""

    reden = tekst(_("Waarom wordt het verzet?"), rijen=2)

    def __init__(self, *args: Any, momenten: Iterable[Moment], **kwargs: Any) -> None:
        super().__init__(*args, prefix="verzet", **kwargs)
        self.fields = {"moment": moment_field(momenten), **self.fields}
        self.fields["reden"].max_length = 300


class AfzegForm(forms.Form):
    """Why a talk is off."""

    reden = forms.CharField(
        label=_("Waarom gaat het gesprek niet door?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="afzeg", **kwargs)


class RuimteForm(forms.Form):
    """Which neighbours are asked for room (R78)."""

    tafels = forms.ModelMultipleChoiceField(
        label=_("Welke tafels vraagt u om ruimte?"),
        queryset=Tafel.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één tafel.")},
    )

    def __init__(self, *args: Any, buren: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="ruimte", **kwargs)
        self.fields["tafels"].queryset = buren


class RuimteAntwoordForm(forms.Form):
    """A moment for a neighbour, or no with a word of explanation."""

    toelichting = forms.CharField(
        label=_("Toelichting (mag leeg blijven)"), max_length=300, required=False
    )

    def __init__(self, *args: Any, momenten: Iterable[Moment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(_key(m), name_moment(m)) for m in momenten]
        veld = keuze(
            _("Welk moment geeft u?"), [*keuzes, ("nee", _("Wij hebben geen ruimte"))], rondjes=True
        )
        self.fields = {"moment": veld, **self.fields}


class GenodigdeForm(forms.Form):
    """One more guest (R67, R81)."""

    rol = keuze(
        _("Wie is het?"),
        [
            (rol, naam)
            for rol, naam in Genodigde.Rol.choices
            if rol not in ("voorzitter", "kind", "aanmelder")
        ],
    )
    naam = forms.CharField(
        label=_("Naam"), max_length=120, error_messages={"required": _("Vul de naam in.")}
    )
    e_mail = forms.EmailField(
        label=_("E-mailadres (mag leeg blijven: dan gaat het op papier)"),
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="gast", **kwargs)


class GastForm(forms.Form):
    """What may change of a guest: where the mail goes, and how a child is heard (R57, R267)."""

    e_mail = forms.EmailField(
        label=_("E-mailadres (leeg: op papier)"),
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres.")},
    )
    wijze = keuze(_("Hoe wordt het kind gehoord?"), Genodigde.Wijze.choices)
    voorbereid_door = forms.CharField(label=_("Voorbereid door"), max_length=120, required=False)
    voorbereid_op = dag(_("Voorbereid op"), verplicht=False)

    def __init__(self, *args: Any, genodigde: Genodigde, **kwargs: Any) -> None:
        velden = ("e_mail", "wijze", "voorbereid_door", "voorbereid_op")
        begin = {naam: getattr(genodigde, naam) for naam in velden}
        super().__init__(*args, prefix=f"g{genodigde.pk}", initial=begin, **kwargs)
        if genodigde.rol != Genodigde.Rol.KIND:
            for naam in velden[1:]:
                del self.fields[naam]


class AanvulForm(forms.Form):
    """Per field of the request what the chair misses, and before which day (R62)."""

    uiterlijk = dag(_("Voor welke dag heeft u het nodig?"))

    def __init__(self, *args: Any, velden: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, prefix="vraag", **kwargs)
        for sleutel, label in velden.items():
            self.fields[sleutel] = tekst(
                _("Vraag over: %(label)s") % {"label": label}, verplicht=False, rijen=2
            )

    def list_vragen(self) -> dict[str, str]:
        """The questions that were written down."""
        return {
            naam: waarde
            for naam, waarde in self.cleaned_data.items()
            if naam != "uiterlijk" and waarde
        }


class VerwijsForm(forms.Form):
    """Where the question belongs, and why (R79)."""

    tafel = keuze(_("Waar hoort deze vraag?"), ANDERE_TAFELS.items(), rondjes=True)
    reden = tekst(_("Waarom?"), rijen=2, hulp=_("Schrijf geen namen."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="verwijs", **kwargs)
