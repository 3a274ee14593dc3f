"""Keeps a copy of the cases of an area in a file, with what the example follow_changes.py brings: Python's standard library alone.

usage: mirror.py STATE_FILE      (BANDENG_URL, BANDENG_KEY, BANDENG_AREAS)
"""
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "examples"))
import follow_changes  # noqa: E402

CASE = "query ($id: ID) { case(id: $id) { id version status level } }"
AREA = os.environ["BANDENG_AREAS"]
FILE = sys.argv[1]


def standing(case):
    return f"{case['version']} {case['status']} {case['level']}"


def keep(state):
    with open(FILE + ".new", "w", encoding="utf-8") as file:
        json.dump(state, file)
    os.replace(FILE + ".new", FILE)


try:
    with open(FILE, encoding="utf-8") as file:
        state = json.load(file)
except FileNotFoundError:
    state = {"upTo": follow_changes.ask("{ feed { head } }", {})["feed"]["head"], "cases": {}, "positions": []}
    for case in follow_changes.cases(AREA):
        state["cases"][case["id"]] = standing(case)
    keep(state)

for page in follow_changes.follow(AREA, state["upTo"], False):
    for case_id in {change["id"] for change in page["changes"] if change["subject"] == "CASE"}:
        case = follow_changes.ask(CASE, {"id": case_id})["case"]
        if case is None:
            state["cases"].pop(case_id, None)
        else:
            state["cases"][case_id] = standing(case)
    state["positions"] += [change["position"] for change in page["changes"]]
    state["upTo"] = page["upTo"]
    keep(state)
