import {
  areaNumber,
  communityOf,
  decideAddToAgenda,
  decideInvite,
  isAreaCode,
  isRefusal,
  recordAgendaItem,
  recordMeeting,
  refuse,
  type AgendaAddition,
  type BenchMeeting,
  type Case,
  type Invitation,
  type InvitationWay,
  type MeetingEventBody,
  type MeetingPlace,
  type RecordedItem,
  type Refusal,
} from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { concernedBy, type AgendaEntryInput } from "./concerned.ts";
import type { MeetingPlaceInput } from "./meeting-input.ts";
import { storeAgendaItem, storeMeeting } from "./meeting-store.ts";
import type { Act } from "../cases/act.ts";
import { placeOf } from "../cases/place-of.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { peopleExist } from "../people/standing.ts";

/** A case on an agenda, decided and not stored yet. */
interface Added {
  readonly case: Case;
  readonly addition: AgendaAddition;
  readonly item: RecordedItem;
}

/** Decides on one case of an agenda. */
export async function decideEntry(act: Act, meeting: BenchMeeting, c: Case, entry: AgendaEntryInput, how: InvitationWay): Promise<Added | Refusal> {
  const concerned = await concernedBy(act.client, act.facts.viewer, c, entry);
  if (concerned === null) return refuse("HOUSEHOLD_UNKNOWN", {}, "households");
  const itemId = uuidv7();
  const addition = decideAddToAgenda(meeting, c, { itemId, scope: entry.scope, rule: entry.rule, how, ...concerned }, act.facts);
  if (isRefusal(addition)) return addition;
  return { case: c, addition, item: recordAgendaItem(null, itemId, addition.item, act.facts) };
}

/** Stores what an agenda means for its cases, and its items; the meeting is stored already. */
export async function storeEntries(act: Act, meeting: BenchMeeting, added: readonly Added[]): Promise<void> {
  for (const { case: c, addition, item } of added) {
    await act.decide(c, addition.case);
    await storeAgendaItem(act.client, meeting, item, areaNumber(c.gridCode));
  }
}

/** The place as the domain has it; a refusal when it is none of the meeting's community. */
export async function meetingPlace(act: Act, areaCode: string, input: MeetingPlaceInput): Promise<MeetingPlace | Refusal> {
  const { words, compoundId = null, buildingId = null, unitId = null } = input;
  if (compoundId === null && buildingId === null && unitId === null) return { words, compoundId, buildingId, unitId };
  const found = await placeOf(act.client, input, act.facts.viewer);
  if (found === null) return refuse("UNKNOWN_PLACE", {}, "place");
  if (!isAreaCode(areaCode) || areaCode.length < 12 || communityOf(found.gridCode) !== communityOf(areaCode)) return refuse("OTHER_COMMUNITY", {}, "place");
  return { words, ...found.place };
}

/** Refuses people who are not known where the viewer works; null when they are. */
export async function unknownPeople(act: Act, ids: readonly (string | null | undefined)[], path: string): Promise<Refusal | null> {
  const named = ids.flatMap((id) => id ?? []);
  return named.length === 0 || (await peopleExist(act.client, act.facts.viewer, named)) ? null : refuse("UNKNOWN_PERSON", {}, path);
}

/** Refuses a council that is none of those that meet in or around an area; null when it is one, or none is named. */
export async function unknownCouncil(act: Act, councilId: string | null, areaCode: string): Promise<Refusal | null> {
  if (councilId === null) return null;
  const rows = isUuid(councilId) ? await run<{ area: string }>(act.client, "select area_code as area from council where id = $1 and to_date is null", [councilId]) : [];
  return rows.some(({ area }) => area.startsWith(areaCode) || areaCode.startsWith(area)) ? null : refuse("NOT_FOUND", {}, "councilId");
}

interface Founding {
  readonly founded: readonly MeetingEventBody[];
  readonly agenda: readonly AgendaEntryInput[];
  readonly how: InvitationWay;
  readonly invitations: readonly Invitation[];
}

/** Brings a meeting about with its agenda and everybody it summons: all stored together. @returns its id */
export async function foundMeeting(act: Act, { founded, agenda, how, invitations }: Founding): Promise<string> {
  const id = uuidv7();
  const { facts, client } = act;
  let bodies = [...founded];
  const added: Added[] = [];
  for (const entry of agenda) {
    const soFar = recordMeeting(null, id, bodies, facts).meeting;
    const c = act.cases.get(entry.caseId);
    const one = c && isUuid(entry.caseId) ? await decideEntry(act, soFar, c, entry, how) : refuse("NOT_FOUND", {}, "agenda");
    if (isRefusal(one)) return act.refuse(one);
    added.push(one);
    bodies = [...bodies, ...one.addition.meeting];
  }
  if (invitations.length > 0) {
    const more = decideInvite(recordMeeting(null, id, bodies, facts).meeting, { invitations, at: facts.now }, facts);
    if (isRefusal(more)) return act.refuse(more);
    bodies = [...bodies, ...more];
  }
  const recorded = recordMeeting(null, id, bodies, facts);
  await storeMeeting(client, recorded, facts.now);
  await storeEntries(act, recorded.meeting, added);
  return id;
}
