"""points.py FORMAT FILE: what an independent reader finds in a report: 'item outcome score of'."""

import json
import sys
import xml.etree.ElementTree as xml


def junit(file):
    for case in xml.parse(file).iter("testcase"):
        marks = {mark.tag for mark in case} & {"failure", "error", "skipped"}
        words = case.find("system-out").text.split()
        mark = marks.pop() if marks else "pass"
        yield case.get("name"), "fail" if mark == "failure" else mark, words[0], words[2]


def gradescope(file):
    report = json.load(file)
    assert report["score"] == sum(test["score"] for test in report["tests"])
    for test in report["tests"]:
        yield test["number"], test["output"].split()[0].lower(), test["score"], test["max_score"]
        assert (test["status"] == "passed") == test["output"].startswith("PASS")


def classroom50(file):
    report = json.load(file)
    assert report["score"] == sum(test["score"] for test in report["tests"])
    assert report["max-score"] == sum(test["max-score"] for test in report["tests"])
    for test in report["tests"]:
        yield test["test-name"], test["status"], test["score"], test["max-score"]
        assert test["passed"] == (test["status"] == "pass")


def exercism(file):
    # There are no points, and what is not answered fails.
    for test in json.load(file)["tests"]:
        yield test["name"], test["status"], "-", "-"


def markdown(file):
    for line in file:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and cells[0][0].isdigit():
            yield cells[0], cells[1].split()[-1], cells[2], cells[3]


with open(sys.argv[2], encoding="utf-8", newline="") as report:
    for row in globals()[sys.argv[1]](report):
        print(*row)
