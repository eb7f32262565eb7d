"""The kinds of arrays that the matching computes with, and one question often asked of them.

Rows are mentees and columns are mentors, everywhere in this package; a cell, row * width + column,
is a pair in one number.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bits = NDArray[np.uint64]
Mask = NDArray[np.bool_]
Bytes = NDArray[np.uint8]


def among(cells: Ints, some: Ints) -> Mask:
    """Say which numbers are among some sorted ones; quick where these are few."""
    if not len(some):
        return np.zeros(len(cells), np.bool_)
    place = np.minimum(np.searchsorted(some, cells), len(some) - 1)
    return np.asarray(some[place] == cells)


def ranges(starts: Ints, ends: Ints) -> Ints:
    """Return all numbers of several ranges, one range after another."""
    lengths = ends - starts
    total = int(lengths.sum())
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return np.asarray(np.arange(total) + offsets)
