import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { buildSchema, coerceInputValue, parse, typeFromAST, validate, type GraphQLInputType } from "graphql";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { recipes } from "./integrations-search.ts";
import { firstTry, snippetDocuments, snippets, snippetVariables } from "./snippets.ts";

const schema = buildSchema(readFileSync(fileURLToPath(new URL("../../../api/schema.graphql", import.meta.url)), "utf8"));
const given = { origin: "https://bandeng.example", areaCode: "340802" };
const all = snippets(given);
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

describe("what the snippets send", () => {
  test.each(Object.keys(snippetDocuments) as (keyof typeof snippetDocuments)[])("%s is in the contract, with its variables", (name) => {
    const document = parse(snippetDocuments[name]);
    expect(validate(schema, document)).toEqual([]);
    const values: Record<string, unknown> = snippetVariables(given)[name];
    for (const definition of document.definitions) {
      if (definition.kind !== "OperationDefinition") continue;
      expect(definition.variableDefinitions?.map(({ variable }) => variable.name.value)).toEqual(Object.keys(values));
      for (const { variable, type } of definition.variableDefinitions ?? []) {
        const problems: string[] = [];
        coerceInputValue(values[variable.name.value], typeFromAST(schema, type as never) as GraphQLInputType, (_path, _value, { message }) => problems.push(message));
        expect(problems).toEqual([]);
      }
    }
  });
});

describe("the programs", () => {
  test.each(recipes)("%s: JavaScript parses", (recipe) => {
    expect(() => parseAst(all[recipe].javascript)).not.toThrow();
  });

  test.skipIf(!has("python3", "--version"))("Python compiles, with nothing but its standard library", () => {
    for (const recipe of recipes) {
      const { stderr, status } = spawnSync("python3", ["-c", "import ast, sys\nfound = {name.name.split('.')[0] for node in ast.walk(ast.parse(sys.stdin.read())) if isinstance(node, ast.Import) for name in node.names}\nassert found <= set(sys.stdlib_module_names), found"], { input: all[recipe].python });
      expect([status, stderr.toString()], recipe).toEqual([0, ""]);
    }
  });

  test.skipIf(!has("sh", "-c", "command -v curl"))("curl is given one whole command", () => {
    // -n: the shell reads it and runs nothing.
    for (const code of [...recipes.map((recipe) => all[recipe].curl), firstTry(given, "bdk_x")]) expect(spawnSync("sh", ["-n"], { input: code }).stderr.toString()).toBe("");
    const body = /<<'JSON'\n([\s\S]*)\nJSON$/.exec(all.query.curl)?.[1] ?? "";
    expect(JSON.parse(body)).toEqual({ query: snippetDocuments.query, variables: { areas: ["340802"] } });
  });

  test.skipIf(!has("python3", "--version"))("Python tells a genuine message from a changed, a stale and a foreign one", () => {
    const secret = "c2VjcmV0LW9mLXRoaXMtd2ViaG9vaw==";
    const now = Math.floor(Date.now() / 1000);
    const sign = (id: string, at: number, body: string, key = secret) => `v1,${createHmac("sha256", Buffer.from(key, "base64")).update(`${id}.${at}.${body}`).digest("base64")}`;
    const message = (body: string, at: number, signature: string) => ({ headers: { "webhook-id": "msg_1", "webhook-timestamp": String(at), "webhook-signature": signature }, body });
    const body = '{"type":"case.closed"}';
    const messages = [
      message(body, now, sign("msg_1", now, body)),
      message(body, now, `${sign("msg_1", now, body, "b3RoZXI=")} ${sign("msg_1", now, body)}`),
      message(body.replace("closed", "opened"), now, sign("msg_1", now, body)),
      message(body, now - 400, sign("msg_1", now - 400, body)),
      message(body, now, sign("msg_2", now, body)),
    ];
    // Imported as a module, so that it does not listen.
    const program = `import sys, json, types\nmodule = types.ModuleType("receiver")\nmessages = json.loads(sys.argv[1])\nexec(sys.argv[2], module.__dict__)\nprint(json.dumps([module.is_genuine(m["headers"], m["body"].encode()) for m in messages]))`;
    const { stdout, stderr } = spawnSync("python3", ["-c", program, JSON.stringify(messages), all.receive.python], { env: { ...process.env, BANDENG_WEBHOOK_SECRET: `whsec_${secret}` } });
    expect([stderr.toString(), JSON.parse(stdout.toString() || "null")]).toEqual(["", [true, true, false, false, false]]);
  });

  test("name this installation, and no other", () => {
    for (const code of recipes.flatMap((recipe) => Object.values(all[recipe]))) expect(code.match(/https?:\/\/[^/"\s]+/g) ?? []).toEqual(code.includes("whsec_") || code.includes("WEBHOOK_SECRET") ? [] : ["https://bandeng.example"]);
  });
});
