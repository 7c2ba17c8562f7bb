"""What the program said to the window, remembered so that a window in its place can be told the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

P = ParamSpec("P")
R = TypeVar("R")
Told = dict[str, tuple[tuple[Any, ...], dict[str, Any]]]


def told(method: Callable[Concatenate[MainWindow, P], R]) -> Callable[Concatenate[MainWindow, P], R]:
    """What the program says to the window by this method is said again to the window that follows it."""

    @wraps(method)
    def remember(window: MainWindow, *args: P.args, **words: P.kwargs) -> R:
        window.told[method.__name__] = (args, dict(words))
        return method(window, *args, **words)

    return remember
