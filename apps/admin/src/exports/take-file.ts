import { sessionEnded } from "../session/session-events.ts";
import { announce } from "../ui/announce.ts";
import { showToast } from "../ui/toasts.ts";
import { localeOf, type Same, storedLanguage } from "../words/language.ts";
import type { exports } from "../words/zh/exports.ts";
import { download } from "./download.ts";

export const fileFormats = ["csv", "xlsx"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A list of the server's that leaves as a file, with the arguments of its query as they are on the screen. */
export interface ListAsked {
  list: "board" | "cases" | "costs" | "meetings" | "opinions" | "people" | "projects";
  query: { readonly areas: readonly string[] } & Readonly<Record<string, unknown>>;
}

/** Fetches a list as a file and hands it to the browser, telling how it went. */
export default async function takeFile({ list, query }: ListAsked, format: FileFormat, w: Same<typeof exports>): Promise<void> {
  const closeToast = showToast({ title: w.running, seconds: 600 });
  try {
    const response = await fetch(`/api/export/${list}.${format}?${new URLSearchParams({ query: JSON.stringify(query) }).toString()}`, {
      credentials: "same-origin",
      headers: { "accept-language": localeOf[storedLanguage()] },
    });
    if (response.status === 401) sessionEnded();
    if (!response.ok) throw new Error(await messageOf(response));
    const file = await response.blob();
    const [, name = `${list}.${format}`] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
    download(file, decodeURIComponent(name));
    closeToast();
    const title = w.done(Number(response.headers.get("x-row-count") ?? 0));
    showToast({ title, tone: "good" });
    announce(title);
  } catch (error) {
    closeToast();
    showToast({ title: w.failed, description: error instanceof Error && error.message !== "" ? error.message : undefined, tone: "bad" });
  }
}

/** The server's sentence; empty where something else answered. */
async function messageOf(response: Response): Promise<string> {
  if (response.status >= 500) return "";
  const { message } = (await response.json().catch(() => ({}))) as { message?: unknown };
  return typeof message === "string" ? message : "";
}
