"""The kinds of head that have a closed-form Grad-CAM, by the name that cards use."""

LINEAR_HEAD = "linear"
"""Global average pooling, then one linear layer (ResNet, DenseNet)."""
CONV_HEAD = "conv_relu"
"""A 1×1 convolution to one plane per class, ReLU, then global average pooling (SqueezeNet)."""
HEADS = (LINEAR_HEAD, CONV_HEAD)
