import { maskName, optionalTextProblem, refuse, slipCode, type ExternalRef, type Refusal, type VoicedOpinion } from "@bandeng/domain";
import { randomInt } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { VoiceInput } from "./opinion-input.ts";
import type { Act } from "../cases/act.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";
import { phoneOf } from "../personal/data-keys.ts";
import { originRefusal } from "../points/opinion-origin.ts";

/** What the form of a worker says, or that of another system, which has a number of its own for it. */
export type VoiceFromAnywhere = VoiceInput & { readonly externalRef?: ExternalRef | null; /** Grid or community, where no place is known. */ readonly areaCode?: string | null };

/**
 * What somebody said, as the rules look at it, with whoever said it: a person of ours, somebody new, who becomes a person of
 * the community, or nobody known.
 */
export async function voiced(ctx: Context, { client, facts }: Act, input: VoiceFromAnywhere, gridCode: string): Promise<VoicedOpinion | Refusal> {
  // What is sealed has no length for the database to limit.
  const long = optionalTextProblem("reporterName", input.reporterName ?? "", 40) ?? optionalTextProblem("reporterPhone", input.reporterPhone ?? "", 30);
  if (long) return long;
  if (input.reporterId != null && !(await peopleExist(client, ctx.viewer, [input.reporterId]))) return refuse("UNKNOWN_PERSON", {}, "reporterId");
  if (input.proxyId != null && !(await peopleExist(client, ctx.viewer, [input.proxyId]))) return refuse("UNKNOWN_PERSON", {}, "proxyId");
  const origin = await originRefusal(client, ctx.viewer, input, { areaCode: gridCode, voicedAt: input.voicedAt ?? facts.now });
  if (origin) return origin;
  return {
    text: input.words.trim(), channel: input.channel, voicedAt: input.voicedAt ?? facts.now, reporterId: input.reporterId ?? (await newPerson(ctx, client, input, gridCode)),
    pointId: input.pointId ?? null, contactDayId: input.contactDayId ?? null, proxyId: input.proxyId ?? null,
    externalRef: input.externalRef ?? null,
  };
}

/** Stores what was said of a case that is stored, with a slip of its own. */
export async function insertOpinion(ctx: Context, { client, facts }: Act, id: string, caseId: string, said: VoicedOpinion): Promise<void> {
  await run(
    client,
    `insert into opinion (id, case_id, present_case_id, area_no, words, voiced_at, recorded_at, reporter_id, recorded_by, channel, point_id, contact_day_id, proxy_id, external_source, external_id, slip_code)
     select $1, id, id, area_no, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from cases where id = $2`,
    [
      id, caseId, said.text, said.voicedAt, facts.now, said.reporterId, ctx.viewer.personId, said.channel, said.pointId ?? null, said.contactDayId ?? null, said.proxyId ?? null,
      said.externalRef?.source ?? null, said.externalRef?.id ?? null, slipCode(randomInt),
    ],
  );
}

/** Somebody new who gave a name becomes a person of the community; who gave none stays anonymous. */
async function newPerson(ctx: Context, client: Runner, input: VoiceInput, gridCode: string): Promise<string | null> {
  const name = input.reporterName?.trim();
  if (!name || input.reporterId != null) return null;
  const id = uuidv7();
  const phone = input.reporterPhone?.trim();
  await run(client, "insert into person (id, display_name, surname_mask, phone_enc, area_no) values ($1, $2, $3, $4, $5::int8)", [
    id, name, maskName(name), phone ? ctx.dataKeys.seal(phone, phoneOf(id)) : null, gridCode,
  ]);
  ctx.log.info({ personId: id }, "A reporter was recorded");
  return id;
}
