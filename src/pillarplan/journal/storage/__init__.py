"""Bytes on the disk: lines, logs, locks, devices, shadows."""
