import { beforeEach, expect, test, vi } from "vitest";
import { earlyKey, forgetEarlyQuestions, withEarlyAnswers } from "./early-question.ts";

const viewer = '{"operationName":"Viewer","query":"query Viewer { viewer }","variables":{}}';
const board = (filter: string) => `{"operationName":"Board","query":"query Board","variables":{"areas":["340802001007003"],"filter":${filter}}}`;
const headers = { "content-type": "application/json", "accept-language": "zh-CN" };

let device: Map<string, string>;
beforeEach(() => {
  device = new Map();
  vi.stubGlobal("localStorage", { getItem: (key: string) => device.get(key) ?? null, setItem: (key: string, value: string) => device.set(key, value), removeItem: (key: string) => device.delete(key) });
  vi.stubGlobal("window", {});
  vi.stubGlobal("location", { pathname: "/" });
});

const server = () => vi.fn((..._given: Parameters<typeof fetch>) => Promise.resolve(new Response('{"data":{"title":"王某某家漏水"}}')));
const ask = (send: typeof fetch, body: string) => withEarlyAnswers(send)("/graphql", { method: "POST", headers, body });
const early = (answers: [string, Promise<Response>][], at = performance.now()) => (window.bandengEarly = { at, answers: new Map(answers) });

test("the next visit finds the questions, and nothing of any answer", async () => {
  await ask(server(), viewer);
  await ask(server(), board("null"));
  const kept = device.get(earlyKey) ?? "";
  expect((JSON.parse(kept) as { body: string }[]).map(({ body }) => body)).toEqual([viewer, board("null")]);
  expect(kept).not.toContain("王某某");
});

test("a filter may be somebody's name: such a board is not kept, nor a board elsewhere, nor another question", async () => {
  await ask(server(), board('{"text":"王某某"}'));
  await ask(server(), '{"operationName":"Case","query":"query Case","variables":{"id":"1"}}');
  location.pathname = "/work";
  await ask(server(), board("null"));
  expect(device.get(earlyKey)).toBeUndefined();
});

test("an answer is handed out once, to the same question only", async () => {
  early([[viewer, Promise.resolve(new Response("early"))]]);
  const send = server();
  expect(await (await ask(send, board("null"))).text()).not.toBe("early");
  expect(await (await ask(send, viewer)).text()).toBe("early");
  expect(await (await ask(send, viewer)).text()).not.toBe("early");
  expect(send).toHaveBeenCalledTimes(2);
});

test("an answer that is old, or did not come, is asked for again", async () => {
  early([[viewer, Promise.resolve(new Response("early"))]], performance.now() - 6000);
  const send = server();
  expect(await (await ask(send, viewer)).text()).not.toBe("early");
  early([[viewer, Promise.reject(new TypeError("offline"))]]);
  expect((await ask(send, viewer)).ok).toBe(true);
  expect(send).toHaveBeenCalledTimes(2);
});

test("who leaves leaves nothing: neither the questions nor an answer on its way", async () => {
  await ask(server(), viewer);
  early([[viewer, Promise.resolve(new Response("early"))]]);
  forgetEarlyQuestions();
  expect(device.size).toBe(0);
  expect(window.bandengEarly).toBeUndefined();
});
