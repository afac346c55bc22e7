"""A request asks in the name of its own user; the connection it leaves behind asks for nobody."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from paraplu.web.wand import ROL, ROL_SYSTEEM
from paraplu.web.wand.verzoek import Wand, beyond_wall, in_name_of
from tests.web.wand.achter import achter_de_wand, vraag

pytestmark = pytest.mark.django_db


def wie() -> str:
    [(gebruiker,)] = vraag("SELECT coalesce(current_setting('paraplu.gebruiker', true), '')")
    return gebruiker


def rol() -> str:
    [(naam,)] = vraag("SELECT current_setting('role')")
    return naam


def vraag_als(pk: int | None, pagina):
    """One request through the middleware, by this account or by nobody."""
    verzoek = RequestFactory().get("/")
    verzoek.user = SimpleNamespace(pk=pk, is_authenticated=pk is not None)
    return Wand(pagina)(verzoek)


def zeg_wie(_verzoek) -> HttpResponse:
    return HttpResponse(wie())


def test_een_verzoek_vraagt_namens_zijn_eigen_gebruiker():
    assert vraag_als(12, zeg_wie).content == b"12"
    assert vraag_als(None, zeg_wie).content == b""


def test_na_het_verzoek_vraagt_de_verbinding_namens_niemand():
    vraag_als(12, zeg_wie)
    assert wie() == ""


@pytest.mark.django_db(transaction=True)
def test_op_een_verbinding_die_blijft_ziet_de_volgende_niets_van_de_vorige():
    """As between requests in production: the same connection, no transaction around it."""
    assert settings.DATABASES["default"]["CONN_MAX_AGE"] > 0
    vraag_als(12, zeg_wie)
    zelfde = connection.connection.info.backend_pid
    assert wie() == ""
    assert vraag_als(None, zeg_wie).content == b""
    assert vraag_als(13, zeg_wie).content == b"13"
    assert connection.connection.info.backend_pid == zelfde


@pytest.mark.django_db(transaction=True)
def test_ook_een_verzoek_dat_stukgaat_laat_niets_achter():
    def kapot(_verzoek) -> HttpResponse:
        with transaction.atomic():
            vraag("SELECT 1 / 0")
        return HttpResponse()

    with pytest.raises(DatabaseError):
        vraag_als(12, kapot)
    assert wie() == ""


@pytest.mark.django_db(transaction=True)
def test_wat_een_gestorven_verzoek_achterliet_geldt_niet_voor_het_volgende():
    vraag("SELECT set_config('paraplu.gebruiker', '12', false)")
    assert vraag_als(None, zeg_wie).content == b""
    assert vraag_als(13, zeg_wie).content == b"13"


@pytest.mark.django_db(transaction=True)
def test_terugdraaien_binnen_een_verzoek_verandert_niet_wie_er_vraagt():
    def draai_terug(_verzoek) -> HttpResponse:
        with transaction.atomic():
            transaction.set_rollback(True)
        return HttpResponse(wie())

    assert vraag_als(12, draai_terug).content == b"12"


@pytest.mark.django_db(transaction=True)
def test_een_verbinding_waarop_vergeten_niet_lukt_wordt_niet_opnieuw_gebruikt():
    vorige = connection.connection.info.backend_pid if connection.connection else None
    with in_name_of(12):
        # The server lets go of this connection in the middle of the request.
        pid = vraag("SELECT pg_backend_pid()")[0][0]
        with pytest.raises(DatabaseError):
            vraag("SELECT pg_terminate_backend(pg_backend_pid())")
    assert connection.connection is None
    assert wie() == ""
    assert vraag("SELECT pg_backend_pid()")[0][0] not in {pid, vorige} - {None}


def test_wat_wordt_gestreamd_vraagt_namens_wie_het_verzoek_deed():
    def stroom(_verzoek) -> StreamingHttpResponse:
        return StreamingHttpResponse(wie() for _keer in range(2))

    antwoord = vraag_als(12, stroom)
    assert wie() == ""
    assert b"".join(antwoord.streaming_content) == b"1212"
    assert wie() == ""


def test_een_handeling_die_meer_moet_zien_kan_dat_alleen_zelf():
    with beyond_wall():
        assert rol() == ROL_SYSTEEM
    assert rol() == "none"


def test_een_handeling_in_een_handeling_sluit_de_eerste_niet():
    with beyond_wall():
        with beyond_wall():
            pass
        assert rol() == ROL_SYSTEEM
    assert rol() == "none"


def test_mislukt_de_handeling_dan_is_de_wand_weer_dicht():
    with pytest.raises(DatabaseError), beyond_wall():
        vraag("SELECT 1 / 0")
    assert rol() == "none"
    with pytest.raises(KeyError), beyond_wall():
        raise KeyError
    assert rol() == "none"


@pytest.mark.django_db(transaction=True)
def test_ook_zonder_transactie_eromheen_is_de_wand_daarna_dicht():
    with beyond_wall():
        assert rol() == ROL_SYSTEEM
    assert rol() == "none"


def test_na_een_handeling_achter_de_wand_staat_de_applicatie_er_weer_achter():
    with achter_de_wand():
        with beyond_wall():
            assert rol() == ROL_SYSTEEM
        assert rol() == ROL
        with pytest.raises(KeyError), beyond_wall():
            raise KeyError
        assert rol() == ROL
