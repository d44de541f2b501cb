"""Run as a process of its own: a PDF on stdin, its words and ruled lines as JSON lines on stdout.

Memory and time are limited first, so that a hostile file ends this process and not the worker. Scripts, attachments and
forms of the file are never loaded.
Lines: {"pages": how many there are}, then for each of the first MAX_PAGES {"page": from 0, "width", "height", "words":
[[x0, y0, x1, y1, text]], "rules": [[x0, y0, x1, y1]]} in points from the upper left corner; at last {"end": true}.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 20
MAX_PAGES = 20
MAX_CHARACTERS = 60_000  # of one page, and a third of what all may have
MAX_OBJECTS = 20_000  # of one page, looked at for ruled lines
MAX_RULES = 2_000
MAX_WORD = 200
GRID = 20  # device units a point, for coordinates that pdfium gives as whole numbers
THIN_PT = 2.0
SHORT_PT = 8.0


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        _write({"pages": len(document)})
        left = 3 * MAX_CHARACTERS
        for number in range(min(len(document), MAX_PAGES)):
            page = document[number]
            width, height = page.get_size()
            words = list(words_of(page, min(left, MAX_CHARACTERS)))
            left -= sum(len(word[4]) + 1 for word in words)
            _write({"page": number, "width": width, "height": height, "words": words, "rules": list(rules_of(page))})
            page.close()
    except pypdfium2.PdfiumError as fault:
        _write({"error": "pdf_locked" if fault.err_code == pdfium.FPDF_ERR_PASSWORD else "pdf_broken"})
    except Exception:  # whatever the reader says of a broken file, the answer is the same
        _write({"error": "pdf_broken"})
    _write({"end": True})
    return 0


def words_of(page, limit: int) -> Iterator[list]:
    """Yield the words in the order of the file; a wide gap or another line ends a word as a blank does."""
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    word = ""
    around: tuple[float, ...] | None = None
    for index in range(min(text.count_chars(), limit)):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.isspace() or not character.isprintable() or not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            if around:
                yield _placed(page, word, around)
            word, around = "", None
            continue
        here = (box.left, box.bottom, box.right, box.top)
        if around and (_is_apart(around, here) or len(word) >= MAX_WORD):
            yield _placed(page, word, around)
            word, around = "", None
        word += character
        around = here if around is None else _joined(around, here)
    if around:
        yield _placed(page, word, around)


def rules_of(page) -> Iterator[list]:
    """Yield the thin horizontal and vertical lines that are drawn, as the edges of rectangles or by themselves."""
    count = 0
    for position, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if position >= MAX_OBJECTS:
            return
        left, bottom, right, top = drawn.get_bounds()
        width, height = right - left, top - bottom
        if width <= THIN_PT < SHORT_PT <= height or height <= THIN_PT < SHORT_PT <= width:
            edges = [(left, bottom, right, top)]
        elif width > SHORT_PT and height > SHORT_PT and pdfium.FPDFPath_CountSegments(drawn) in (4, 5):
            edges = [
                (left, bottom, right, bottom),
                (left, top, right, top),
                (left, bottom, left, top),
                (right, bottom, right, top),
            ]
        else:
            continue
        for edge in edges:
            count += 1
            if count > MAX_RULES:
                return
            yield _on_paper(page, edge)


def _is_apart(before: tuple, here: tuple) -> bool:
    height = max(before[3] - before[1], here[3] - here[1], 1)
    return abs(here[1] - before[1]) > height / 2 or not -height < here[0] - before[2] < height / 3


def _joined(one: tuple, other: tuple) -> tuple:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _placed(page, word: str, around: tuple) -> list:
    return [*_on_paper(page, around), word]


def _on_paper(page, around: tuple) -> list:
    """Return the box as the page is seen: turned and cropped, from its upper left corner."""
    width, height = page.get_size()
    size = (int(width * GRID), int(height * GRID))
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for left, bottom in ((around[0], around[1]), (around[2], around[3])):
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, left, bottom, x, y)
        corners.append((x.value / GRID, y.value / GRID))
    (x0, y0), (x1, y1) = corners
    return [round(value, 2) for value in (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))]


def _write(line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    sys.exit(main())
