#!/usr/bin/env python3
"""Reads all cases of an area and follows its changes. Needs nothing but Python's standard library.

BANDENG_URL, BANDENG_KEY   where the installation answers, and the key
usage: follow_changes.py AREA STATE_FILE [--once]

Prints a line of JSON for each change. The position up to which everything was printed is kept in STATE_FILE.
"""
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("BANDENG_URL", "http://127.0.0.1:4000") + "/graphql"
KEY = os.environ["BANDENG_KEY"]

CASES = """query ($areas: [ID!]!, $after: String) { cases(areas: $areas, order: UPDATED, first: 100, after: $after) {
  nodes { id no version status level } pageInfo { hasNextPage endCursor } } }"""
CHANGES = """query ($areas: [ID!], $after: FeedPosition) { changes(areas: $areas, after: $after, first: 100) {
  after upTo head changes { position subject id version type at } } }"""


class Gap(Exception):
    """Pages of changes do not join: read everything anew."""


def ask(query, variables):
    """Sends a query; waits where the server is away or the budget used up."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    for attempt in range(8):
        request = urllib.request.Request(URL, body, {"content-type": "application/json", "authorization": "Bearer " + KEY})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 502, 503, 504):
                raise SystemExit(f"{error.code}: {error.read().decode()}") from error
            time.sleep(float(error.headers.get("retry-after") or min(2**attempt / 2, 10)))
            continue
        # The last two: the server went away in the middle of its answer.
        except (urllib.error.URLError, ConnectionError, TimeoutError, http.client.HTTPException, ValueError):
            time.sleep(min(2**attempt / 2, 10))
            continue
        if answer.get("errors"):
            raise SystemExit(json.dumps(answer["errors"][0], ensure_ascii=False))
        return answer["data"]
    raise SystemExit("the server cannot be reached")


def cases(area):
    """All cases of an area, page by page."""
    after = None
    while True:
        page = ask(CASES, {"areas": [area], "after": after})["cases"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def follow(area, known, once):
    """Stretches of changes. That nothing is missing is proved before one is handed out."""
    end = None
    while True:
        page = ask(CHANGES, {"areas": [area], "after": known})["changes"]
        last = known
        if page["after"] != known or not known <= page["upTo"] <= page["head"]:
            raise Gap(page)
        for change in page["changes"]:
            if not last < change["position"] <= page["upTo"]:
                raise Gap(change)
            last = change["position"]
        if page["upTo"] > known:
            yield page
            known = page["upTo"]
        end = page["head"] if end is None else end
        if once and known >= end:
            return
        if known == page["head"]:
            time.sleep(1)


def main(area, state_file, *flags):
    try:
        with open(state_file, encoding="utf-8") as file:
            known = json.load(file)["upTo"]
    except FileNotFoundError:
        known = ask("{ feed { head } }", {})["feed"]["head"]
        for case in cases(area):
            print(json.dumps({"case": case}, ensure_ascii=False))
        keep(state_file, known)
    for page in follow(area, known, "--once" in flags):
        for change in page["changes"]:
            print(json.dumps({"change": change}, ensure_ascii=False), flush=True)
        keep(state_file, page["upTo"])


def keep(state_file, position):
    with open(state_file + ".new", "w", encoding="utf-8") as file:
        json.dump({"upTo": position}, file)
    os.replace(state_file + ".new", state_file)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
