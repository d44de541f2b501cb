# One image for web, worker, beat and the one-off commands; docker-compose.yml says which is which.
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# What LightGBM's wheel expects of the system: the second ranker cannot be trained without it.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*

RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin pcu \
    && install -d -o pcu -g pcu /var/lib/pcu /var/lib/pcu/media /var/lib/pcu/static

WORKDIR /srv/pcu
COPY requirements/runtime.txt requirements/runtime.txt
RUN pip install --require-hashes --only-binary :all: -r requirements/runtime.txt
COPY . .

USER pcu
ENV PCU_HOME=/var/lib/pcu PCU_STATIC_ROOT=/var/lib/pcu/static PCU_MEDIA_ROOT=/var/lib/pcu/media PCU_BIND=0.0.0.0
# The settings want an address and a key to be imported at all; collecting files uses neither.
RUN DATABASE_URL=postgres://unused@unused/unused PCU_SECRET_KEY=unused python manage.py collectstatic --noinput -v0
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "-c", "pcu_platform/stack/gunicorn_conf.py"]
