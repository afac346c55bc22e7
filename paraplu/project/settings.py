"""Django's settings: one file for laptop, test and province. What differs comes from PARAPLU_*."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from paraplu.afspraken.plaats import WORTEL, sleutels_map, var_map
from paraplu.project import postgres
from paraplu.web import wand
from paraplu.web.inloggen.diensten import read_diensten


def _geheim() -> str:
    """The key that signs sessions: from the environment, else made once and kept in `var`."""
    if gegeven := os.environ.get("PARAPLU_SLEUTEL_DJANGO"):
        return gegeven
    bestand = sleutels_map() / "django"
    if not bestand.exists():
        sleutels_map().mkdir(parents=True, exist_ok=True, mode=0o700)
        bestand.touch(mode=0o600)
        bestand.write_text(secrets.token_urlsafe(48))
    return bestand.read_text().strip()


def _database() -> dict:
    """The database of PARAPLU_DATABASE_URL, else the embedded one, in the role of this process.

    PARAPLU_PROCES is "web" or "werk" for the two that stand behind the wall (docs/database.md); the
    worker does the work of the system. Every other command comes as the owner of the tables.
    """
    proces = os.environ.get("PARAPLU_PROCES", "")
    achter_de_wand = proces in {"web", "werk"}
    gevonden = _adres(achter_de_wand)
    if achter_de_wand:
        rol = wand.ROL if proces == "web" else wand.ROL_SYSTEEM
        opties = gevonden["OPTIONS"]
        opties["options"] = f"{opties.get('options', '')} -c role={rol}".strip()
    return gevonden


def _adres(achter_de_wand: bool) -> dict:
    url = os.environ.get("PARAPLU_DATABASE_URL")
    if achter_de_wand:
        url = os.environ.get("PARAPLU_DATABASE_URL_APP") or url
    if not url:
        rol = wand.ROL if achter_de_wand else postgres.ROL
        engine = "django.db.backends.postgresql"
        return {"ENGINE": engine, "OPTIONS": {}, **postgres.verbinding(rol)}
    delen = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": unquote(delen.hostname or ""),
        "PORT": str(delen.port or ""),
        "OPTIONS": dict(parse_qsl(delen.query)),
    }


def _lijst(naam: str, anders: str) -> list[str]:
    return [deel.strip() for deel in os.environ.get(naam, anders).split(",") if deel.strip()]


def _keuze(naam: str, waarden: tuple[str, ...]) -> str:
    """A word from the environment, the first of `waarden` when it is not set."""
    waarde = os.environ.get(naam, waarden[0])
    if waarde not in waarden:
        raise ImproperlyConfigured(f"{naam} is {waarde}; kies uit {', '.join(waarden)}.")
    return waarde


SECRET_KEY = _geheim()
DEBUG = os.environ.get("PARAPLU_DEBUG") == "1"
ALLOWED_HOSTS = _lijst("PARAPLU_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _lijst("PARAPLU_HERKOMST", "")
# Behind a proxy that does TLS set PARAPLU_HTTPS=1: cookies then travel over TLS only.
HTTPS = os.environ.get("PARAPLU_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "paraplu.web",
    "paraplu.inzage",
    "paraplu.netwerk",
    "paraplu.casussen",
    "paraplu.meelezen",
    "paraplu.veiligheid",
    "paraplu.aanmelden",
    "paraplu.tafel",
    "paraplu.escalatie",
    "paraplu.overdracht",
    "paraplu.toekomsttuin",
    "paraplu.dashboard",
    "paraplu.verslagen",
    "paraplu.contract",
    "paraplu.opgaven",
    "paraplu.vooruit",
    "paraplu.resultaten",
    "paraplu.overleg",
    "paraplu.demo",
    "paraplu.api",
    "paraplu.beheer",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "paraplu.web.middleware.Koppen",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "paraplu.web.wand.verzoek.Wand",
    "django.contrib.messages.middleware.MessageMiddleware",
    "paraplu.web.inloggen.middleware.Geldigheid",
    "paraplu.web.middleware.Toegang",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "paraplu.inzage.klaar.Wachtpagina",
]
if HTTPS:
    MIDDLEWARE.insert(0, "paraplu.beheer.proxy.EchtAdres")
ROOT_URLCONF = "paraplu.project.urls"
WSGI_APPLICATION = "paraplu.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
DATABASES = {"default": {**_database(), "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}}
# pg_dump and pg_restore: of the embedded server those beside it, else those of the machine.
EIGEN_POSTGRES = not any(
    os.environ.get(naam) for naam in ("PARAPLU_DATABASE_URL", "PARAPLU_DATABASE_URL_APP")
)
POSTGRES_PROGRAMMAS = postgres.bin_map() if EIGEN_POSTGRES else None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "web.Gebruiker"
# Identity providers (docs/inloggen.md), and whether accounts with a password need a second step:
# "verplicht", "aan" (who wants) or "uit".
INLOGDIENSTEN = read_diensten(os.environ.get("PARAPLU_OIDC"))
TWEEDE_STAP = _keuze("PARAPLU_TWEEDE_STAP", ("verplicht", "aan", "uit"))
CSRF_FAILURE_VIEW = "paraplu.web.views.fout_csrf"
LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/inloggen/"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Where Paraplu is found, for links in mails and agendas. Without a mail host mails become files.
WEBADRES = os.environ.get("PARAPLU_ADRES", "http://127.0.0.1:8000").rstrip("/")
POST_NAAR_BUITEN = bool(os.environ.get("PARAPLU_MAIL_HOST"))
EMAIL_BACKEND = (
    f"django.core.mail.backends.{'smtp' if POST_NAAR_BUITEN else 'filebased'}.EmailBackend"
)
EMAIL_FILE_PATH = str(var_map() / "post")
EMAIL_HOST = os.environ.get("PARAPLU_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("PARAPLU_MAIL_POORT", "587"))
EMAIL_HOST_USER = os.environ.get("PARAPLU_MAIL_GEBRUIKER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PARAPLU_MAIL_WACHTWOORD", "")
MAIL_TLS = _keuze("PARAPLU_MAIL_TLS", ("starttls", "tls", "geen"))
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_TLS == "starttls", MAIL_TLS == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("PARAPLU_MAIL_VAN", "Paraplu <paraplu@localhost>")

# Codes by text message for the family (docs/meelezen.md). Without a gateway they go into a file.
SMS_ADRES = os.environ.get("PARAPLU_SMS_ADRES", "")
SMS_SLEUTEL = os.environ.get("PARAPLU_SMS_SLEUTEL", "")
SMS_AFZENDER = os.environ.get("PARAPLU_SMS_AFZENDER", "Paraplu")
SMS_KANAAL = os.environ.get(
    "PARAPLU_SMS_KANAAL", f"paraplu.meelezen.sms.{'Poort' if SMS_ADRES else 'Bestand'}"
)
SMS_BESTAND = str(var_map() / "sms" / "uit.txt")

# The read API (docs/api.md): whether the public figures need no key, how many requests a minute one key
# may make (half of it without a key), and whom to ask about it.
API_OPENBAAR = _keuze("PARAPLU_API_OPENBAAR", ("aan", "uit"))
API_PER_MINUUT = int(os.environ.get("PARAPLU_API_PER_MINUUT", "120"))
API_CONTACT = os.environ.get("PARAPLU_API_CONTACT", "beheer@paraplu.example")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [WORTEL / "paraplu" / "web" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

NPM = WORTEL / "node_modules"
STATIC_URL = "/statisch/"
STATIC_ROOT = var_map() / "statisch"
STATICFILES_DIRS: list[tuple[str, Path]] = [
    (naam, NPM / map_)
    for naam, map_ in (
        ("utrecht", "@utrecht/component-library-css/dist"),
        ("lettertype", "@fontsource-variable/atkinson-hyperlegible-next"),
        ("htmx", "htmx.org/dist"),
    )
    if (NPM / map_).is_dir()
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o600

# What the log looks like: a line of text, or JSON with a line per request. Neither names a person.
LOGVORM = _keuze("PARAPLU_LOGVORM", ("tekst", "json"))
if LOGVORM == "json":
    MIDDLEWARE.insert(0, "paraplu.beheer.logboek.Verzoeklog")
# Figures for Prometheus at /metrics: off unless set; with a token for who has it, else for this machine.
METINGEN = os.environ.get("PARAPLU_METINGEN") == "1"
METINGEN_SLEUTEL = os.environ.get("PARAPLU_METINGEN_SLEUTEL", "")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "tekst": {"()": "paraplu.beheer.logboek.Kort"},
        "json": {"()": "paraplu.beheer.logboek.Json"},
    },
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": LOGVORM}},
    "root": {"handlers": ["scherm"], "level": "WARNING"},
    "loggers": {
        "paraplu.verzoek": {"level": "INFO"},
        # Its own handler would mail the whole request to the administrators.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
