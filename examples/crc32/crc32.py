"""The CRC-32 checksum of bytes, bit by bit and by table."""

import binascii

import numpy as np
import pyrx

POLYNOMIAL = 0xEDB88320


def crc32_bits(data: bytes) -> int:
    """The checksum, bit by bit."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ POLYNOMIAL
            else:
                crc >>= 1
    return crc ^ 0xFFFFFFFF


def make_table():
    """The checksum of each byte."""
    table = np.zeros(256, np.uint32)
    for n in range(256):
        crc = n
        for _ in range(8):
            crc = (crc >> 1) ^ POLYNOMIAL if crc & 1 else crc >> 1
        table[n] = crc
    return table


def crc32_table(data: bytes, table: pyrx.uint32[::1]) -> int:
    """The checksum by table, a byte at a time."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc = int(table[(crc ^ byte) & 0xFF]) ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def main():
    text = b"The quick brown fox jumps over the lazy dog"
    table = make_table()
    print(f"{crc32_bits(text):08x} {crc32_table(text, table):08x} {binascii.crc32(text):08x}")
    print(f"{crc32_bits(b''):08x} {crc32_table(bytes(range(256)), table):08x}")


if __name__ == "__main__":
    main()
