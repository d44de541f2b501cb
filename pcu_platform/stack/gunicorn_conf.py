"""gunicorn's settings, for ./pcu up and for the container."""

import os

from pcu_platform.logs import LOGGING
from pcu_platform.stack.leash import tie_to

wsgi_app = "pcu_platform.wsgi"
bind = f"{os.environ.get('PCU_BIND', '127.0.0.1')}:{os.environ.get('PCU_PORT') or '8000'}"
workers = int(os.environ.get("PCU_WEB_WORKERS") or 2)
threads = 4
worker_class = "gthread"
preload_app = True  # one import for all workers: ready sooner, and memory shared
timeout = 120  # a large manifest over a slow line
graceful_timeout = 5
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a heartbeat file, kept off the disk
control_socket_disable = True
logconfig_dict = LOGGING | {
    "loggers": LOGGING["loggers"]
    | {
        "gunicorn.error": {"level": "INFO", "handlers": ["console"], "propagate": False},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
    }
}


def post_fork(server, worker):
    """A worker whose master is killed has nobody left to tell it to stop."""
    tie_to(worker.ppid)
