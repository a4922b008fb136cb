"""What all tests share: made-up cases are never judged by the clock, since a busy machine is not a fault of the code."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("no stopwatch", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no stopwatch")
