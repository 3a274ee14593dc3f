import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const api = fileURLToPath(new URL("../../../../../apps/api", import.meta.url));

/** A PostgreSQL that lives as long as we do, for several instances of the program. */
export interface SharedDatabase {
  /** Of the account the program works as, and of the one that owns the tables. */
  readonly url: string;
  readonly ownerUrl: string;
  /** Asks as the owner: what the harness looks up behind the program's back. */
  ask<Row>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
}

/** Starts it in a process of its own: the sdk knows the API's sources by their place only. */
export async function openSharedDatabase(): Promise<SharedDatabase> {
  const child = fork("src/testing/postgres-process.ts", { cwd: api, execArgv: ["--conditions=@bandeng/source", "--import", "tsx"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<never>((_, failed) => child.once("exit", () => failed(new Error(`no database: ${said}`))));
  ended.catch(() => {}); // asked for below, and in the end it is meant to
  const next = () => Promise.race([ended, new Promise<unknown>((heard) => child.once("message", heard))]);
  const urls = (await next()) as { url: string; ownerUrl: string };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ...urls,
    ask<Row>(sql: string) {
      const answer = turn.then(async () => {
        const heard = next();
        child.send({ sql });
        const { rows, error } = (await heard) as { rows?: Row[]; error?: string };
        if (rows === undefined) throw new Error(error);
        return rows;
      });
      turn = answer.catch(() => {});
      return answer;
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => {});
    },
  };
}
