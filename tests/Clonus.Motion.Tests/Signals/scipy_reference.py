#!/usr/bin/python3
"""Prints the numbers in ScipyReferenceTests.cs (Debian: python3-scipy). Run again when the filters change."""
import numpy as np
from scipy import signal

rate = 250.0
t = np.arange(400) / rate
x = 3 * np.sin(2 * np.pi * 5 * t) + 0.5 * np.cos(2 * np.pi * 31 * t) + 4 * (t > 0.6)

for name, sos in [
    ("low", signal.butter(4, 20, output="sos", fs=rate)),
    ("band", signal.butter(2, [2.5, 10], btype="bandpass", output="sos", fs=rate)),
]:
    y = signal.sosfiltfilt(sos, x, padtype="odd", padlen=100)
    print(name, ", ".join(repr(float(v)) for v in y[[0, 1, 57, 149, 150, 151, 200, 311, 398, 399]]))
