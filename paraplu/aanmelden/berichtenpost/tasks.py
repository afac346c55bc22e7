"""What the worker does for the post."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from .ronde import doe_ronde


@app.periodic(cron="* * * * *")
@app.task(name="doe_de_post", queue="post", lock="post", queueing_lock="post")
def doe_de_post(timestamp: int) -> None:
    """Every minute: send what waits and take in what came."""
    doe_ronde(nu=datetime.now(UTC))
