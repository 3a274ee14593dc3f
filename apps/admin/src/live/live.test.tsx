import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import axe from "axe-core";
import { Provider } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { boardApi, boardOf, grid, li, sampleCard, type BoardApi } from "../board/testing/board-api.ts";
import { makeRouter } from "../routes.tsx";
import { onSessionEnded } from "../session/session-events.ts";
import { ViewerContext } from "../session/viewer.ts";
import type { Language } from "../words/language.ts";
import { LanguageProvider } from "../words/useWords.tsx";
import { LiveSign } from "./LiveSign.tsx";
import { fakeStream, type FakeStream } from "./testing/fake-stream.ts";

const wang = { id: "p-wang", name: "王科长" };
const all = { subject: null, id: null };

async function open({ language = "zh" }: { language?: Language } = {}): Promise<{ api: BoardApi; stream: FakeStream }> {
  const stream = fakeStream();
  const api = boardApi([sampleCard("1"), sampleCard("2")], stream.fetch);
  await render(
    <LanguageProvider language={language}>
      <Provider value={api.client}>
        <ViewerContext value={li}>
          <LiveSign />
          <RouterProvider router={makeRouter(createMemoryHistory({ initialEntries: ["/"] }))} />
        </ViewerContext>
      </Provider>
    </LanguageProvider>,
  );
  await vi.waitFor(() => expect(stream.connections).toHaveLength(1), { timeout: 5000 });
  stream.connections[0]?.push({ change: { position: 10, ...all } });
  return { api, stream };
}

const boards = (api: BoardApi) => api.asked.filter(({ operation }) => operation === "Board").length;
const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}，共`) });
const card = (name: string, title: string) => column(name).getByRole("link", { name: title, exact: true });
const last = (stream: FakeStream) => stream.connections.at(-1);
/** How many streams there have been, once there are as many. */
const opened = (stream: FakeStream, count: number) => vi.waitFor(() => expect(stream.connections).toHaveLength(count), { timeout: 8000 });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("a card that somebody else moves is in its new column after the signal, and a burst of signals asks twice at most", async () => {
  const { api, stream } = await open();
  expect(last(stream)?.variables).toMatchObject({ areas: [grid], after: null });
  await expect.element(card("楼栋", "事项 1")).toBeVisible();
  await vi.waitFor(() => expect(boards(api)).toBe(2)); // what changed before the stream was open
  api.cards = [sampleCard("1", { level: "COMPOUND", version: 4 }), sampleCard("2")];
  for (let i = 0; i < 20; i++) last(stream)?.push({ change: { position: 11 + i, subject: "CASE", id: "1" } });
  await expect.element(card("小区", "事项 1")).toBeVisible();
  await vi.waitFor(() => expect(boards(api)).toBeGreaterThanOrEqual(3));
  expect(boards(api)).toBeLessThanOrEqual(5);
});

test("a signal that comes while the board is being asked asks again: the answer may be from before the change", async () => {
  const { api, stream } = await open();
  await expect.element(card("楼栋", "事项 1")).toBeVisible();
  await vi.waitFor(() => expect(boards(api)).toBe(2));
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  const old = boardOf(api.cards);
  api.on("Board", async (variables) => {
    await held;
    return old(variables);
  });
  await new Promise((done) => setTimeout(done, 600)); // the next signal is heard at once
  last(stream)?.push({ change: { position: 11, subject: "CASE", id: "2" } });
  await vi.waitFor(() => expect(boards(api)).toBe(3));
  api.cards = [sampleCard("1", { level: "COMPOUND", version: 4 }), sampleCard("2")];
  last(stream)?.push({ change: { position: 12, subject: "CASE", id: "1" } });
  await new Promise((done) => setTimeout(done, 700));
  api.on("Board", boardOf(api.cards));
  release();
  await expect.element(card("小区", "事项 1")).toBeVisible();
});

test("after a cut the stream goes on where it was, soon; in between the page says so", async () => {
  const { api, stream } = await open();
  await expect.element(card("楼栋", "事项 1")).toBeVisible();
  last(stream)?.push({ change: { position: 77, subject: "CASE", id: "1" } });
  await vi.waitFor(() => expect(boards(api)).toBeGreaterThanOrEqual(2));
  stream.answer = () => new TypeError("offline");
  last(stream)?.cut();
  await expect.element(page.getByText("正在重新连接…")).toBeVisible();
  stream.answer = undefined;
  await opened(stream, 2);
  expect(last(stream)?.variables).toMatchObject({ areas: [grid], after: 77 });
  await vi.waitFor(() => expect(page.getByText("正在重新连接…").elements()).toEqual([]));
  api.cards = [sampleCard("2")];
  last(stream)?.push({ change: { position: 80, ...all } });
  await vi.waitFor(() => expect(card("楼栋", "事项 1").elements()).toEqual([]));
});

test("a connection that is silent is dead: the page opens another", async () => {
  const { stream } = await open();
  const first = last(stream);
  await opened(stream, 2);
  expect(first?.isOpen).toBe(false);
});

test("a stream that the server ended is begun anew: another scope may show other things", async () => {
  const { stream } = await open();
  await new Promise((done) => setTimeout(done, 1100));
  last(stream)?.complete();
  await opened(stream, 2);
  expect(last(stream)?.variables).toMatchObject({ after: null });
});

test("who is not signed in any more is asked to, and the stream is not tried again", async () => {
  const { stream } = await open();
  const ended = vi.fn();
  const stop = onSessionEnded(ended);
  stream.answer = () => new Response("{}", { status: 401 });
  last(stream)?.cut();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
  stream.answer = undefined;
  await new Promise((done) => setTimeout(done, 1500));
  expect(stream.connections).toHaveLength(1);
  stop();
});

test.each([
  ["zh", "王科长 正在查看"],
  ["en", "王科长 is looking at it"],
] as const)("who else is looking stands on the card, not oneself (%s)", async (language, text) => {
  const { stream } = await open({ language });
  last(stream)?.push({ presence: { caseId: "1", people: [{ id: li.person.id, name: li.person.name }, wang] } });
  last(stream)?.push({ presence: { caseId: "2", people: [{ id: li.person.id, name: li.person.name }] } });
  const mark = page.getByRole("img", { name: text });
  await expect.element(mark).toBeVisible();
  expect(page.getByRole("img", { name: /李网格长/ }).elements()).toEqual([]);
  const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa"], resultTypes: ["violations"] });
  expect(violations.flatMap((one) => one.nodes.map(({ html }) => `${one.id} ${html}`))).toEqual([]);
  last(stream)?.push({ presence: { caseId: "1", people: [] } });
  await vi.waitFor(() => expect(mark.elements()).toEqual([]));
});
