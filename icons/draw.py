"""Draws the icon in every size the installers want, with nothing but the standard library.

Run it in this folder after changing a shape: python3 draw.py
"""

import struct
import zlib

INK = (0x1F, 0x4E, 0x8C)
WHITE = (0xFF, 0xFF, 0xFF)

# All lengths in 1024ths of the side. A backbone: three vertebrae, each with an arm to
# either side, as partners are held by the one thing in the middle.
PLATE = (64, 64, 896, 896, 200)
BODY_WIDTH, BODY_HEIGHT, BODY_ROUND = 300, 168, 52
ARM_LEFT, ARM_RIGHT, ARM_HEIGHT = 204, 820, 62
ROWS = (300, 512, 724)
SPINE = (481, 300, 62, 424, 0)


def rounded(x, y, width, height, radius):
    """How far a point lies inside a rounded rectangle, above 0 inside."""

    def distance(px, py):
        dx = abs(px - (x + width / 2)) - (width / 2 - radius)
        dy = abs(py - (y + height / 2)) - (height / 2 - radius)
        outside = (max(dx, 0) ** 2 + max(dy, 0) ** 2) ** 0.5
        return radius - outside - min(max(dx, dy), 0)

    return distance


def white_shapes(size):
    # Small sizes need thicker arms to stay visible.
    arm = ARM_HEIGHT if size >= 64 else 84
    shapes = [SPINE]
    for y in ROWS:
        width = ARM_RIGHT - ARM_LEFT
        shapes.append((ARM_LEFT, y - arm / 2, width, arm, arm / 2))
        left = 512 - BODY_WIDTH / 2
        shapes.append((left, y - BODY_HEIGHT / 2, BODY_WIDTH, BODY_HEIGHT, BODY_ROUND))
    return shapes


def pixels(size):
    """Rows of RGBA bytes; edges are smoothed by how much of a pixel a shape covers."""
    plate = rounded(*PLATE)
    white = [rounded(*shape) for shape in white_shapes(size)]
    pixel = 1024 / size
    rows = []
    for row in range(size):
        line = bytearray()
        for column in range(size):
            x, y = (column + 0.5) * pixel, (row + 0.5) * pixel
            alpha = min(max(plate(x, y) / pixel + 0.5, 0), 1)
            cover = min(max(max(shape(x, y) for shape in white) / pixel + 0.5, 0), 1)
            color = [round(ink + (paper - ink) * cover) for ink, paper in zip(INK, WHITE)]
            line += bytes(color) + bytes([round(alpha * 255)])
        rows.append(bytes(line))
    return rows


def png(size):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    data = b"".join(b"\0" + row for row in pixels(size))
    return b"".join([
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", head),
        chunk(b"IDAT", zlib.compress(data, 9)),
        chunk(b"IEND", b""),
    ])


def ico(images):
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    entries, bodies = b"", b""
    for size, image in images:
        side = size % 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(image), at)
        at += len(image)
        bodies += image
    return head + entries + bodies


def icns(images):
    kinds = {32: b"ic11", 64: b"ic12", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
    body = b"".join(
        kinds[size] + struct.pack(">I", len(image) + 8) + image for size, image in images
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def svg():
    def rect(shape, color):
        x, y, width, height, radius = shape
        return (
            f'  <rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
            f'rx="{radius:g}" fill="{color}"/>\n'
        )

    shapes = "".join(rect(shape, "#FFFFFF") for shape in white_shapes(1024))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">\n'
        f'{rect(PLATE, "#1F4E8C")}{shapes}</svg>\n'
    )


def main():
    sizes = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
    images = {size: png(size) for size in sizes}
    for name, size in {
        "32x32.png": 32,
        "64x64.png": 64,
        "128x128.png": 128,
        "128x128@2x.png": 256,
        "icon.png": 512,
    }.items():
        write(name, images[size])
    write("icon.ico", ico([(size, images[size]) for size in (16, 24, 32, 48, 64, 256)]))
    write("icon.icns", icns([(size, images[size]) for size in (32, 64, 128, 256, 512, 1024)]))
    write("source.svg", svg().encode())


def write(name, content):
    with open(name, "wb") as file:
        file.write(content)


main()
