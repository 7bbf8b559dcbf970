"""The templates that may be chosen, in the organisation's order."""

from __future__ import annotations

from collections.abc import Mapping

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.draft.template.model import Release, Template

_FIRST = ("pflegebericht", "schichtuebergabe", "vitalwerte", "sturzprotokoll")
"""The order of the tiles until an organisation sets its own."""


def offered_templates(settings: Settings) -> Mapping[str, Template]:
    """Id → template; those held back only where the organisation has cleared them."""
    found = {
        template.id: template
        for template in list_templates(settings.template_folders)
        if template.release is not Release.AFTER_CLEARANCE
        or template.id in settings.cleared_templates
    }
    first = [id for id in _FIRST if id in found]
    rest = sorted((id for id in found if id not in first), key=lambda id: found[id].title)
    return {id: found[id] for id in (*first, *rest)}
