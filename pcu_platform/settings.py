"""Settings on one page. What differs between installations comes from the environment (docs/operations.md)."""

from datetime import timedelta
from pathlib import Path

from celery.schedules import crontab
from django.utils.translation import gettext_lazy as _

from pcu_platform import environment
from pcu_platform.logs import LOGGING, configure_structlog  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent
PCU_HOME = environment.folder("PCU_HOME", BASE_DIR / ".pcu")

DEBUG = environment.flag("PCU_DEBUG")
SECRET_KEY = environment.text("PCU_SECRET_KEY") or ("only-for-tests-and-checks" if environment.flag("PCU_TEST") else "")
ALLOWED_HOSTS = environment.words("PCU_ALLOWED_HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = environment.words("PCU_TRUSTED_ORIGINS")
BEHIND_TLS = environment.flag("PCU_BEHIND_TLS")
DEMO_PASSWORD = environment.text("PCU_DEMO_PASSWORD")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "rest_framework",
    "knox",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "django_structlog",
    "django_prometheus",
    "axes",
    "consignments",
    "profiling",
    "seizures",
    "pcu_platform",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # of random length, so that a secret cannot be guessed by size
    "pcu_platform.middleware.ContentSecurityPolicy",
    "pcu_platform.middleware.VisibleDirections",
    "pcu_platform.middleware.NoNulInAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pcu_platform.middleware.OfficersLanguage",
    "pcu_platform.middleware.RequestLog",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "pcu_platform.urls"
WSGI_APPLICATION = "pcu_platform.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "pcu_platform.context.shell",
            ],
        },
    }
]

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = environment.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

# Who may come in
AUTH_USER_MODEL = "pcu_platform.Officer"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=10)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "pcu_platform/locked_out.html"
REST_KNOX = {"TOKEN_TTL": timedelta(days=365), "AUTO_REFRESH": False}
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
X_FRAME_OPTIONS = "DENY"

# The outside API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "knox.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "pcu_platform.pagination.Pages",
    "PAGE_SIZE": 60,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "pcu_platform.api_errors.answer_error",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Port Control Unit API",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "ENUM_NAME_OVERRIDES": {},
}

# Work in the background
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600, "unacked_restore_interval": 10}
CELERY_TASK_SOFT_TIME_LIMIT = 1500
CELERY_TASK_TIME_LIMIT = 1800
CELERY_TIMEZONE = "Asia/Bishkek"
CELERY_BEAT_SCHEDULE_FILENAME = str(PCU_HOME / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    "heartbeat": {"task": "pcu_platform.heartbeat", "schedule": 2.0, "options": {"expires": 10}},
    "register-what-waits": {"task": "consignments.register_waiting", "schedule": 10.0, "options": {"expires": 20}},
    "assess-what-waits": {"task": "profiling.assess_waiting", "schedule": 5.0, "options": {"expires": 10}},
    "look-back-on-lists": {"task": "profiling.look_back", "schedule": 20.0, "options": {"expires": 20}},
    "refresh-norms": {"task": "profiling.refresh_norms", "schedule": 900.0, "options": {"expires": 900}},
    "turn-draw-period": {"task": "profiling.turn_draw_period", "schedule": 300.0, "options": {"expires": 300}},
    "top-up-at-cut-off": {"task": "profiling.top_up", "schedule": 60.0, "options": {"expires": 60}},
    "expire-profiles": {"task": "profiling.expire_profiles", "schedule": 600.0, "options": {"expires": 600}},
    "run-backtests": {"task": "profiling.run_backtests", "schedule": 30.0, "options": {"expires": 30}},
    "train-rankers": {"task": "profiling.train_rankers", "schedule": 60.0, "options": {"expires": 60}},
    "look-at-overdue-transits": {
        "task": "profiling.look_at_overdue_transits",
        "schedule": 3600.0,
        "options": {"expires": 3000},
    },
    "note-overdue-requests": {
        "task": "profiling.note_overdue_requests",
        "schedule": 120.0,
        "options": {"expires": 120},
    },
    "look-for-alerts": {"task": "profiling.look_for_alerts", "schedule": crontab(hour=6, minute=15)},
    "run-reports": {"task": "pcu_platform.run_reports", "schedule": 30.0, "options": {"expires": 30}},
    # Every night, so that one that was switched off on the first of the month makes up for it.
    "ask-for-reports": {"task": "pcu_platform.ask_for_reports", "schedule": crontab(hour=2, minute=10)},
    "clear-sessions": {"task": "pcu_platform.clear_sessions", "schedule": crontab(hour=3, minute=30)},
}
# The wake-up after registering: the one name of an upper app that a lower one may know.
AFTER_REGISTERING_TASK = "profiling.assess_waiting"

# Documents
MAX_DOCUMENT_BYTES = environment.whole_number("PCU_MAX_DOCUMENT_MB", 64) * 1024 * 1024
MAX_FILE_BYTES = environment.whole_number("PCU_MAX_FILE_MB", 25) * 1024 * 1024  # of one attachment
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_DOCUMENT_BYTES
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MAX_ATTEMPTS = 3  # a submission or an assessment that killed its worker so often is quarantined

# Risk
RANDOM_DRAW_PERCENT = float(environment.text("PCU_RANDOM_DRAW_PERCENT", "2"))
DRAW_PERIOD_DAYS = 7
UNDO_SECONDS = 10
# By when a case is to be decided, in minutes: after the arrival it states, or after it came up where it states none. A
# vehicle should not stand at the post for want of a decision. A unit may have its own: `OSH.red=10`.
DECIDE_MINUTES_AFTER_ARRIVAL = environment.numbers(
    "PCU_DECIDE_MINUTES_AFTER_ARRIVAL", "red=15,yellow=15,blue=15,green=15"
)
DECIDE_MINUTES_AFTER_RECEIPT = environment.numbers("PCU_DECIDE_MINUTES_AFTER_RECEIPT", "red=60,yellow=240")
INFORMATION_REQUEST_HOURS = environment.whole_number("PCU_INFORMATION_REQUEST_HOURS", 48)  # time for an answer
PROFILE_EXCHANGE_SECRET = environment.text("PCU_PROFILE_EXCHANGE_SECRET")  # shared between units; signs their profiles
NIGHT_HOURS = (22, 6)  # local time, [from, to)
# How far two documents may lie apart and still agree; likeness from 0 to 100, masses by the larger of the two.
DOCUMENT_TOLERANCES = {
    "mass_percent": 1.0,
    "mass_kg": 5.0,
    "value_percent": 1.0,
    "value_percent_across_currencies": 5.0,
    "name_likeness": 88.0,
    "words_likeness": 45.0,
}
LATE_CHANGE_HOURS = 24  # a change of payment is late so shortly before arrival
# Readings: the days before and after its arrival in which one of a number belongs to a journey; the least time between
# two places of one country, and from here to a country that is no neighbour.
READINGS_BELONG_DAYS = {"container": (45, 10), "plate": (2, 5)}
MINUTES_BETWEEN_PLACES = environment.whole_number("PCU_MINUTES_BETWEEN_PLACES", 30)
HOURS_BEYOND_NEIGHBOURS = environment.whole_number("PCU_HOURS_BEYOND_NEIGHBOURS", 6)
# Names: likeness, 0 to 100, from which two are taken for one, and from which an officer is shown them; fixed on the
# tables of pairs in tests/profiling/screening before anything was measured. A contradicting tax number or date of birth
# takes points off. A change of a list is compared with what became known or arrived within so many days.
SCREENING_MATCH_FROM = 88.0
SCREENING_POSSIBLE_FROM = 80.0
SCREENING_CONTRADICTED_POINTS = 10.0
SCREENING_LOOK_BACK_DAYS = environment.whole_number("PCU_SCREENING_LOOK_BACK_DAYS", 30)
# Links: what has more neighbours than this, such as a forwarder's phone, joins nobody.
LINK_HUB_EDGES = environment.whole_number("PCU_LINK_HUB_EDGES", 60)

# Language, time, place
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian")), ("ky", _("Kyrgyz"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Bishkek"
FORMAT_MODULE_PATH = ["pcu_platform.formats"]

# Files
STATIC_URL = "/static/"
STATIC_ROOT = environment.folder("PCU_STATIC_ROOT", PCU_HOME / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = environment.folder("PCU_MEDIA_ROOT", PCU_HOME / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or environment.flag("PCU_TEST")
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
configure_structlog()
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
