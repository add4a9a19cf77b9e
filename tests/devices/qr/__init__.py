"""The own reader of QR codes, stage by stage."""
