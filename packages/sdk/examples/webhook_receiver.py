#!/usr/bin/env python3
"""Receives webhooks and prints those that are genuine. Needs nothing but Python's standard library.

BANDENG_WEBHOOK_SECRETS   whsec_…, or two with a space between while one is rotated
PORT                      8080
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRETS = os.environ["BANDENG_WEBHOOK_SECRETS"].split()
TOLERANCE_SECONDS = 5 * 60
MOST_BYTES = 1_048_576
seen = set()


def is_genuine(headers, body):
    """Standard Webhooks 1.0: HMAC-SHA256 over id, time and body, compared in constant time."""
    message_id, timestamp, signatures = (headers.get("webhook-" + name, "") for name in ("id", "timestamp", "signature"))
    if not (message_id and timestamp.isdecimal() and abs(time.time() - int(timestamp)) <= TOLERANCE_SECONDS):
        return False
    signed = f"{message_id}.{timestamp}.".encode() + body
    keys = [base64.b64decode(secret.removeprefix("whsec_")) for secret in SECRETS]
    made = [base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()) for key in keys]
    given = [each[3:].encode() for each in signatures.split(" ") if each.startswith("v1,")]
    return any([hmac.compare_digest(one, other) for one in given for other in made])


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(min(length, MOST_BYTES))
        genuine = is_genuine(self.headers, body)
        self.send_response(204 if genuine else 400)
        self.end_headers()
        # The same message may come twice, with the same id.
        if genuine and self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            print(json.dumps(json.loads(body), ensure_ascii=False), flush=True)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
print(json.dumps({"port": server.server_address[1]}), file=sys.stderr, flush=True)
server.serve_forever()
