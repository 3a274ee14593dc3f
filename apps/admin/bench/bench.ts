import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { board, firstView, heapAfterMoves, moves, others, scrolling, size, triage, typing } from "./figures.ts";
import { signedIn, startBrowser, startProduct } from "./product.ts";

// pnpm bench:browser [-- --open 200,2000,10000 --moves 1000 --sources]: the built page in a browser, against the real server.

interface Row {
  readonly open: number;
  readonly what: string;
  readonly value: number;
  readonly unit: "KB" | "ms" | "MB" | "" | "x";
  /** At most; null where the design names none. */
  readonly goal: number | null;
}

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: { open: { type: "string", default: "200,2000,10000" }, moves: { type: "string", default: "1000" }, sources: { type: "boolean", default: false } },
});
const rows: Row[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function told({ open, what, value, unit, goal }: Row): string {
  const mark = goal === null ? "" : value <= goal ? "reached" : "MISSED";
  return `${String(open).padStart(6)}  ${what.padEnd(52)} ${value.toFixed(unit === "KB" || unit === "MB" || unit === "x" ? 1 : 0).padStart(8)} ${unit.padEnd(2)}  ${(goal === null ? "" : `≤ ${goal}`).padStart(9)}  ${mark}`;
}

function note(open: number, what: string, value: number, unit: Row["unit"], goal: number | null): void {
  const row = { open, what, value, unit, goal };
  rows.push(row);
  say(told(row));
}

/** One figure that cannot be had must not take the others with it: it is told, and missing in the table. */
async function attempt(what: string, measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    say(`${what}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
  }
}

const sizes = values.open.split(",").map(Number);
const browser = await startBrowser();
try {
  for (const open of sizes) {
    const product = await startProduct(open, values.sources);
    try {
      await attempt("first view", async () => {
        const first = await firstView(browser, product);
        note(open, "JavaScript until the first cards, packed, with headers", first.scriptBytes / 1000, "KB", 180);
        note(open, "board answer, packed", first.answerBytes / 1000, "KB", 15);
        note(open, "first cards, nothing on the device", first.cold, "ms", 1500);
        note(open, "first cards, a visit after one", first.again, "ms", 400);
      });
      const context = await signedIn(browser, product, product.username);
      const window = await board(context, 4);
      await attempt("size", async () => {
        const { nodes, heap } = await size(window);
        note(open, "DOM nodes", nodes, "", 1500);
        note(open, "heap", heap / 1e6, "MB", 20);
      });
      await attempt("moves", async () => {
        const moved = await moves(window);
        note(open, "] to the form painted", moved.form, "ms", 50);
        note(open, "the form sent to the card in its column", moved.moved, "ms", 50);
        note(open, "mouse drop to the form painted", moved.drop, "ms", 50);
        note(open, "drag-over to the column marked", moved.over, "ms", 16);
        note(open, "work of one drag-over, p95", moved.work, "ms", 16);
      });
      await attempt("typing", async () => note(open, "a letter in the search field to its paint", await typing(window), "ms", null));
      await attempt("somebody else's move", async () => {
        const seen = await others(browser, product, window);
        note(open, "somebody else's move: signal heard, board asked", seen.asked, "ms", null);
        note(open, "… board answered", seen.answered, "ms", null);
        note(open, "… card in its new column, painted", seen.total, "ms", 250);
      });
      if (open === sizes[Math.floor(sizes.length / 2)]) {
        await attempt("an hour of triage", async () => note(open, "INP over an hour of triage, pauses left out", (await triage(window)).inp, "ms", 200));
        await attempt("heap after moves", async () => {
          const kept = await heapAfterMoves(browser, product, window, Number(values.moves));
          note(open, `heap after ${kept.moves} moves of others, over before`, kept.after / kept.before, "x", 1.1);
        });
      }
      await window.page.close();
      if (open === Math.max(...sizes)) {
        await attempt("scrolling", async () => {
          const scrolled = await scrolling(context);
          note(open, "scroll at full speed, p95 frame", scrolled.frame, "ms", 17);
          note(open, `… frames of ${scrolled.frames} with an empty place`, scrolled.blank, "", 0);
        });
      }
      await context.close();
    } finally {
      await product.stop();
    }
  }
} finally {
  await browser.close();
}
const firsts = rows.filter(({ what }) => what === "first cards, nothing on the device");
const [least, most] = [firsts.at(0), firsts.at(-1)];
if (least && most && least !== most) note(most.open, `first cards, over those of ${least.open}`, most.value / least.value, "x", 1.1);

const folder = fileURLToPath(new URL("../../../.bandeng/bench-browser", import.meta.url));
await mkdir(folder, { recursive: true });
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg(), node: process.version, at: new Date().toISOString() };
await writeFile(`${folder}/result.json`, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
say(`\n${rows.map(told).join("\n")}\n\nmachine: ${machine.cores} x ${machine.cpu}, load ${machine.load.map((one) => one.toFixed(1)).join(" ")}\nwritten: .bandeng/bench-browser/result.json`);
