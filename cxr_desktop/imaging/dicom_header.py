"""The header of a DICOM image → ``Radiograph``; decides what is no image; decodes no pixel."""

from __future__ import annotations

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.imaging.dicom_elements import PIXEL_TAGS
from cxr_desktop.imaging.dicom_file import DicomFile
from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.image_pixel import ImagePixel, read_image_pixel

_DICOMDIR = "1.2.840.10008.1.3.10"
_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1"
_RADIOGRAPHS = {
    "1.2.840.10008.5.1.4.1.1.1": "Computed Radiography Image Storage",
    "1.2.840.10008.5.1.4.1.1.1.1": "Digital X-Ray Image Storage - For Presentation",
    _FOR_PROCESSING: "Digital X-Ray Image Storage - For Processing",
    "1.2.840.10008.5.1.4.1.1.7": "Secondary Capture Image Storage",
}

_SOP_CLASS_UID = 0x00080016
_UIDS = {
    "sop_instance_uid": 0x00080018,
    "series_instance_uid": 0x0020000E,
    "study_instance_uid": 0x0020000D,
}
_TEXTS = {"patient_id": 0x00100020, "patient_age": 0x00101010, "accession_number": 0x00080050}
_LINES = {
    "study_description": 0x00081030,
    "series_description": 0x0008103E,
    "institution_name": 0x00080080,
    "station_name": 0x00081010,
    "device_name": 0x00081090,
}
_CODES = {"patient_sex": 0x00100040, "modality": 0x00080060, "body_part_examined": 0x00180015}
_PATIENT_NAME, _BIRTH_DATE, _INSTANCE_NUMBER = 0x00100010, 0x00100030, 0x00200013
_STUDY_DATES = (
    (0x00080020, 0x00080030, ""),
    (0x00080022, 0x00080032, "acquisition"),
    (0x00080023, 0x00080033, "content"),
    (0x00080021, 0x00080031, "series"),
)
_PATIENT_POSITION, _VIEW_POSITION = 0x00185100, 0x00185101
_PATIENT_ORIENTATION, _LATERALITY, _IMAGE_LATERALITY = 0x00200020, 0x00200060, 0x00200062
_PIXEL_SPACING, _PIXEL_ASPECT_RATIO, _CALIBRATION_TYPE = 0x00280030, 0x00280034, 0x00280A02
_IMAGER_PIXEL_SPACING, _NOMINAL_SCANNED_PIXEL_SPACING = 0x00181164, 0x00182010
_OVERLAYS = 0x60000000, 0x601EFFFF
_BURNED_IN_ANNOTATION, _INTENT = 0x00280301, 0x00080068
_REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275
_PRIORITIES = (0x00401003, 0x00741200, 0x0032000C)
"""Requested Procedure Priority, Scheduled Procedure Step Priority, and the retired Study Priority ID."""
_KVP, _EXPOSURE_MAS, _EXPOSURE_UAS = 0x00180060, 0x00181152, 0x00181153
_VIEW_CODE_SEQUENCE, _CODE_VALUE = 0x00540220, 0x00080100

# PS3.16 CID 4010, SNOMED CT and the older SNOMED RT identifiers; DX images must carry the code, not the view position.
_VIEW_CODES = {
    "272479007": "PA",
    "R-40888": "PA",
    "R-10214": "PA",
    "399348003": "AP",
    "R-10206": "AP",
    "399173006": "LL",
    "R-10236": "LL",
    "399198007": "RL",
    "R-10232": "RL",
    "399067008": "LATERAL",
    "R-102CD": "LATERAL",
}
_VIEWS_IN_PATIENT_POSITION = frozenset({"PA", "AP", "LL", "RL"})


def require_image(file: DicomFile, attributes: Attributes) -> None:
    """Raise ``NotAnImageError`` for other objects, ``UnreadableImageError`` where an image's header is incomplete."""
    sop_class = _sop_class(file, attributes)
    if sop_class == _DICOMDIR:
        raise NotAnImageError("a DICOM directory, not an image")
    kind = _class_name(sop_class)
    is_known = bool(kind)
    has_pixels = any(tag in attributes for tag in PIXEL_TAGS)
    if is_known and "Image Storage" not in kind:
        # Doses and segmentations have pixels too, and are pictures of something, but not films.
        kind = kind.replace(" Storage", "")
        if has_pixels:
            raise NotAnImageError(f"a DICOM object that is no radiograph ({kind})")
        raise NotAnImageError(f"a DICOM object without an image ({kind})")
    if has_pixels:
        return
    if not file.complete:
        raise UnreadableImageError("the file is cut short or damaged in its header")
    if is_known:
        raise UnreadableImageError("the file holds no pixel data")
    raise NotAnImageError("a DICOM object without an image")


def read_radiograph(path: str, file: DicomFile, attributes: Attributes) -> tuple[Radiograph, ImagePixel]:
    """Everything a worklist shows of one image. Raises like ``require_image``."""
    require_image(file, attributes)
    pixel = read_image_pixel(attributes)
    flags = list(file.flags)
    study_date, study_time = _study_date(attributes, flags)
    spacing, calibrated = _spacing(attributes, flags)
    orientation = "\\".join(part for part in attributes.texts(_PATIENT_ORIENTATION)[:2] if part)
    view = _view(attributes, flags)
    _flag_orientation(orientation, view, flags)
    _flag_additions(attributes, flags)
    simple = _simple(attributes)
    if attributes.has_replaced_text:
        flags.append("some text is in a character set that the file does not state")
    radiograph = Radiograph(
        path=path,
        source=Source.DICOM,
        rows=pixel.rows,
        columns=pixel.columns,
        bits_stored=pixel.bits_stored,
        sop_class_uid=_sop_class(file, attributes),
        patient_birth_date=attributes.date(_BIRTH_DATE),
        study_date=study_date,
        study_time=study_time,
        view_position=view,
        laterality=attributes.code(_IMAGE_LATERALITY) or attributes.code(_LATERALITY),
        patient_orientation=orientation,
        instance_number=attributes.integer(_INSTANCE_NUMBER),
        photometric_interpretation=pixel.photometric_interpretation,
        transfer_syntax_uid=file.transfer_syntax_uid,
        pixel_spacing_mm=spacing,
        spacing_is_calibrated=calibrated,
        requested_priority=_requested_priority(attributes),
        kvp=_positive(attributes.number(_KVP)),
        exposure_mas=_exposure(attributes),
        flags=tuple(dict.fromkeys((*flags, *pixel.flags))),
        **simple,
    )
    return radiograph, pixel


def _simple(attributes: Attributes) -> dict[str, str]:
    """The fields that are one attribute each."""
    found = {"patient_name": attributes.text(_PATIENT_NAME).rstrip("^= ")}
    for name, tag in _UIDS.items():
        found[name] = attributes.uid(tag)
    for name, tag in _TEXTS.items():
        found[name] = attributes.text(tag)
    for name, tag in _LINES.items():
        found[name] = attributes.line(tag)
    for name, tag in _CODES.items():
        found[name] = attributes.code(tag)
    return found


def _positive(value: float | None) -> float | None:
    return value if value is not None and 0 < value < 1e6 else None


def _exposure(attributes: Attributes) -> float | None:
    """In mAs; the attribute in µAs is there because the other one is a whole number."""
    fine = _positive(attributes.number(_EXPOSURE_UAS, "IS"))
    return fine / 1000 if fine is not None else _positive(attributes.number(_EXPOSURE_MAS, "IS"))


def _sop_class(file: DicomFile, attributes: Attributes) -> str:
    return attributes.uid(_SOP_CLASS_UID) or file.media_sop_class_uid


def _class_name(sop_class: str) -> str:
    """The Standard's name of an SOP class, "" for private and damaged ones."""
    if sop_class in _RADIOGRAPHS:
        return _RADIOGRAPHS[sop_class]
    # Imported here: it takes longer than all other imports of a reader together, and radiographs do not need it.
    from pydicom import config
    from pydicom.uid import UID

    # Unvalidated, or it would warn about a UID of the file and show it.
    name = UID(sop_class, config.IGNORE).name if sop_class else ""
    return "" if name == sop_class else name


def _flag_additions(attributes: Attributes, flags: list[str]) -> None:
    if attributes.uid(_SOP_CLASS_UID) == _FOR_PROCESSING or attributes.code(_INTENT) == "FOR PROCESSING":
        flags.append("raw detector values, not processed for reading")
    if attributes.code(_BURNED_IN_ANNOTATION) == "YES":
        flags.append("text is burned into the image")
    if attributes.has_any(*_OVERLAYS):
        flags.append("overlay planes are not drawn")


def _study_date(attributes: Attributes, flags: list[str]) -> tuple[str, str]:
    for date_tag, time_tag, name in _STUDY_DATES:
        found = attributes.date(date_tag)
        if found:
            if name:
                flags.append(f"no study date; the {name} date is shown")
            return found, attributes.time(time_tag)
    return "", attributes.time(_STUDY_DATES[0][1])


def _requested_priority(attributes: Attributes) -> str:
    """Of the image itself, else of the request that it answers."""
    for place in (attributes, *attributes.items(_REQUEST_ATTRIBUTES_SEQUENCE)):
        for tag in _PRIORITIES:
            if code := place.code(tag):
                return code
    return ""


def _view(attributes: Attributes, flags: list[str]) -> str:
    view = attributes.code(_VIEW_POSITION)
    if view:
        return view
    for item in attributes.items(_VIEW_CODE_SEQUENCE):
        if coded := _VIEW_CODES.get(item.text(_CODE_VALUE)):
            return coded
    position = attributes.code(_PATIENT_POSITION)
    if position in _VIEWS_IN_PATIENT_POSITION:
        flags.append("the view stands in the patient position")
        return position
    return ""


def _spacing(attributes: Attributes, flags: list[str]) -> tuple[tuple[float, float] | None, bool]:
    """(row, column) spacing in mm, and whether it holds at the patient's depth (PS3.3 10.7.1.3)."""
    at_patient = _pair(attributes, _PIXEL_SPACING, flags)
    at_detector = _pair(attributes, _IMAGER_PIXEL_SPACING, flags)
    if at_patient is not None:
        # Equal spacings without a stated calibration mean that nothing was corrected for magnification.
        is_corrected = at_patient != at_detector or bool(attributes.code(_CALIBRATION_TYPE))
        return at_patient, is_corrected
    spacing = at_detector or _pair(attributes, _NOMINAL_SCANNED_PIXEL_SPACING, flags)
    if spacing is None:
        aspect = attributes.integers(_PIXEL_ASPECT_RATIO)
        if len(aspect) == 2 and aspect[0] != aspect[1]:
            flags.append("the pixels are not square")
    return spacing, False


def _pair(attributes: Attributes, tag: int, flags: list[str]) -> tuple[float, float] | None:
    if attributes.is_empty(tag):
        return None
    numbers = attributes.numbers(tag)
    if len(numbers) >= 2 and all(0.001 <= n <= 100.0 for n in numbers[:2]):
        return numbers[0], numbers[1]
    flags.append("the pixel spacing makes no sense")
    return None


def _flag_orientation(orientation: str, view: str, flags: list[str]) -> None:
    """A frontal image is shown with the patient's left at the right and the head up: rows run L, columns F."""
    row, _, column = orientation.upper().partition("\\")
    if not row or not column:
        return
    if column.startswith("H"):
        flags.append("stored upside down")
    elif row[0] in "HF":
        flags.append("stored on its side")
    elif row[0] == "R" and view in ("", "PA", "AP"):
        flags.append("stored mirrored")
