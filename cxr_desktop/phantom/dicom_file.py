"""A phantom → a valid DX or CR file that says of itself that it is a phantom; it chooses neither patients nor names."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from pydicom import uid
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence

from cxr_desktop.phantom.encoding import LOSSY, Codes, encode_frame
from cxr_desktop.phantom.rendering import Array

NOTICE = "Synthetic phantom made by cxr-desktop. Not a patient. Not for diagnosis."
MAKER = "cxr-desktop phantom generator"
FLOOR, CEILING = 0.06, 0.9
"""Shares of the code range that black and white take: files have room at both ends, and a window that says so."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a phantom becomes a file. ``voi`` is "window", "sigmoid", "lut" or "none" (CR only)."""

    modality: str = "DX"
    bits: int = 12
    inverse: bool = False
    """MONOCHROME1"""
    syntax: uid.UID = uid.ExplicitVRLittleEndian
    voi: str = "window"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who and when, all invented. Dates and times are DICOM's; ``study`` and ``instance`` name the UIDs' sources."""

    name: str
    patient_id: str
    sex: str
    age: int
    accession: str
    date: str
    time: str
    study: str
    instance: int = 1


def make_uid(*sources: str) -> uid.UID:
    """The same sources give the same UID."""
    return uid.generate_uid(entropy_srcs=["cxr-desktop phantom", *sources])


def codes_of(pixels: Array, form: Form) -> Codes:
    """0…1 (bright = dense) → stored values of ``form.bits`` bits, inverted for MONOCHROME1."""
    top = (1 << form.bits) - 1
    codes = np.rint((FLOOR + (CEILING - FLOOR) * pixels) * top).astype(np.uint16)
    return (top - codes).astype(np.uint16) if form.inverse else codes


def write(pixels: Array, spacing_mm: float, view: str, identity: Identity, form: Form) -> bytes:
    """The bytes of one file, with preamble and file meta information. ``view`` is "PA", "AP", "LL" or "" (a hand)."""
    codes = codes_of(pixels, form)
    ds = Dataset()
    _describe_patient(ds, identity, form, view)
    _describe_equipment(ds)
    _describe_image(ds, codes, spacing_mm, view, identity, form)
    if form.modality == "DX":
        _describe_dx(ds, spacing_mm, view, form)
    _describe_voi(ds, form)
    frame = encode_frame(codes, form.bits, form.syntax)
    if form.syntax in LOSSY:
        ds.LossyImageCompression = "01"
        ds.LossyImageCompressionRatio = f"{codes.nbytes / max(1, len(frame)):.3g}"
        ds.LossyImageCompressionMethod = LOSSY[form.syntax]
    if form.syntax.is_encapsulated:
        ds.PixelData = encapsulate([frame])
        ds["PixelData"].VR = "OB"
    else:
        ds.PixelData = frame + b"\0" * (len(frame) % 2)
        ds["PixelData"].VR = "OW"
    return _to_bytes(ds, form.syntax)


def _to_bytes(ds: Dataset, syntax: uid.UID) -> bytes:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = ds.SOPClassUID
    meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    meta.TransferSyntaxUID = syntax
    meta.ImplementationClassUID = make_uid("implementation")
    meta.ImplementationVersionName = "CXRDESKTOP"
    stream = BytesIO()
    file = FileDataset(stream, ds, file_meta=meta, preamble=b"\0" * 128)
    dcmwrite(stream, file, enforce_file_format=True)
    return stream.getvalue()


def _code(value: str, meaning: str, scheme: str = "SCT") -> Sequence:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return Sequence([item])


def _describe_patient(ds: Dataset, identity: Identity, form: Form, view: str) -> None:
    """Patient, study and series modules."""
    chest = bool(view)
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.SOPClassUID = (
        uid.DigitalXRayImageStorageForPresentation if form.modality == "DX" else uid.ComputedRadiographyImageStorage
    )
    ds.SOPInstanceUID = make_uid(identity.study, "instance", str(identity.instance))
    ds.StudyInstanceUID = make_uid(identity.study)
    ds.SeriesInstanceUID = make_uid(identity.study, "series", str(identity.instance))
    ds.PatientName, ds.PatientID = identity.name, identity.patient_id
    ds.PatientBirthDate = f"{int(identity.date[:4]) - identity.age:04d}0101"
    ds.PatientSex, ds.PatientAge = identity.sex, f"{identity.age:03d}Y"
    ds.PatientComments = NOTICE
    ds.StudyDate = ds.SeriesDate = ds.AcquisitionDate = ds.ContentDate = identity.date
    ds.StudyTime = ds.SeriesTime = ds.AcquisitionTime = ds.ContentTime = identity.time
    ds.AccessionNumber, ds.StudyID = identity.accession, "1"
    ds.ReferringPhysicianName = ""
    ds.StudyDescription = "PHANTOM chest" if chest else "PHANTOM hand"
    ds.SeriesDescription = f"PHANTOM {view}".strip()
    ds.Modality, ds.SeriesNumber = form.modality, identity.instance
    ds.BodyPartExamined = "CHEST" if chest else "HAND"
    ds.ViewPosition = view
    if not chest and form.modality == "CR":
        ds.Laterality = "L"


def _describe_equipment(ds: Dataset) -> None:
    ds.Manufacturer = ds.ManufacturerModelName = MAKER
    ds.InstitutionName = "Nowhere: synthetic images"
    ds.DeviceSerialNumber, ds.SoftwareVersions = "0", "1"


def _describe_image(ds: Dataset, codes: Codes, spacing_mm: float, view: str, identity: Identity, form: Form) -> None:
    """General image, image pixel and the CR modules."""
    ds.ImageType = ["ORIGINAL", "PRIMARY", ""]
    ds.InstanceNumber = identity.instance
    ds.AcquisitionNumber = 1
    ds.ImageComments = NOTICE
    # Columns run towards the patient's left and rows to the feet; a left lateral looks to the right of the image.
    ds.PatientOrientation = {"LL": ["A", "F"]}.get(view, ["L", "F"])
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME1" if form.inverse else "MONOCHROME2"
    ds.Rows, ds.Columns = codes.shape
    ds.BitsAllocated = 8 if form.bits <= 8 else 16
    ds.BitsStored, ds.HighBit, ds.PixelRepresentation = form.bits, form.bits - 1, 0
    ds.BurnedInAnnotation = "NO"
    ds.LossyImageCompression = "00"
    ds.PresentationLUTShape = "INVERSE" if form.inverse else "IDENTITY"
    ds.KVP = "120" if view else "50"
    ds.ImagerPixelSpacing = [f"{spacing_mm:.6f}", f"{spacing_mm:.6f}"]
    if form.modality == "CR":
        ds.PlateID, ds.CassetteOrientation = "PHANTOM", "PORTRAIT"


def _describe_dx(ds: Dataset, spacing_mm: float, view: str, form: Form) -> None:
    """What a DX object must say beyond CR (PS3.3 A.26)."""
    ds.PresentationIntentType = "FOR PRESENTATION"
    ds.ImageLaterality = "U" if view else "L"
    ds.PixelIntensityRelationship = "LOG"
    # Dense is high in MONOCHROME2, so values fall as X-ray intensity rises.
    ds.PixelIntensityRelationshipSign = 1 if form.inverse else -1
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = "0", "1", "US"
    ds.AnatomicRegionSequence = _code("816094009", "Chest") if view else _code("85562004", "Hand")
    ds.DetectorType, ds.PositionerType = "DIRECT", "NONE"
    ds.DetectorID, ds.FieldOfViewShape = "PHANTOM", "RECTANGLE"
    ds.AcquisitionContextSequence = Sequence()
    views = {
        "PA": ("272479007", "postero-anterior"),
        "AP": ("399348003", "antero-posterior"),
        "LL": ("399173006", "left lateral"),
    }
    ds.ViewCodeSequence = _code(*views.get(view, views["PA"]))
    ds.ViewCodeSequence[0].ViewModifierCodeSequence = Sequence()


def _describe_voi(ds: Dataset, form: Form) -> None:
    """How the values are meant to be shown; codes are those before any inversion by the photometric interpretation."""
    top = (1 << form.bits) - 1
    low, high = (1 - CEILING, 1 - FLOOR) if form.inverse else (FLOOR, CEILING)
    first, last = round(low * top), round(high * top)
    if form.voi in ("window", "sigmoid"):
        ds.WindowCenter, ds.WindowWidth = f"{(first + last) / 2 + 0.5:g}", f"{last - first + 1:g}"
        ds.WindowCenterWidthExplanation = "PHANTOM"
        if form.voi == "sigmoid":
            # A sigmoid needs less width for the same contrast in the middle.
            ds.WindowWidth, ds.VOILUTFunction = f"{0.65 * (last - first):g}", "SIGMOID"
    elif form.voi == "lut":
        span = np.linspace(-1.0, 1.0, last - first + 1)
        table = np.rint((0.5 + 0.5 * np.tanh(1.1 * span) / np.tanh(1.1)) * 65535)
        item = Dataset()
        item.LUTDescriptor = [len(table), first, 16]
        # As words (OW): a table of 16-bit images would not fit into the 64 KiB of an explicit US.
        order = ">u2" if form.syntax == uid.ExplicitVRBigEndian else "<u2"
        item.LUTExplanation, item.LUTData = "PHANTOM", table.astype(order).tobytes()
        item["LUTDescriptor"].VR, item["LUTData"].VR = "US", "OW"
        ds.VOILUTSequence = Sequence([item])
    elif form.voi != "none" or form.modality == "DX":
        raise ValueError(f"a {form.modality} phantom cannot be written with VOI {form.voi!r}")
