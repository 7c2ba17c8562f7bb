"""A folder, manifest or image set becomes labelled, divided, augmented tensors."""
