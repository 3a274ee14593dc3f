import type { Recipe, SnippetLanguage } from "./integrations-search.ts";

/** What is filled in: where this installation answers, and an area whoever reads it keeps. */
export interface SnippetsGiven {
  /** https://bandeng.example, without a slash at the end. */
  origin: string;
  areaCode: string;
}

/** The documents that the snippets send; snippets.test.ts holds them against the contract. */
export const snippetDocuments = {
  query: "query ($areas: [ID!]!) { cases(areas: $areas, first: 20) { nodes { no title status level } } }",
  follow: "query ($after: FeedPosition) { changes(after: $after, first: 100) { upTo head changes { position subject id type areaCode at payload } } }",
  file: "mutation ($input: IngestOpinionInput!) { ingestOpinion(input: $input) { created case { no } opinion { id } refusal { code message } } }",
} as const;

/** What somebody said lies in a community or a grid; of a wider area the reader has to say in which. */
const communityOf = (areaCode: string): string => (areaCode.length >= 12 ? areaCode : "COMMUNITY_OR_GRID_CODE");

/** The variables that go with them. */
export const snippetVariables = ({ areaCode }: Pick<SnippetsGiven, "areaCode">) =>
  ({
    query: { areas: [areaCode] },
    follow: { after: 0 },
    file: { input: { externalRef: { source: "12345-AQ", id: "12345-AQ-20240927-0456" }, areaCode: communityOf(areaCode), kind: "DIFFICULTY", words: "楼道里有人给电动车飞线充电" } },
  }) as const;

const curl = (given: SnippetsGiven, recipe: keyof typeof snippetDocuments, key: string) => {
  const body = JSON.stringify({ query: snippetDocuments[recipe], variables: snippetVariables(given)[recipe] }, null, 2);
  return `curl -sS ${given.origin}/graphql \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  --data-binary @- <<'JSON'
${body}
JSON`;
};

const python = (given: SnippetsGiven) => `import json, os, urllib.request

def ask(query, variables):
    request = urllib.request.Request(
        "${given.origin}/graphql",
        json.dumps({"query": query, "variables": variables}).encode(),
        {"Authorization": "Bearer " + os.environ["BANDENG_KEY"], "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.load(response)
    if answer.get("errors"):
        raise RuntimeError(answer["errors"][0]["message"])
    return answer["data"]
`;

const javascript = (given: SnippetsGiven) => `import { createClient } from "@bandeng/sdk";

const bandeng = createClient({ url: "${given.origin}", key: process.env.BANDENG_KEY });
`;

/** What of GraphQL is not also Python or JavaScript: quotes around names, and nothing else. */
const literal = (value: unknown) => JSON.stringify(value, null, 2);

/** A command that tries a new key at once; the key is in it, as it is shown only then. */
export const firstTry = (given: SnippetsGiven, key: string): string => curl(given, "query", key);

/** The five-minute start: what to do, with which language. The one place of these programs on the page. */
export const snippets = (given: SnippetsGiven): Readonly<Record<Recipe, Readonly<Record<SnippetLanguage, string>>>> => ({
  query: {
    curl: curl(given, "query", "$BANDENG_KEY"),
    javascript: `${javascript(given)}
for await (const each of bandeng.cases({ areas: ["${given.areaCode}"] })) {
  console.log(each.no, each.title, each.status);
}`,
    python: `${python(given)}
data = ask("${snippetDocuments.query}", {"areas": ["${given.areaCode}"]})
for each in data["cases"]["nodes"]:
    print(each["no"], each["title"], each["status"])`,
  },
  follow: {
    curl: curl(given, "follow", "$BANDENG_KEY"),
    javascript: `${javascript(given)}import { readFile, writeFile } from "node:fs/promises";

const after = Number(await readFile("position", "utf8").catch(() => "0"));
const save = (upTo) => writeFile("position", String(upTo));

for await (const change of bandeng.follow({ after, save })) {
  console.log(change.position, change.subject, change.type, change.id);
}`,
    python: `${python(given)}
import pathlib, time

kept = pathlib.Path("position")
after = int(kept.read_text()) if kept.exists() else 0
while True:
    page = ask("${snippetDocuments.follow}", {"after": after})["changes"]
    for change in page["changes"]:
        print(change["position"], change["subject"], change["type"], change["id"])
    after = page["upTo"]
    kept.write_text(str(after))
    if after == page["head"]:
        time.sleep(1)`,
  },
  receive: {
    curl: `# webhook-id, webhook-timestamp: two headers of the message; body.json: its body, byte for byte
KEY=$(printf %s "\${BANDENG_WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
printf '%s.%s.' "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP" | cat - body.json \\
  | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64`,
    javascript: `import { createServer } from "node:http";
import { verifyWebhook } from "@bandeng/sdk";

createServer(async (request, response) => {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  try {
    const { id, payload } = await verifyWebhook(process.env.BANDENG_WEBHOOK_SECRET, request.headers, body);
    response.writeHead(204).end();
    console.log(id, payload);
  } catch {
    response.writeHead(400).end();
  }
}).listen(8080);`,
    python: `import base64, hashlib, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, HTTPServer

key = base64.b64decode(os.environ["BANDENG_WEBHOOK_SECRET"].removeprefix("whsec_"))

def is_genuine(headers, body):
    if abs(time.time() - int(headers["webhook-timestamp"])) > 300:
        return False
    signed = (headers["webhook-id"] + "." + headers["webhook-timestamp"] + ".").encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected, given) for given in headers["webhook-signature"].split())

class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        genuine = is_genuine(self.headers, body)
        self.send_response(204 if genuine else 400)
        self.end_headers()
        if genuine:
            print(self.headers["webhook-id"], json.loads(body))

if __name__ == "__main__":
    HTTPServer(("", 8080), Receiver).serve_forever()`,
  },
  file: {
    curl: curl(given, "file", "$BANDENG_KEY"),
    javascript: `${javascript(given)}
const { created, case: recorded, refusal } = await bandeng.ingestOpinion(${literal(snippetVariables(given).file.input)});
console.log(refusal ? refusal.message : recorded.no, created);`,
    python: `${python(given)}
answer = ask("${snippetDocuments.file}", {"input": ${literal(snippetVariables(given).file.input)}})["ingestOpinion"]
print(answer["refusal"]["message"] if answer["refusal"] else answer["case"]["no"], answer["created"])`,
  },
});
