// `npm test`: installs, then runs every check and every suite, and ends with one line: how many passed, how many failed.
// Parts of it: `npm test -- --only=domain,lint`.
import "./node-version.mjs";
import { checks } from "./checks.mjs";
import { stopOnSignals, Stopped } from "./running.mjs";
import { install, say, StepFailed } from "./set-up.mjs";
import { runSuite, suites } from "./suites.mjs";

const total = { passed: 0, failed: 0 };

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number, skipped?: number, output: string }>} work
 */
async function count(name, work) {
  const started = Date.now();
  const { passed, failed, skipped = 0, output } = await work();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) say(`\n${output.trimEnd()}\n`);
  const numbers = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${failed > 0 ? "✗" : "✓"} ${name}: ${numbers.filter(Boolean).join(", ")} (${seconds} s)`);
}

/** @param {string | undefined} only */
async function testAll(only) {
  const wanted = only?.split(",");
  const isWanted = (/** @type {string} */ name) => wanted === undefined || wanted.includes(name.split(" ")[0] ?? name);
  for (const check of checks().filter(({ name }) => isWanted(name))) {
    await count(check.name, async () => {
      const { code, output } = await check.run();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    });
  }
  for (const suite of suites().filter(({ name }) => isWanted(name))) await count(suite.name, () => runSuite(suite));
}

stopOnSignals();
try {
  await install();
  await testAll(process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length));
  if (total.passed + total.failed === 0) {
    say("没有运行任何测试 · No test ran");
    total.failed++;
  }
} catch (error) {
  total.failed++;
  if (error instanceof StepFailed) say(`${error.output.trimEnd()}\n${error.message}`);
  else if (error instanceof Stopped) say("已停止 · Stopped");
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.exitCode = total.failed > 0 ? 1 : 0;
say(`${total.passed} passed, ${total.failed} failed`);
