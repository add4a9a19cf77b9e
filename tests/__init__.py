"""Tests mirror the packages; e2e drives the whole program as a subprocess."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # several only wait for one another
