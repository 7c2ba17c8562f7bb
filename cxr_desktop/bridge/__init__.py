"""Where plain Python meets the event loop; QtCore only, no widgets."""
