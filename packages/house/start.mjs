// `npm start`: installs and builds what changed, then runs the server until it is told to stop.
import "./node-version.mjs";
import { innerEnvironment, program, root } from "./repository.mjs";
import { isStopping, run, stopOnSignals, Stopped } from "./running.mjs";
import { build, install, say, StepFailed } from "./set-up.mjs";

stopOnSignals();
try {
  await install();
  await build();
  say("启动… · Starting…");
  const guard = new URL("stop-with-parent.mjs", import.meta.url).href;
  const args = ["--import", guard, "apps/api/dist/main.js", ...process.argv.slice(2)];
  const { code } = await run(program("node"), args, { cwd: root, env: innerEnvironment(), show: true });
  process.exitCode = code;
} catch (error) {
  if (error instanceof StepFailed) {
    process.stderr.write(`${error.output.trimEnd()}\n${error.message}\n`);
    process.exitCode = error.code;
  } else if (!(error instanceof Stopped)) {
    throw error;
  }
}
if (isStopping()) say("已停止 · Stopped");
