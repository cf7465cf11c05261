"""The command `waves`."""

import argparse
from importlib import resources

import waves


def main():
    parser = argparse.ArgumentParser(description="Draws a plucked string after some steps.")
    parser.add_argument("steps", type=int)
    steps = parser.parse_args().steps
    ramp = resources.files("waves").joinpath("ramp.txt").read_text(encoding="utf-8").strip()
    height = waves.run(waves.pluck(64, 0.3), steps, 0.9)
    print("".join(ramp[round((value + 1) / 2 * (len(ramp) - 1))] for value in height.clip(-1, 1)))
