import { GeoRefused } from "./geo-refusal.ts";
import type { RequestQuery } from "./read-requests.ts";

const DAY_MS = 86_400_000;
/** "May not span more than 90 days." */
const MOST_DAYS = 90;
/** "The first 1000 requests", when nothing is said. */
const MOST_ENTRIES = 1000;
const MOST_IDS = 100;
const MOST_PAGES = 100_000;

/** The parameters of GET requests, as text. */
export type Parameters = Readonly<Record<string, string | undefined>>;

const list = (text: string | undefined): string[] => (text ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");

/** A moment as the specification has it (W3C datetime); a `+` that came unescaped is a space by now. */
function momentOf(text: string): number {
  const [, day, time = "T00:00:00", zone = "Z"] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+ -]\d\d:\d\d)?$/.exec(text) ?? [];
  const moment = day === undefined ? Number.NaN : Date.parse(`${day}${time}${zone.replace(" ", "+")}`);
  if (Number.isNaN(moment)) throw new GeoRefused("WRONG_DATE");
  return moment;
}

function whole(text: string | undefined, otherwise: number, most: number): number {
  const value = text === undefined || text === "" ? otherwise : /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new GeoRefused("WRONG_PAGE");
  return value;
}

/**
 * What GET requests asks for. Numbers go before everything else; without them it is a span of 90 days at most, the last
 * ones when nothing is said, and `page` and `page_size` (an extension) go through it.
 * @throws GeoRefused WRONG_DATE, WRONG_SPAN, WRONG_STATUS, WRONG_PAGE, TOO_MANY
 */
export function requestQuery(parameters: Parameters, now: number): RequestQuery {
  const ids = list(parameters["service_request_id"]);
  const services = list(parameters["service_code"]);
  if (Math.max(ids.length, services.length) > MOST_IDS) throw new GeoRefused("TOO_MANY");
  if (ids.length > 0) return { ids };
  const given = { from: parameters["start_date"], to: parameters["end_date"] };
  const start = given.from ? momentOf(given.from) : undefined;
  const to = given.to ? momentOf(given.to) : start === undefined ? now : Math.min(Math.max(now, start), start + MOST_DAYS * DAY_MS);
  const from = start ?? to - MOST_DAYS * DAY_MS;
  if (from > to || to - from > MOST_DAYS * DAY_MS) throw new GeoRefused("WRONG_SPAN");
  const statuses = list(parameters["status"]);
  if (statuses.some((status) => status !== "open" && status !== "closed")) throw new GeoRefused("WRONG_STATUS");
  const take = whole(parameters["page_size"], MOST_ENTRIES, MOST_ENTRIES);
  const page = whole(parameters["page"], 1, MOST_PAGES);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    services,
    open: statuses.length === 0 || statuses.includes("open"),
    closed: statuses.length === 0 || statuses.includes("closed"),
    skip: (page - 1) * take,
    take,
  };
}
