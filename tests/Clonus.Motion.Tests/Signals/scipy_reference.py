#!/usr/bin/python3
"""Prints the numbers in ScipyReferenceTests.cs (Debian: python3-scipy). Run again when the filters or the periodogram change."""
import numpy as np
from scipy import signal

rate = 250.0
t = np.arange(400) / rate
x = 3 * np.sin(2 * np.pi * 5 * t) + 0.5 * np.cos(2 * np.pi * 31 * t) + 4 * (t > 0.6)


def show(name, values):
    print(name + ":", ", ".join(repr(float(v)) for v in values))


at = [0, 1, 57, 149, 150, 151, 200, 311, 398, 399]
for name, arguments in [("low", dict(N=4, Wn=20)), ("band", dict(N=2, Wn=[2.5, 10], btype="bandpass"))]:
    sos = signal.butter(**arguments, output="sos", fs=rate)
    b, a = signal.butter(**arguments, output="ba", fs=rate)
    show(name + ", sections", signal.sosfiltfilt(sos, x, padtype="odd", padlen=100)[at])
    show(name + ", transfer function", signal.filtfilt(b, a, x, padtype="odd", padlen=100)[at])

for length in [60, 64, 97, 399, 400]:
    _, density = signal.periodogram(x[:length], rate, window="hann", detrend=False)
    show(f"periodogram of {length}", density[[0, 1, 2, 7, 13, len(density) - 2, len(density) - 1]])

_, density = signal.welch(x, rate, window="hann", nperseg=60, noverlap=30, detrend=False)
show("welch", density[[0, 1, 2, 7, 13, 29, 30]])
