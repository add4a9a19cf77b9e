"""Readers of codes that speak for themselves: serial ports and cameras."""
