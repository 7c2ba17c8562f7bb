"""What lower rooms say in English, in the language of the window; knows no study and no engine.

They know no translation: a reason is stored with a result, goes into logs and tables and through child processes as
one English phrase. Here it is found again and said in the reader's language. A phrase that is not in ``SOURCES`` (a
rare fault, or one of a newer engine) is shown as it came rather than not at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

CONTEXT = "reasons"

GATE = (
    "no image content",
    "lateral view",
    "not a chest radiograph",
    "not recognised as a frontal chest radiograph",
    "what was found does not have the form of two lungs",
    "unlike the images that the model learned from",
    "the lungs were not found",
    "the lungs are cut off at the edge of the picture",
    "the film lies on its side",
    "the film is upside down",
    "black and white are exchanged",
    "the film lies on its side and black and white are exchanged",
    "the film is upside down and black and white are exchanged",
)
"""Why the check of the pixels set an image aside."""

NOTES = (
    "the image looks mirrored, or the heart lies on the right",
    "the lungs were not found: the middle of the image was scored",
    "only one lung was found",
    "the second opinion gave no number",
    "the middle is darker than the sides, as in a negative",
    "the header names another body part: {0}",
    "the header says lateral view",
    "the header names another modality: {0}",
    "some text is in a character set that the file does not state",
    "raw detector values, not processed for reading",
    "text is burned into the image",
    "overlay planes are not drawn",
    "no study date; the {0} date is shown",
    "the view stands in the patient position",
    "the pixels are not square",
    "the pixel spacing makes no sense",
    "stored upside down",
    "stored on its side",
    "stored mirrored",
    "transparent parts are shown black",
    "turned as its EXIF orientation says",
    "a colour image, shown as grey",
    "the pixel data are longer than the header says",
    "bits above those stored were ignored",
    "the pixel data are {0}, the header says {1}",
    "the pixel data have {0} bits, the header says {1}",
    "the pixel data and the header disagree about negative values",
    "the bits stored are not stated",
    "the photometric interpretation is not stated; taken as MONOCHROME2",
    "the rescale slope or intercept makes no sense and is not used",
    "the modality look-up table of the file cannot be used",
    "another file of this study has the same instance UID and other content",
    "another study here has this patient ID with another name or birth date",
)
"""What is said beside a number."""

FILES = (
    "{0}, not an image",
    "a text",
    "a web page",
    "a file of zeros",
    "not a DICOM, PNG, JPEG or TIFF file",
    "not a DICOM file",
    "the file is set aside: reading it failed twice",
    "a {0} file; DICOM, PNG, JPEG and TIFF are read",
    "no image content: {0} × {1} pixels are too few",
    "no image content: {0} × {1} pixels are a strip, not a radiograph",
    "no image content: every pixel is padding",
    "no image content: every pixel has the same value",
    "{0} × {1} pixels are more than the limit of {2} megapixels",
    "an image of several pages",
    "an animated image",
    "multi-frame image ({0} frames)",
    "floating-point TIFF, which is not read",
    "TIFF with signed values, which is not read",
    "TIFF compressed as {0}, which is not read",
    "TIFF with pixels of an unknown kind, which are not read",
    "JPEG with {0} bits per pixel; 8 are read",
    "a lossless JPEG, which is not read",
    "floating-point pixels are not read",
    "{0} with pixels of kind {1}, which are not read",
    "the file is empty",
    "the file is as good as empty ({0} byte)",
    "the file is as good as empty ({0} bytes)",
    "the file is larger than {0} MB",
    "a link, which is not followed",
    "a folder, not a file",
    "the file holds no pixel data",
    "the file holds no compressed pixel data",
    "the compressed pixel data are cut short",
    "the compressed pixel data are damaged",
    "the compressed pixel data are damaged or cut short",
    "the compressed pixel data are larger than a file may be",
    "the pixel data are cut short",
    "the pixel data are cut short ({0} of {1} bytes)",
    "the header describes {0} bytes of pixel data, the file holds {1}",
    "a DICOM file that holds no data set",
    "a DICOM directory, not an image",
    "a DICOM object without an image",
    "a DICOM object without an image ({0})",
    "a DICOM object that is no radiograph ({0})",
    "the file does not state its transfer syntax",
    "transfer syntax {0} is not read",
    "the file is cut short in its header",
    "the file is cut short or damaged in its header",
    "the header has too many elements",
    "the header contradicts itself: {0}",
    "{0} bits stored of {1} allocated",
    "high bit {0} with {1} bits stored",
    "{0} with {1} samples per pixel",
    "the header does not state its {0}",
    "the header states several values for its {0}",
    "the header states {0} for its {1}",
    "the header says that there are {0} frames",
    "the number of frames cannot be read",
    "{0} bits per pixel; 8 and 16 are read",
    "the pixel data are {0}, the header says {1}",
    "the pixel data are not encoded as {0}, as the header says",
    "the pixel data have {0} samples per pixel, the header says {1}",
    "the pixel data have {0} bits, the header allocates {1}",
    "YBR_FULL_422 pixels with an odd number of columns",
    "an arithmetic or hierarchical JPEG, which is not read",
    "the compressed pixel data are of no known kind",
    "the colours of the compressed pixel data differ in depth",
    "the compressed pixel data have {0} planes of bytes, not {1}",
    "the compressed data set grows beyond {0} MB",
    "the compressed data set is damaged",
    "photometric interpretation {0} is not read",
    "the photometric interpretation is missing",
    "the colour palette is missing or damaged",
    "the image's size contradicts its header",
    "the {0} file is cut short",
    "the {0} file is damaged",
    "the {0} file holds no pixels",
    "the file is damaged",
    "the file cannot be opened",
    "the file cannot be read",
    "the file is no longer there",
    "no permission to read the file",
    "the drive could not read the file",
    "the file's name cannot be opened",
    "a device, not a file",
    "a pipe, not a file",
    "a socket, not a file",
    "the image needs more memory than there is",
    "not enough memory to read this image",
    "not enough shared memory for this image",
    "reading was stopped",
    "reading took longer than {0} seconds",
    "the decoder ended unexpectedly while reading this file",
    "the image decoder could not be started",
)
"""Why a file cannot be shown or scored."""

CARDS = (
    "the test split",
    "test split",
    "test split without children; the same collections as in training",
)
"""What the cards of bundled models were measured on."""

WINDOWS = ("Automatic", "Window {0}", "Look-up table {0}")
"""Window presets that the file gives no name."""

ENGINE = (
    "Paused",
    "Starting the scoring engine",
    "Starting the scoring engine again",
    "Scoring stopped: {0}",
    "took longer than {0} s",
    "the engine stopped twice on this file",
    "scoring it takes more memory than is allowed",
    "the engine stopped again and again",
    "the model gave no number for this image",
    "this model is not installed",
    "no model is installed",
    "a model file is missing or cannot be read",
    "a model file does not match its card; please install the model again",
    "OpenVINO cannot be loaded on this computer",
    "torch cannot be loaded on this computer",
    "the triage edition computes on the processor; the full edition can use a graphics card",
    "the compute device failed",
    "the compute device does not work with this model",
    "this computer has no NVIDIA graphics card that the driver offers",
    "this computer has no Apple graphics processor",
    "the installed torch cannot use this graphics card",
    "The processor is used: {0}",
    "Scoring goes on with the processor: {0}",
)
"""What is said of scoring as a whole."""

QUESTIONS = (
    "needs torch and pytorch-grad-cam, which are not installed",
    "there is not enough memory",
    "it could not be computed",
    "the image gives no model input",
    "the lung model is not installed",
    "the model gave no number",
    "the scoring engine is not ready",
    "the scoring engine was started anew",
)
"""Why a question about the image in view has no answer."""

MODELS = (
    "{0}: the model for it is not installed.",
    "Images that lie on their side or upside down are not recognised",
    "Lungs are not outlined and their zones not named",
    "There is no second opinion: the model {0} is not installed.",
)
"""What a reader misses where a model beside the one that scores is not there."""

PROGRAM = (
    "This did not work. The log says more.",
    "Something went wrong inside the program. Your results are safe; the log has the details.",
    "The worklist is closed.",
    "Today's copy of the worklist could not be written; the worklist itself is safe.",
    "The worklist cannot be saved: its file cannot be written.",
    "The worklist cannot be saved: another program is using its file.",
    "The worklist cannot be saved: the disk is full.",
    "{0} Results are shown but may be lost.",
    "Another window of this program has the worklist open. Close it first.",
    "The saved worklist is damaged. Start the program again: it will be set aside.",
    "The saved worklist was written by a newer version of this program. Use that version.",
    "A newer version of this program wrote the saved worklist. It is open for reading only: nothing is scored, marked "
    "or saved here. Use the newer version to go on.",
    "The saved worklist was damaged. It was set aside, a new one was begun, and images are scored again.",
    "The saved worklist was damaged and is set aside. The copy of {0} was opened in its place: what was marked since "
    "then is missing, and newer images are scored again.",
)
"""Faults of the program's own files."""

SOURCES = tuple(dict.fromkeys((*GATE, *NOTES, *FILES, *WINDOWS, *CARDS, *ENGINE, *QUESTIONS, *MODELS, *PROGRAM)))


def words(text: str) -> str:
    """The phrase in the reader's language. A reason within a reason ("Scoring stopped: …") is said in it too, and so is
    each of several lines."""
    if "\n" in text:
        return "\n".join(map(words, text.split("\n")))
    if not text:
        return text
    if text in SOURCES:
        return QCoreApplication.translate(CONTEXT, text)
    for pattern, source in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return QCoreApplication.translate(CONTEXT, source).format(*map(words, found.groups()))
    return text


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sources with places for values, those that say most first."""
    with_places = sorted((source for source in SOURCES if "{" in source), key=len, reverse=True)
    return tuple((re.compile(re.sub(r"\\\{\d\\\}", "(.+?)", re.escape(source))), source) for source in with_places)
