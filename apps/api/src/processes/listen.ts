import { createServer } from "node:net";
import type { Config } from "../config.ts";
import { StartRefused } from "../start-refused.ts";

type Where = Pick<Config, "port" | "host">;

/** Tries the port and leaves it. @throws StartRefused as `listen` does */
export async function probe({ port, host }: Where): Promise<void> {
  await listen(
    () =>
      new Promise<void>((resolve, reject) => {
        const server = createServer();
        server.once("error", reject);
        server.listen({ port, host }, () => server.close(() => resolve()));
      }),
    { port, host },
  );
}

/** @throws StartRefused when the port cannot be had, saying why */
export async function listen<T>(open: () => Promise<T>, { port, host }: Where): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new StartRefused(`端口 ${port} 已被占用，请停止占用它的程序，或设置另一个 PORT`, `Port ${port} is in use: stop the program that uses it, or set another PORT`);
    }
    if (code === "EACCES") throw new StartRefused(`没有权限使用端口 ${port}，请设置另一个 PORT`, `Port ${port} is not allowed here: set another PORT`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new StartRefused(`HOST ${host} 不是本机的地址`, `HOST ${host} is no address of this machine`);
    throw error;
  }
}
