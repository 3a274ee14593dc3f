import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endsWithUs } from "./instance.ts";

const programs = fileURLToPath(new URL("./programs/", import.meta.url));
const node = (file: string): readonly string[] => [process.execPath, "--conditions=@bandeng/source", "--disable-warning=ExperimentalWarning", ...endsWithUs, join(programs, file)];
const commands: Readonly<Record<string, readonly string[]>> = {
  "@bandeng/sdk": node("sdk.ts"),
  urql: node("urql.ts"),
  "graphql-request": node("graphql-request.ts"),
  "Apollo Client": node("apollo-client.ts"),
  curl: ["sh", join(programs, "mirror.sh")],
  python3: ["python3", join(programs, "mirror.py")],
};
const has = (program: string): boolean => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
/** Who can follow on this machine. */
export const followerNames = Object.keys(commands).filter((name) => !["curl", "python3"].includes(name) || has(name));

/** What a follower has kept. */
export interface Copy {
  readonly upTo: number;
  /** By id: version, status and level. */
  readonly cases: ReadonlyMap<string, string>;
  /** Of every change it was told, as often as it took it in. */
  readonly positions: readonly number[];
}

/** A program of a stranger, looked after by something that starts it again when it ends. */
export interface Follower {
  readonly name: string;
  /** How often it was begun. */
  runs(): number;
  /** Null until it has read everything once. */
  copy(): Copy | null;
  /** SIGKILL; it is started again and goes on from what it has kept. */
  kill(): void;
  stop(): Promise<void>;
  /** Its last words. */
  said(): string;
}

export function startFollower(name: string, folder: string, environment: NodeJS.ProcessEnv): Follower {
  const place = join(folder, name.replace(/\W/g, "-"));
  const [command = "", ...args] = commands[name] ?? [];
  let program: ChildProcess;
  let runs = 0;
  let stopped = false;
  let said = "";
  let again: NodeJS.Timeout | undefined;
  const start = (): void => {
    runs += 1;
    // A group of its own: a shell's curl ends with the shell.
    program = spawn(command, [...args, place], { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "pipe", command === process.execPath ? "ipc" : "ignore"], detached: true });
    program.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    program.once("exit", () => {
      if (!stopped) again = setTimeout(start, 200);
    });
  };
  const kill = (): void => {
    if (program.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
    try {
      process.kill(-program.pid, "SIGKILL");
    } catch {
      // It has ended by itself in this moment, and will be started again.
    }
  };
  start();
  return {
    name,
    runs: () => runs,
    copy: () => (name === "curl" ? copyInFolder(place) : copyInFile(place)),
    kill,
    said: () => said,
    async stop() {
      stopped = true;
      clearTimeout(again);
      if (program.exitCode !== null || program.signalCode !== null) return;
      const gone = new Promise((done) => program.once("exit", done));
      kill();
      await gone;
    },
  };
}

function copyInFile(file: string): Copy | null {
  if (!existsSync(file)) return null;
  const { upTo, cases, positions } = JSON.parse(readFileSync(file, "utf8")) as { upTo: number; cases: Record<string, string>; positions: number[] };
  return { upTo, cases: new Map(Object.entries(cases)), positions };
}

function copyInFolder(folder: string): Copy | null {
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");
  if (!existsSync(join(folder, "upTo"))) return null;
  const cases = new Map(readdirSync(join(folder, "cases")).map((id) => [id, read("cases", id)]));
  const stretches = readdirSync(join(folder, "positions")).toSorted((a, b) => Number(a) - Number(b));
  return { upTo: Number(read("upTo")), cases, positions: stretches.flatMap((from) => read("positions", from).split("\n").filter(Boolean).map(Number)) };
}
