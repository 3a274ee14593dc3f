import type { BrowserContext, Page } from "playwright-core";
import { ask, openWindow, signedIn, type Measured, type Product } from "./product.ts";
import { firstCards, interactionToNextPaint, median, quantile, timeToPaint, watchInteractions } from "./stopwatch.ts";
import type { Browser } from "playwright-core";

const SLOWER = 4;
const rounds = 3;
const cards = (column: string): string => `[data-column="${column}"] [data-case]`;
const cardOf = (id: string, column: string): string => `[data-column="${column}"] [data-case="${id}"]`;
const reason = "楼栋内三天没有谈拢，需要小区出面协调";

async function board(context: BrowserContext, slower: number): Promise<Measured> {
  const opened = await openWindow(context, slower);
  await opened.page.goto("/");
  await opened.page.locator("[data-case]").first().waitFor();
  await settled(opened.page);
  return opened;
}

/** What comes after the first cards has come: the stream, the first question after it. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(2500);

async function firstCard(page: Page, column: string): Promise<string> {
  const id = await page.locator(cards(column)).first().getAttribute("data-case");
  if (id === null) throw new Error(`no card in ${column}`);
  return id;
}

/** Until the first cards are painted, API included: with nothing on the device, and on a visit after one. */
export async function firstView(browser: Browser, product: Product) {
  const cold: number[] = [];
  const again: number[] = [];
  let script = 0;
  let answer = 0;
  for (let i = 0; i < rounds; i += 1) {
    const context = await signedIn(browser, product, product.username);
    const { page, cdp } = await openWindow(context, SLOWER);
    const kinds = new Map<string, string>();
    let scripts = 0;
    let isShown = false;
    cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    cdp.on("Network.requestWillBeSent", ({ requestId, request }) => request.postData?.startsWith('{"operationName":"Board"') && kinds.set(`board ${requestId}`, ""));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) === "Script" && !isShown) scripts += encodedDataLength;
      if (kinds.has(`board ${requestId}`)) answer = encodedDataLength;
    });
    cold.push(await firstCards(page, "/"));
    isShown = true;
    script = scripts;
    await settled(page);
    await page.close();
    const second = await openWindow(context, SLOWER);
    again.push(await firstCards(second.page, "/"));
    await context.close();
  }
  return { cold: median(cold), again: median(again), scriptBytes: script, answerBytes: answer };
}

/** Nodes and heap of the board as it is opened; the heap after what nobody needs any more is gone. */
export async function size({ page, cdp }: Measured): Promise<{ nodes: number; heap: number }> {
  for (let i = 0; i < 2; i += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  return { nodes, heap: metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN };
}

/** `]` to the form, and the form's button to the card in its new column. */
async function keyboardMove(page: Page): Promise<{ form: number; moved: number }> {
  const id = await firstCard(page, "BUILDING");
  await page.locator(cardOf(id, "BUILDING")).focus();
  const form = await timeToPaint(page, { on: "keydown", selector: "[role=dialog] textarea" }, () => page.keyboard.press("]"));
  const moved = await send(page, id);
  return { form, moved };
}

/** Gives the reason that is asked for and sends it; the card is shown in its place before the server has answered. */
async function send(page: Page, id: string): Promise<number> {
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "理由" }).fill(reason);
  await form.getByRole("button", { name: "上报一级", exact: true }).focus();
  const moved = await timeToPaint(page, { on: "keydown", selector: cardOf(id, "BUILDING"), gone: true }, () => page.keyboard.press("Enter"));
  await form.waitFor({ state: "detached" });
  await page.waitForTimeout(700);
  return moved;
}

/** The pointer takes a card over a column and lets it go there. */
async function mouseMove({ page }: Measured): Promise<{ over: number; drop: number; work: number }> {
  const id = await firstCard(page, "BUILDING");
  const from = await page.locator(cardOf(id, "BUILDING")).boundingBox();
  const to = await page.locator('[data-column="COMPOUND"]').boundingBox();
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.waitForTimeout(600); // what makes cards draggable comes when the pointer does
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 12, { steps: 3 });
  await page.waitForTimeout(300);
  const over = await timeToPaint(page, { on: "dragenter", selector: '[data-column="COMPOUND"] .outline-2' }, () => page.mouse.move(to.x + 60, to.y + 200, { steps: 4 }));
  await page.evaluate(() => {
    window.benchWorst = new Map();
    const before = (event: Event): void => void window.benchWorst?.set(event.timeStamp, performance.now());
    const after = (event: Event): void => void window.benchWorst?.set(event.timeStamp, performance.now() - (window.benchWorst.get(event.timeStamp) ?? 0));
    addEventListener("dragover", before, true);
    addEventListener("dragover", after);
  });
  for (let i = 0; i < 20; i += 1) await page.mouse.move(to.x + 60 + i, to.y + 200 + i);
  const work = quantile(await page.evaluate(() => [...(window.benchWorst ?? new Map<number, number>()).values()]), 0.95);
  const drop = await timeToPaint(page, { on: "drop", selector: "[role=dialog] textarea" }, () => page.mouse.up());
  await send(page, id);
  return { over, drop, work };
}

export async function moves(measured: Measured) {
  const keys = [];
  const mice = [];
  await keyboardMove(measured.page); // the form's code comes with the first one
  for (let i = 0; i < rounds; i += 1) keys.push(await keyboardMove(measured.page));
  for (let i = 0; i < rounds; i += 1) mice.push(await mouseMove(measured));
  return {
    form: median(keys.map((one) => one.form)),
    moved: median(keys.map((one) => one.moved)),
    over: median(mice.map((one) => one.over)),
    drop: median(mice.map((one) => one.drop)),
    work: median(mice.map((one) => one.work)),
  };
}

/** The longest column, at full speed: frames between two draws, and how many of them had an empty place where a card belongs. */
export async function scrolling(context: BrowserContext, slower = 1): Promise<{ frame: number; blank: number; frames: number }> {
  const { page } = await board(context, slower);
  const result = await page.evaluate(async (): Promise<{ gaps: number[]; blank: number }> => {
    const columns = [...document.querySelectorAll<HTMLElement>("[data-column]")].filter((one) => one.querySelector("[data-case]"));
    const longest = columns.toSorted((a, b) => b.querySelectorAll("[data-case]").length - a.querySelectorAll("[data-case]").length)[0];
    const scroller = longest?.querySelector("ul")?.parentElement;
    if (!scroller) throw new Error("no column");
    const box = scroller.getBoundingClientRect();
    const gaps: number[] = [];
    let blank = 0;
    let last = await new Promise<number>(requestAnimationFrame);
    for (let i = 0; i < 400; i += 1) {
      scroller.scrollTop += 90;
      const now = await new Promise<number>(requestAnimationFrame);
      await new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
      gaps.push(now - last);
      last = now;
      const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
      const isCard = (y: number): boolean => document.elementFromPoint(box.left + box.width / 2, y)?.closest("li") !== null || document.elementFromPoint(box.left + box.width / 2, y + 8)?.closest("li") !== null;
      if (!end && ![0.2, 0.5, 0.8].every((part) => isCard(box.top + box.height * part))) blank += 1;
    }
    return { gaps, blank };
  });
  await page.close();
  return { frame: quantile(result.gaps, 0.95), blank: result.blank, frames: result.gaps.length };
}

/** A letter in the search field to its paint. */
export async function typing({ page }: Measured): Promise<number> {
  const field = page.getByRole("searchbox", { name: "查找事项" });
  await field.focus();
  const times: number[] = [];
  for (let i = 1; i <= 6; i += 1) {
    const letters = "lvshui".slice(0, i);
    times.push(await timeToPaint(page, { on: "input", selector: `input[type=search]:focus` }, () => page.keyboard.press(letters.at(-1) ?? "l")));
  }
  await page.waitForTimeout(1000);
  await field.fill("");
  await page.waitForTimeout(1500);
  return median(times);
}

/** From the answer that somebody else got to the card in its new column here, and the stations on the way. */
export async function others(browser: Browser, product: Product, { page, cdp }: Measured) {
  const secretary = await signedIn(browser, product, product.secretary);
  const times: { total: number; asked: number; answered: number }[] = [];
  let stations: { asked: number; answered: number } = { asked: NaN, answered: NaN };
  const boards = new Set<string>();
  cdp.on("Network.requestWillBeSent", ({ requestId, request, wallTime }) => {
    if (!request.postData?.startsWith('{"operationName":"Board"')) return;
    boards.add(requestId);
    if (Number.isNaN(stations.asked)) stations.asked = wallTime * 1000;
  });
  cdp.on("Network.loadingFinished", ({ requestId }) => {
    if (boards.has(requestId) && Number.isNaN(stations.answered)) stations.answered = Date.now();
  });
  for (let i = 0; i < rounds + 2; i += 1) {
    await page.waitForTimeout(2200); // signals closer together are gathered
    const id = await firstCard(page, "BUILDING");
    const seen = page.evaluate(
      (selector) =>
        new Promise<number>((done) => {
          const look = (): void => {
            if (document.querySelector(selector) !== null) return void requestAnimationFrame(look);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(Date.now());
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        }),
      cardOf(id, "BUILDING"),
    );
    const { case: card } = await ask<{ case: { version: number } }>(secretary, product.url, "query V($id: ID!) { case(id: $id) { version } }", { id });
    stations = { asked: NaN, answered: NaN };
    const input = { id, expectedVersion: card.version, idempotencyKey: crypto.randomUUID(), reason };
    const { escalateCase } = await ask<{ escalateCase: { refusal: { message: string } | null } }>(secretary, product.url, "mutation M($input: EscalateCaseInput!) { escalateCase(input: $input) { refusal { message } } }", { input });
    const done = Date.now();
    if (escalateCase.refusal) throw new Error(escalateCase.refusal.message);
    const shown = await seen;
    times.push({ total: shown - done, asked: stations.asked - done, answered: stations.answered - done });
  }
  await secretary.close();
  return { total: median(times.map((one) => one.total)), asked: median(times.map((one) => one.asked)), answered: median(times.map((one) => one.answered)) };
}

/** What a clerk does in an hour, without the pauses: looks through cards, opens some, filters, moves, closes. */
export async function triage({ page }: Measured, repeats = 4): Promise<{ inp: number; interactions: number }> {
  await watchInteractions(page);
  let interactions = 0;
  const press = async (key: string, wait = 350): Promise<void> => {
    await page.keyboard.press(key);
    interactions += 1;
    await page.waitForTimeout(wait);
  };
  for (let i = 0; i < repeats; i += 1) {
    await page.locator(cards("BUILDING")).first().focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"]) await press(key);
    await press("Enter", 2500);
    await press("Escape", 800);
    await press("m", 1200);
    await press("Escape", 600);
    await press(" ", 700);
    await press(" ", 700);
    await page.getByRole("button", { name: "只看超时" }).click();
    await page.waitForTimeout(1200);
    await page.getByRole("button", { name: "只看超时" }).click();
    await page.waitForTimeout(1200);
    await page.getByRole("button", { name: "流程" }).click();
    await page.waitForTimeout(1500);
    await page.getByRole("button", { name: "层级" }).click();
    await page.waitForTimeout(1500);
    interactions += 4;
  }
  return { inp: await interactionToNextPaint(page, interactions), interactions };
}

/** So many moves of others while the board is open: what it keeps of them. */
export async function heapAfterMoves(browser: Browser, product: Product, measured: Measured, wanted: number): Promise<{ before: number; after: number; moves: number }> {
  const before = (await size(measured)).heap;
  const secretary = await signedIn(browser, product, product.secretary);
  const move = "mutation M($input: EscalateCaseInput!) { escalateCase(input: $input) { case { version } refusal { message } } }";
  const back = "mutation B($input: SendDownCaseInput!) { sendDownCase(input: $input) { case { version } refusal { message } } }";
  let done = 0;
  const ids = await measured.page.locator(cards("BUILDING")).evaluateAll((all) => all.map((one) => one.getAttribute("data-case") ?? ""));
  for (let i = 0; done < wanted; i += 1) {
    const id = ids[i % ids.length] ?? "";
    for (const query of [move, back]) {
      const { case: card } = await ask<{ case: { version: number } }>(secretary, product.url, "query V($id: ID!) { case(id: $id) { version } }", { id });
      const input = { id, expectedVersion: card.version, idempotencyKey: crypto.randomUUID(), reason };
      const answer = Object.values(await ask<Record<string, { refusal: { message: string } | null }>>(secretary, product.url, query, { input }))[0];
      if (answer?.refusal) throw new Error(answer.refusal.message);
      done += 1;
    }
  }
  await secretary.close();
  await settled(measured.page);
  return { before, after: (await size(measured)).heap, moves: done };
}

export { board };
