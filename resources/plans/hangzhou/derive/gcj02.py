"""GCJ-02, the shifted datum of Chinese web maps, and its inverse. Arrays of longitudes and latitudes in degrees.

The same public formula as maps/geometry/gcj02.cpp, on the Krasovsky 1940 ellipsoid."""

import numpy as np

A = 6378245.0
E2 = 0.00669342162296594323


def _offset(lon, lat):
    x, y = lon - 105.0, lat - 35.0
    root = np.sqrt(np.abs(x))
    wave = (20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)) * 2 / 3
    dlat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave
    dlat = dlat + (20 * np.sin(np.pi * y) + 40 * np.sin(np.pi / 3 * y)) * 2 / 3
    dlat = dlat + (160 * np.sin(np.pi / 12 * y) + 320 * np.sin(np.pi / 30 * y)) * 2 / 3
    dlon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave
    dlon = dlon + (20 * np.sin(np.pi * x) + 40 * np.sin(np.pi / 3 * x)) * 2 / 3
    dlon = dlon + (150 * np.sin(np.pi / 12 * x) + 300 * np.sin(np.pi / 30 * x)) * 2 / 3
    w = 1 - E2 * np.sin(np.radians(lat)) ** 2
    dlat = np.degrees(dlat / (A * (1 - E2) / (w * np.sqrt(w))))
    dlon = np.degrees(dlon / (A / np.sqrt(w) * np.cos(np.radians(lat))))
    return dlon, dlat


def from_wgs84(lon, lat):
    dlon, dlat = _offset(lon, lat)
    return lon + dlon, lat + dlat


def to_wgs84(lon, lat):
    """Fixed-point iteration to 1e-9 degree (0.1 mm)."""
    x, y = np.array(lon, float), np.array(lat, float)
    for _ in range(20):
        dlon, dlat = _offset(x, y)
        nx, ny = lon - dlon, lat - dlat
        change = max(np.max(np.abs(nx - x), initial=0), np.max(np.abs(ny - y), initial=0))
        x, y = nx, ny
        if change < 1e-9:
            break
    return x, y
