"""Model input becomes a prediction; the only room of the app that may load torch or OpenVINO, and only when asked."""
