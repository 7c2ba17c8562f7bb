"""Many runs over values of recipe keys: orthogonal array and Optuna."""
