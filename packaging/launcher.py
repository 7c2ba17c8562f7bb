"""The frozen program's first module: ends children where they begin, then hands over to the command line."""

from __future__ import annotations

import multiprocessing

from cxr_desktop.__main__ import main

if __name__ == "__main__":
    # PyInstaller starts every spawned child here; without this each child would open a window of its own.
    multiprocessing.freeze_support()
    main()
