"""The sRGB colour profile archives ask for: ICC version 2, built from the numbers of IEC 61966-2-1."""

from __future__ import annotations

import struct

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {  # adapted to D50
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_STEPS = 256
_NAME = b"sRGB IEC61966-2.1"


def srgb_profile() -> bytes:
    """The bytes of the profile, always the same."""
    curve = _curve()
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": _xyz(*_D50),
        **{tag: _xyz(*value) for tag, value in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4s2I", tag, places[content], len(content))
    body = struct.pack(">I", len(tags)) + table + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    created = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += created + b"acsp" + b"\0" * 28 + _fixed(*_D50)
    return head + b"\0" * (128 - len(head))


def _curve() -> bytes:
    steps = (_linear(step / (_STEPS - 1)) for step in range(_STEPS))
    return struct.pack(f">4sII{_STEPS}H", b"curv", 0, _STEPS, *(round(value * 65535) for value in steps))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(x, y, z)


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _description(name: bytes) -> bytes:
    ascii_part = struct.pack(">4sII", b"desc", 0, len(name) + 1) + name + b"\0"
    return ascii_part + b"\0" * (4 + 4 + 2 + 1 + 67)  # no Unicode and no Macintosh text
