from __future__ import annotations

import pickle
import zlib
from dataclasses import FrozenInstanceError

import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone

ZONES = bytes(range(7)) * 4


def test_zones_come_back_as_they_were_and_the_value_is_a_value():
    field = LungField(4, 7, ZONES, Affine(2.0, 0.0, 1.0, 0.0, 2.0, 3.0))
    assert field.zones == ZONES
    assert (field.height, field.width, field.to_source.apply(0, 0)) == (4, 7, (1.0, 3.0))
    assert field == LungField(4, 7, ZONES, field.to_source)
    assert field != LungField(4, 7, ZONES[::-1], field.to_source)
    assert len({field, LungField(4, 7, ZONES, field.to_source)}) == 1
    assert pickle.loads(pickle.dumps(field)) == field
    with pytest.raises(FrozenInstanceError):
        field.width = 8


def test_a_field_of_usual_size_takes_little_memory():
    zones = bytearray(128 * 128)
    for row in range(30, 100):
        zones[row * 128 + 20 : row * 128 + 50] = bytes([LungZone.RIGHT_MIDDLE]) * 30
    assert len(LungField(128, 128, bytes(zones), Affine()).packed) < 1000


def test_packed_zones_of_another_size_or_damaged_ones_are_refused():
    packed = LungField(4, 7, ZONES, Affine()).packed
    assert LungField.from_packed(4, 7, packed, Affine()) == LungField(4, 7, ZONES, Affine())
    for wrong in (packed[:-3], b"", b"zones", zlib.compress(ZONES + b"0")):
        with pytest.raises(ValueError, match="zones"):
            LungField.from_packed(4, 7, wrong, Affine())
