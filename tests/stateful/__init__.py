"""How much the stateful tests try: each example plays weeks of a programme."""

from hypothesis import Phase, settings

_PROFILE = settings.default
assert _PROFILE is not None
MODERATE = _PROFILE.max_examples // 3
FEW = _PROFILE.max_examples // 7
QUICK = tuple(phase for phase in Phase if phase is not Phase.explain)
"""All but the search for an explanation, which plays a failure hundreds of times more."""
