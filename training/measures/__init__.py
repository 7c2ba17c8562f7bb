"""Numbers about predictions; knows no file, no network and no page."""
