"""Houses to rehearse in: the product's own."""

from adapters.bootstrap import open_house

__all__ = ["open_house"]
