"""Scripts that measure; `python -m tests.benchmarks` lists them. They run as the program does (``__main__``)."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
