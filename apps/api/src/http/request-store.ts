import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "./context.ts";
import type { Log } from "./log.ts";

interface CurrentRequest {
  readonly requestId: string;
  readonly log: Log;
  readonly language: Language;
}

/** The request that is being answered, for the one place that Apollo tells nothing: formatting an error. */
export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
