import { isRefusal, type Refusal } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { GeoRefused } from "./geo-refusal.ts";
import { placeCalled } from "./read-requests.ts";
import { filable, type Jurisdiction } from "./services.ts";
import { perform } from "../cases/act.ts";
import { collectCase } from "../cases/collect-opinion.ts";
import { readCase } from "../cases/read-case.ts";
import { run } from "../database/statement.ts";
import { derivedUuid } from "../database/derived-uuid.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context, Language } from "../http/context.ts";
import { inputProblem } from "../http/input-limits.ts";
import { keyMay } from "../keys/key-gate.ts";

/** The fields of a form, each once. */
export type Fields = ReadonlyMap<string, string>;

/** What was filed: the number of its case, and what there is to say about how it was taken. */
export interface Filed {
  readonly no: string;
  readonly notice: string | null;
}

const notices: Record<"COORDINATES" | "ADDRESS", Record<Language, string>> = {
  COORDINATES: { zh: "不使用 lat、long；请给出 address_id 或 address_string", en: "lat and long are not used: give address_id or address_string" },
  ADDRESS: { zh: "未找到该地址，已随内容一并记录", en: "The address is not known here; it was recorded with the words" },
};

/** Where a key's opinions come from, as the opinion keeps it. */
export const sourceOf = (ctx: Context): string => `open311:${ctx.viewer.personId}`;

/** @throws GeoRefused NO_FORM, WRONG_TEXT */
export function readFields(body: unknown): Fields {
  if (!(body instanceof URLSearchParams)) throw new GeoRefused("NO_FORM");
  const fields = new Map(body);
  if (fields.size !== body.size || inputProblem(Object.fromEntries(fields)) !== undefined) throw new GeoRefused("WRONG_TEXT");
  return fields;
}

/**
 * Files what a form says as an opinion that makes a case, on the path of collectOpinion: the same rules, limits, log and
 * audit, channel EXTERNAL. First and last name and phone become the reporter, kept sealed and shown masked as always;
 * e-mail, device and account are not kept, for nobody here needs them, and `media_url` is not fetched.
 * With a `token` of the client's own (or `Idempotency-Key`) the same form sent again is filed once.
 * @throws GeoRefused for what the form itself lacks
 */
export async function fileRequest(ctx: Context, jurisdiction: Jurisdiction, fields: Fields, token: string | undefined): Promise<Filed | Refusal> {
  if (!keyMay(ctx, "collectOpinion")) throw new GeoRefused("KEY_ONLY_READS");
  const text = (name: string): string => fields.get(name)?.trim() ?? "";
  const category = text("service_code");
  if (category === "") throw new GeoRefused("NO_SERVICE");
  if (!filable(jurisdiction).some(({ id }) => id === category)) throw new GeoRefused("SERVICE_NOT_FOUND");
  if (text("description") === "") throw new GeoRefused("NO_WORDS");
  const [id, address, located] = [text("address_id"), text("address_string"), text("lat") !== "" && text("long") !== ""];
  if (id === "" && address === "" && !located) throw new GeoRefused("NO_PLACE");
  if (token !== undefined && !/^[\w-]{1,64}$/.test(token)) throw new GeoRefused("WRONG_TOKEN");

  const placeId = id === "" && address !== "" ? await placeCalled(ctx, jurisdiction, address) : id;
  const unknown = id === "" && address !== "" && placeId === null;
  const source = sourceOf(ctx);
  const input = {
    words: unknown ? `${text("description")}\n${ctx.language === "en" ? "Address: " : "地址："}${address}` : text("description"),
    channel: "EXTERNAL" as const,
    kind: "OPINION" as const,
    category,
    place: placeId ? await placeInput(ctx, placeId) : null,
    severity: "NORMAL" as const,
    tags: [],
    reporterName: nameOf(text("first_name"), text("last_name")) || null,
    reporterPhone: text("phone") || null,
    externalRef: { source, id: token ?? uuidv7() },
    idempotencyKey: token === undefined ? uuidv7() : derivedUuid(source, token),
  };
  const done = await perform(ctx, { verb: "collectOpinion", input, on: [] }, (on) => collectCase(ctx, on, input));
  if (isRefusal(done)) return done;
  const filed = await readCase(ctx, { id: done });
  if (filed === null) throw new GeoRefused("REQUEST_NOT_FOUND");
  const notice = unknown ? "ADDRESS" : id === "" && address === "" ? "COORDINATES" : null;
  return { no: filed.card.no, notice: notice && notices[notice][ctx.language] };
}

/** A building or a compound by its id; what is neither is no place, which the rules refuse. */
async function placeInput({ db }: Context, id: string): Promise<{ buildingId: string } | { compoundId: string }> {
  const [building] = isUuid(id) ? await run(db, "select from building where id = $1", [id]) : [];
  return building ? { buildingId: id } : { compoundId: id };
}

/** Chinese names are written family name first, without a space. */
function nameOf(first: string, last: string): string {
  return /\p{Script=Han}/u.test(first + last) ? last + first : `${first} ${last}`.trim();
}
