# Two stages: the first has pip and the lock files, the second only what runs.
FROM python:3.11-slim-bookworm AS build
RUN python -m venv /opt/passerelle
COPY requirements.lock /tmp/
RUN /opt/passerelle/bin/pip install --no-cache-dir --require-hashes --no-deps \
    --requirement /tmp/requirements.lock

FROM python:3.11-slim-bookworm
ENV PATH=/opt/passerelle/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1
RUN groupadd --gid 10001 passerelle \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin passerelle \
    && install --directory --owner=10001 --group=10001 /data
COPY --from=build /opt/passerelle /opt/passerelle
COPY LICENSE pyproject.toml /app/
COPY bot /app/bot
COPY storage /app/storage
COPY migrations /app/migrations
COPY adapters /app/adapters
# Files written without a path of their own (the SQLite database) land on the volume.
WORKDIR /data
VOLUME /data
USER 10001:10001
ENTRYPOINT ["python", "-m", "adapters"]
CMD ["--help"]
