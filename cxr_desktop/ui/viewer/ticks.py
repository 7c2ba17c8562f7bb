"""Which of the viewer's actions are ticked; changes nothing of what is shown."""

from __future__ import annotations

from cxr_desktop.ui.viewer.actions import ViewerActions
from cxr_desktop.ui.viewer.menus import MapMenu
from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.tools import Tool


def show_ticks(named: ViewerActions, maps: MapMenu, reading: Reading, tool: Tool) -> None:
    """As the image is shown, and by the tool in hand."""
    display, layer = reading.display, reading.overlay
    ticked = {
        "invert": display is not None and display.kept.inverted,
        "mirror": display is not None and display.kept.turn.mirrored,
        "magnifier": reading.aids.magnifier,
        "probe": reading.aids.probe,
        "map": layer.visible,
        "lungs": reading.lungs.visible,
        "map_below": layer.below_operating_point,
        "map_outline": layer.look.outline_only,
        "map_boxes": layer.look.boxes,
        "split": reading.is_split,
        f"tool_{tool.value}": True,
    }
    for name, on in ticked.items():
        named[name].setChecked(on)
    maps.show_colours(layer.look.colours)
    maps.show_state({f: layer.label_of(f) for f in layer.classes}, layer.finding, layer.opacity)
