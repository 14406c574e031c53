"""Mentions as they are explained: as written, with what was decided, and why."""

from __future__ import annotations

from typing import Any

from glossmith.model.mention import Mention
from glossmith.stages._choosing import Chooser
from glossmith.stages._judging import Judge
from glossmith.stages._names import written
from glossmith.stages._stretches import Stretch


def explained(chooser: Chooser, judge: Judge, key: str, stretch: Stretch, found: tuple[int, int, Any]) -> Mention:
    """What is found in a stretch of a text as a mention, with what was decided."""
    start, end, name = found
    place = stretch.start + start, stretch.start + end
    meant = {} if stretch.reason else judge.evidence(name, *place)
    decision, ids = (stretch.reason, name.ids) if stretch.reason else chooser.decide(name, meant)
    shared = judge.told(meant) if decision.links and meant else None
    return Mention(key, written(stretch.html[start:end]), *place, ids, decision, shared)
