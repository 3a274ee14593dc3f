import type { Config } from "./config.ts";
import { demoAccounts } from "./database/demo/staff-plan.ts";
import type { Log } from "./http/log.ts";
import { openClosers } from "./processes/closers.ts";
import { probe } from "./processes/listen.ts";
import { openProgram } from "./processes/open-program.ts";
import { openPlace, prepare } from "./processes/prepare.ts";
import { serve } from "./processes/serve.ts";
import { supervise } from "./processes/supervise.ts";

export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  /** Takes the lines for people. */
  readonly say: (line: string) => void;
  /** The embedded database ended by itself. */
  readonly onLost: () => void;
}

/**
 * Opens everything in order; with BANDENG_PROCESSES the port is served by so many of our own, which this one looks after.
 * What was opened is closed in the other order, at the end or when a later step fails.
 */
export async function start({ config, log, say, onLost }: StartOptions): Promise<Running> {
  const closers = openClosers(log);
  try {
    // Said before anything is made: the first start takes a while.
    await probe(config);
    const place = await openPlace({ config, log, say, onLost, closers });
    const isAlone = config.processes === 1;
    // Whoever only looks after others holds no connections.
    const opened = isAlone ? closers : openClosers(log);
    const program = await openProgram({ config, log, url: place.url, closers: opened });
    const demo = await prepare(program, place, { config, log, say }).catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    if (!isAlone) await opened.close();
    const address = isAlone ? await serve(program, { config, log, closers, jobs: true }) : await supervise({ count: config.processes, url: place.url, log, closers });
    if (config.workerOnly) say(`板凳会后台进程已启动 · Bandeng works, and answers no requests:  ${address}/health`);
    else tellPeople(say, address, place.folder, demo);
    return { address, stop: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

function tellPeople(say: (line: string) => void, address: string, folder: string | undefined, demo: boolean): void {
  say("");
  say(`板凳会已启动 · Bandeng is running:  ${address}`);
  say(`接口浏览器 · API explorer:          ${address}/explorer/`);
  if (demo) {
    say("演示账号 · Demo accounts（用户名 / 密码 · user name / password）:");
    for (const { username, password, zh, en } of demoAccounts) say(`  ${username} / ${password}  ${zh} · ${en}`);
  }
  if (folder !== undefined) say(`数据 · Data:  ${folder}`);
  say("按 Ctrl-C 停止 · Press Ctrl-C to stop");
}
