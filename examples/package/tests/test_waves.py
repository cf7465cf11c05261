"""The same for the compiled package and for its sources."""

import numpy as np
import pytest
import waves
from waves.grid.membrane import step


def test_a_string_comes_back_after_a_period():
    start = waves.pluck(51, 0.3)
    np.testing.assert_allclose(waves.run(start, 100, 1.0), start, atol=1e-12)


def test_energy_is_kept():
    start = waves.pluck(40, 0.5)
    first = waves.energy(start, waves.run(start, 1, 0.5), 0.5)
    later = waves.energy(waves.run(start, 70, 0.5), waves.run(start, 71, 0.5), 0.5)
    assert later == pytest.approx(first)


def test_strings_of_two_lengths():
    with pytest.raises(ValueError, match="as many points"):
        waves.energy(np.zeros(3), np.zeros(4), 0.5)


def test_a_membrane_rises_around_its_peak():
    now = np.zeros((5, 5))
    now[2, 2] = 1.0
    after = np.zeros((5, 5))
    assert step(now, now, after, 0.5) == 0.25
    assert after[2, 2] == 0.0 and after[1, 2] == 0.25


def test_a_window_is_zero_at_its_ends():
    window = pytest.importorskip("waves._window", reason="a pure wheel has no .pyx modules")
    signal = np.ones(9)
    window.weigh(signal)
    assert signal[4] == 1.0 and signal[0] == signal[8] == 0.0
    with pytest.raises(ValueError, match="two points"):
        window.weigh(np.ones(1))
