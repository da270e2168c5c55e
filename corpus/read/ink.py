"""A page's picture made ready for recognition: without red ink, and upright.

A round stamp lies over the left of every signature (Decree 30/2020/NĐ-CP, Annex I, point 8); in a
scan in colour its red can be told from the black beneath. Pages lie askew on a scanner's glass.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["prepared", "without_large", "without_rules"]

_RED = 40  # levels by which red outshines green and blue
_BLACK, _INK = 70, 170  # of the red channel: print beneath the ink, and ink on bare paper
_DARK = 160
_STEEP = 2.5  # degrees: pages more askew than that are set so
_UPRIGHT = 0.4  # degrees: less is not worth the blur of turning


def prepared(picture: Any) -> Any:
    """Returns an RGB picture (PIL) in grey, its red ink wiped out and its lines level."""
    from PIL import Image

    colours = np.asarray(picture, dtype=np.int16)
    red = colours[:, :, 0]
    inked = red - colours[:, :, 1:].max(axis=2) > _RED
    # Through red, print is as dark as without it: stretched from black to the ink's own red.
    through = np.clip((red - _BLACK) * (255 / (_INK - _BLACK)), 0, 255).astype(np.uint8)
    page = Image.fromarray(np.where(inked, through, np.asarray(picture.convert("L"))))
    askew = _askew(page)
    if abs(askew) < _UPRIGHT:
        return page
    return page.rotate(askew, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _askew(page: Any) -> float:
    """The degrees, counter-clockwise, by which a page must be turned for its lines to be level.

    Level lines leave the sharpest profile: the sum of squared differences of dark points per row.
    """
    small = page.reduce(max(1, page.width // 700))
    rows, columns = np.nonzero(np.asarray(small) < _DARK)
    if len(rows) < 500 or len(rows) > 0.4 * small.width * small.height:
        return 0.0
    coarse = max(np.arange(-_STEEP, _STEEP + 0.1, 0.25), key=lambda a: _sharpness(rows, columns, a))
    fine = np.arange(coarse - 0.2, coarse + 0.21, 0.05)
    best = float(max(fine, key=lambda angle: _sharpness(rows, columns, angle)))
    better = _sharpness(rows, columns, best) > 1.03 * _sharpness(rows, columns, 0.0)
    return best if better and abs(best) < _STEEP else 0.0


def _sharpness(rows: NDArray[Any], columns: NDArray[Any], angle: float) -> float:
    level = np.rint(rows - columns * np.tan(np.radians(angle))).astype(np.int64)
    profile = np.bincount(level - level.min()).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())


def without_large(page: Any, height: int) -> Any:
    """Returns the picture without marks larger than letters of that height in pixels: the ring of
    a stamp, the strokes of a hand, and what of the print has grown together with them."""
    from PIL import Image
    from scipy import ndimage

    grey = np.asarray(page)
    labels, _ = ndimage.label(grey < _DARK, structure=np.ones((3, 3)))
    large = [False]
    for tall, wide in ndimage.find_objects(labels):
        large.append(tall.stop - tall.start > 2.4 * height or wide.stop - wide.start > 6 * height)
    return Image.fromarray(np.where(np.array(large)[labels], 255, grey).astype(np.uint8))


def without_rules(page: Any, length: int = 150) -> Any:
    """Returns the picture without straight lines of that many pixels, where no letter crosses them:
    the frame of a stamp that lies over print."""
    from PIL import Image

    grey = np.asarray(page).copy()
    dark = grey < _DARK
    for axis in (0, 1):
        rules = _runs(dark if axis == 0 else dark.T, length)
        rules = rules if axis == 0 else rules.T
        print_of = dark & ~rules
        near = [np.roll(print_of, step, axis) for step in (-4, -3, -2, 2, 3, 4)]
        crossed = (near[0] | near[1] | near[2]) & (near[3] | near[4] | near[5])
        grey[rules & ~crossed] = 255
    return Image.fromarray(grey)


def _runs(dark: NDArray[np.bool_], length: int) -> NDArray[np.bool_]:
    """Where dark points stand in a row of at least that many."""
    edges = np.diff(np.pad(dark.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, begins = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    found = np.zeros_like(dark)
    for row, begin, end in zip(rows, begins, ends, strict=True):
        if end - begin >= length:
            found[row, begin:end] = True
    return found
