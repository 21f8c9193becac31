"""One file, read from the environment; the defaults suit a first run on one machine."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BACKEND = Path(__file__).resolve().parent.parent
ROOT = BACKEND.parent
VAR = Path(os.environ.get("ZHUNRU_VAR", ROOT / "var"))
"""Papers, keys and fonts: everything the application writes outside the database."""

FONT_FOLDER = Path(os.environ.get("ZHUNRU_FONTS", ROOT / "var" / "fonts"))
"""Where `make setup` leaves the faces of official papers; an office's own come from FONT_DIR."""

DEBUG = os.environ.get("DEBUG") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY") or ("only-for-checks" if "DATABASE_URL" not in os.environ else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is missing: set it to a long random text")
HTTPS = os.environ.get("HTTPS") == "1"
ALLOWED_HOSTS = ["*"]  # the tenant middleware knows the hosts and answers 404 for every other one
APPEND_SLASH = False

SHARED_APPS = [
    "django_tenants",
    "zhunru.core",
    "zhunru.tenancy",
    "zhunru.divisions",
    "zhunru.accounts",
    "zhunru.workdays",
    "zhunru.notices",
    "zhunru.configuration",
    "zhunru.documents",
    "zhunru.certificate_types",
    "zhunru.lists",
    "zhunru.admissions",
    "zhunru.purchases",
    "zhunru.oversight",
    "zhunru.demo",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "simple_history",
    "procrastinate.contrib.django",
    "axes",
]
TENANT_APPS = ["zhunru.placements", "zhunru.contracts", "zhunru.certificates"]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS]

TENANT_MODEL = "divisions.Township"
TENANT_DOMAIN_MODEL = "divisions.Domain"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
TENANT_LIMIT_SET_CALLS = False

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **dj_database_url.parse(
            os.environ.get("DATABASE_URL", "postgresql://zhunru_app@127.0.0.1:5432/zhunru"),
            conn_max_age=300,
            conn_health_checks=True,
        ),
        "ENGINE": "zhunru.tenancy.backend",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "zhunru.tenancy.middleware.HostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "zhunru.core.middleware.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhunru.accounts.sessions.RealmSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "zhunru.core.middleware.ApiProblemMiddleware",
    "zhunru.accounts.middleware.MemberMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls_township"
PUBLIC_SCHEMA_URLCONF = "config.urls_county"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "zhunru.accounts.auth.RealmBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "name"]},
    },
]
LOGIN_URL = "/login"

SESSION_ENGINE = "zhunru.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"  # a sibling host cannot plant a __Host- cookie
SESSION_COOKIE_AGE = 12 * 3600  # a working day at the most
SESSION_IDLE_SECONDS = 30 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "SAMEORIGIN"  # the paper is shown in a frame of our own page
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
UPLOAD_MAX_BYTES = 26 * 1024 * 1024
"""The largest request with a file in it that is read at all; routes set lower limits for their files."""
FILE_UPLOAD_HANDLERS = [
    "zhunru.files.uploads.UploadLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_SCANNER = os.environ.get("FILE_SCANNER", "")
"""A command that gets each uploaded file on its input and ends with 0 if it is clean, such as `clamdscan -`."""

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time told at the lock-out stays true
AXES_USERNAME_CALLABLE = "zhunru.accounts.throttle.counted_name"
AXES_LOCKOUT_CALLABLE = "zhunru.accounts.throttle.keep_answer"
AXES_DISABLE_ACCESS_LOG = True  # nobody's log-ins are counted
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("中文")), ("en", _("英文"))]
LOCALE_PATHS = [BACKEND / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
FRONTEND_DIST = ROOT / "frontend" / "dist"
WHITENOISE_ROOT = FRONTEND_DIST if FRONTEND_DIST.exists() else None
WHITENOISE_USE_FINDERS = True
# The app's built files carry a digest in their names: a browser need not ask again on a slow line.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "KEY_FUNCTION": "django_tenants.cache.make_key",
    }
}

SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # user names are unique within a realm; RealmBackend looks up by both
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "WARNING"},  # failed log-ins are told, successful ones are nobody's business
        "pyhanko": {"level": "ERROR"},  # what a stranger's file lacks is told to who asked
        "pyhanko_certvalidator": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
        "procrastinate.blueprints": {"level": "WARNING"},
        "procrastinate.periodic": {"level": "WARNING"},
    },
}

SIGNING_KEY_PASSPHRASE = os.environ.get("SIGNING_KEY_PASSPHRASE", "")
"""Encrypts the installation's own signing keys on disk; long and random, and kept apart from them."""
SIGNING_PROVIDERS = os.environ.get("SIGNING_PROVIDERS", "local,sm2").split(",")
"""Who signs papers: names that we have, or `name=dotted.path.of.a.class` for an office's own adapter."""
SIGNING_CERTIFICATES = os.environ.get("SIGNING_CERTIFICATES", "")
"""A folder with real certificates and a list of whose they are; whoever is not on it signs with one of our own."""
SIGNING_TSA_URL = os.environ.get("SIGNING_TSA_URL", "")
"""A time stamping authority (RFC 3161); without one a paper tells the time of our own clock."""
SIGNING_TSA_REQUIRED = os.environ.get("SIGNING_TSA_REQUIRED", "1") == "1"
"""Where one is configured: no paper without its stamp, or with a warning in the log instead."""
SIGNING_TSA_ROOTS = os.environ.get("SIGNING_TSA_ROOTS", "")
"""A file (PEM) with the certificates of the authorities whose stamps count; without it any whole stamp does."""

PAPER_NUMBER_PREFIX = os.environ.get("PAPER_NUMBER_PREFIX", "演社工")
"""The issuing office's sign in paper numbers; the demo's says 演 (demonstration)."""
OCID_PREFIX = os.environ.get("OCID_PREFIX", "ocds-213czf")
"""Begins the number of each published contract; the standard's own examples begin with this one."""
PUBLIC_PORT = os.environ.get("PUBLIC_PORT", "")
"""Where browsers reach the county's host, if not at the standard port; printed in the papers' links."""

DEMO = "ZHUNRU_DEMO" in os.environ
"""A demonstration lists its log-ins on the log-in page; they all share one password, which is no secret."""
DEMO_PASSWORD = os.environ.get("ZHUNRU_DEMO_PASSWORD", "village-demo-2026")
