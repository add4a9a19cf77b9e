"""An own reader of QR codes that are too blurred, dark or damaged for the usual ones."""
