"""Reads what geolearn writes with programs that others wrote, and prints what they see.

read.py cast FILE      a recording as pictures: for every marker its title and the last screen
                       before the next one, as `geolearn record -o X.txt` writes them
read.py length FILE    when the last event of a recording comes, by asciinema's own reader
read.py svg FILE       the rows of a still picture
read.py frames FILE    how many pictures a moving picture has, and the rows of the last one
read.py html FILE      what of a page points outside, and its headings; nothing else must be there
read.py colours FILE   how each row of the last screen of a recording begins: fg, bg, bold, reverse
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

SVG = "{http://www.w3.org/2000/svg}"
ROW = 18
CELL = 9
MARGIN = 9


def events(path):
    """The events of a recording with absolute times, as its version says."""
    with open(path, encoding="utf-8") as file:
        header = json.loads(next(file))
        clock = 0
        for line in file:
            time, code, data = json.loads(line)
            assert time >= 0 and code in "om", line
            clock = time if header["version"] == 2 else clock + time
            yield clock, code, data


def screen(path):
    import pyte

    with open(path, encoding="utf-8") as file:
        header = json.loads(next(file))
    size = header.get("term") or {"cols": header["width"], "rows": header["height"]}
    page = pyte.Screen(size["cols"], size["rows"])
    return page, pyte.Stream(page)


def text(rows):
    rows = [row.rstrip(" ") for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    return "".join(row + "\n" for row in rows)


def cast(path):
    page, stream = screen(path)
    pictures, title, last = [], None, 0
    for time, code, data in events(path):
        assert time >= last, "time goes back"
        last = time
        if code == "o":
            stream.feed(data)
        else:
            if title is not None:
                pictures.append(title + "\n\n" + text(page.display))
            title = data
    pictures.append(title + "\n\n" + text(page.display))
    print("\n\n".join(pictures), end="")


def colours(path):
    page, stream = screen(path)
    for _, code, data in events(path):
        if code == "o":
            stream.feed(data)
    for y in range(page.lines):
        cell = next((c for c in (page.buffer[y][x] for x in range(page.columns)) if c.data != " "), None)
        if cell:
            print(cell.data, cell.fg, cell.bg, cell.bold, cell.reverse)


def length(path):
    from asciinema.asciicast.v2 import get_duration

    print(get_duration(path))


def rows_of(group, count, top=0):
    """Puts the text of a group back into rows; every stretch must stand in its column."""
    rows = [""] * count
    for line in group.iter(SVG + "text"):
        y = (int(line.get("y")) + top - 14) // ROW
        for stretch in line.iter(SVG + "tspan"):
            column = int(stretch.get("x").split()[0]) // CELL
            assert width(rows[y]) <= column, (rows[y], stretch.text)
            rows[y] = rows[y] + " " * (column - width(rows[y])) + (stretch.text or "")
    return rows


def width(string):
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in string)


def svg(path):
    root = ElementTree.parse(path).getroot()
    print(text(rows_of(root, (int(root.get("height")) - 2 * MARGIN) // ROW)), end="")


def frames(path):
    root = ElementTree.parse(path).getroot()
    count = (int(root.get("height")) - 2 * MARGIN) // ROW
    parts = {group.get("id"): group for group in root.find(SVG + "defs")}
    film = next(group for group in root.iter(SVG + "g") if group.get("class") == "film")
    standing = [""] * count
    for line in root.findall(SVG + "text"):
        wrapper = ElementTree.Element("g")
        wrapper.append(line)
        standing = [a or b for a, b in zip(standing, rows_of(wrapper, count))]
    last = list(standing)
    for use in list(film)[-1]:
        part = parts[use.get("href")[1:]]
        last = [a or b for a, b in zip(last, rows_of(part, count, int(use.get("y"))))]
    print(len(film))
    print(text(last), end="")


class Page(HTMLParser):
    """Tags must be closed in the order in which they were opened."""

    VOID = {"meta", "br", "hr", "link", "img"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.heading = [], [], None

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)
        values = dict(attributes)
        assert len(values) == len(attributes), "an attribute twice"
        if "id" in values:
            assert values["id"] not in self.ids, "an id twice: " + values["id"]
            self.ids.append(values["id"])
        for name in ("src", "href", "data", "xlink:href", "action"):
            if name in values:
                print(tag, name, values[name])
        if tag in ("h1", "h2", "h3", "h4"):
            self.heading = tag + " "

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> within {self.open}"
        self.open.pop()
        if tag in ("h1", "h2", "h3", "h4"):
            print(self.heading)
            self.heading = None

    def handle_data(self, data):
        if self.heading:
            self.heading += data
        assert "url(" not in data and "@import" not in data, "a style loads something"


def html(path):
    import html5lib

    with open(path, encoding="utf-8") as file:
        source = file.read()
    html5lib.HTMLParser(strict=True).parse(source)
    page = Page()
    page.feed(source)
    assert not page.open, page.open


if __name__ == "__main__":
    commands = {f.__name__: f for f in (cast, length, svg, frames, html, colours)}
    commands[sys.argv[1]](sys.argv[2])
