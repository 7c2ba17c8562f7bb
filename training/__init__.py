"""Training, evaluation and publishing of checkpoints with the networks and preprocessing that serve them."""
