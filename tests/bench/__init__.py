"""Speed and memory beside the peers, in ratios. One core: several would wait for one another."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
