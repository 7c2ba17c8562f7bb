"""The training wizard: pages over child processes; nothing here loads torch, and only ``curves`` may load pyqtgraph."""
