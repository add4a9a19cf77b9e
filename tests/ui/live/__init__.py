"""Windows under a real X server, typed into by a real keyboard, with a real input method."""
