import { uuidv7 } from "uuidv7";
import type { TestCommunity, Username } from "./community.ts";

/** What tests look at of a meeting. */
export interface ShownMeeting {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly placeLevel: string;
  readonly recordedAfterwards: boolean;
  readonly confidential: boolean;
  readonly people: number;
  readonly households: number;
  readonly attendanceMix: readonly { as: string; people: number }[];
  readonly attendance: readonly { id: string; as: string; person: { name: string } | null; household: { room: string } | null }[];
  readonly summons: readonly { of: string; label: string; how: string; at: string }[];
  readonly agenda: readonly ShownItem[];
}

/** What tests look at of an agenda item. */
export interface ShownItem {
  readonly id: string;
  readonly version: number;
  readonly affected: readonly { household: { id: string; room: string }; present: boolean; origin: string; invitedOn: readonly string[] }[];
  readonly options: readonly { id: string; words: string; proposedBy: string }[];
  readonly obstacle: { code: string; message: string } | null;
  readonly ahead: { words: string } | null;
  readonly tally: { present: number; options: readonly { for: number; accept: number; against: number }[] } | null;
  readonly resolution: { rule: string; option: { words: string; proposedBy: string } } | null;
  readonly notReached: string | null;
  readonly actionItems: readonly { id: string; what: string; ownerIsResident: boolean; doneAt: string | null }[];
  readonly workingDaysToConvene: number | null;
  readonly conveneBy: string | null;
}

const item = `id version affected { household { id room } present origin invitedOn } options { id words proposedBy } obstacle { code message } ahead { words }
  tally { present options { for accept against } } resolution { rule option { words proposedBy } } notReached actionItems { id what ownerIsResident doneAt } workingDaysToConvene conveneBy`;
const meeting = `id version status placeLevel recordedAfterwards confidential people households attendanceMix { as people } attendance { id as person { name } household { room } }
  summons { of label how at } agenda { ${item} }`;
const named = (verb: string): string => verb.charAt(0).toUpperCase() + verb.slice(1);

/** Verbs whose answer is a meeting; all others are answered with an item. */
const onMeetings = ["summonMeeting", "recordMeeting", "openMeeting", "signInToMeeting", "removeAttendance", "addToAgenda", "noteInvitation", "holdMeeting", "cancelMeeting"];

/** Does a verb at a meeting as somebody; the code of the refusal, or what it is about as it is now. */
export async function atBench(api: TestCommunity, as: Username, verb: string, input: Record<string, unknown>): Promise<{ readonly code: string | null; readonly message: string; readonly id: string }> {
  const field = onMeetings.includes(verb) ? "meeting" : "agendaItem";
  const { data, errors } = await api.graphql(
    `mutation ($input: ${named(verb)}Input!) { answer: ${verb}(input: $input) { about: ${field} { id } refusal { code message } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  const { about, refusal } = data.answer;
  return { code: refusal?.code ?? null, message: refusal?.message ?? "", id: about?.id ?? "" };
}

/** One meeting as a test goes through it: verbs at the version of now. */
export class Bench {
  readonly #api: TestCommunity;
  readonly #as: Username;
  readonly id: string;

  constructor(api: TestCommunity, as: Username, id: string) {
    this.#api = api;
    this.#as = as;
    this.id = id;
  }

  /** The meeting as somebody sees it; null when it does not exist for him. */
  async seen(as: Username = this.#as): Promise<ShownMeeting | null> {
    const { data, errors } = await this.#api.graphql(`query ($id: ID!) { meeting(id: $id) { ${meeting} } }`, { id: this.id }, { as });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.meeting;
  }

  async look(): Promise<ShownMeeting> {
    const seen = await this.seen();
    if (!seen) throw new Error("There is no such meeting");
    return seen;
  }

  /** The first item of the agenda. */
  async item(): Promise<ShownItem> {
    const [first] = (await this.look()).agenda;
    if (!first) throw new Error("The agenda is empty");
    return first;
  }

  /** Tries a verb on the meeting, or on its first item; the code of the refusal, null when it was done. */
  async tries(verb: string, input: Record<string, unknown> = {}, as: Username = this.#as): Promise<string | null> {
    const table = onMeetings.includes(verb) ? "bench_meeting where id" : "agenda_item where meeting_id";
    const { rows } = await this.#api.pool.query(`select id, version from ${table} = $1 order by id limit 1`, [this.id]);
    return (await atBench(this.#api, as, verb, { id: rows[0].id, expectedVersion: rows[0].version, ...input })).code;
  }

  /** Does what has to succeed. */
  async does(verb: string, input: Record<string, unknown> = {}, as: Username = this.#as): Promise<void> {
    const code = await this.tries(verb, input, as);
    if (code !== null) throw new Error(`${verb}: ${code}`);
  }

  /** Signs somebody in and returns the attendance. */
  async seat(as: string, more: { householdId?: string; personId?: string } = {}): Promise<string> {
    await this.does("signInToMeeting", { seats: [{ as, ...more }] });
    return (await this.look()).attendance.at(-1)?.id ?? "";
  }

  /** Proposes an option and returns it. */
  async option(words: string, proposedBy = "RESIDENT"): Promise<string> {
    await this.does("proposeOption", { words, proposedBy });
    return (await this.item()).options.at(-1)?.id ?? "";
  }
}

/** A building's doors, made: a unit with these rooms, and shops. @returns households by room */
export async function makeDoors(api: TestCommunity, buildingId: string, rooms: readonly string[], shops: readonly string[] = [], areaOf: (room: string) => number | null = () => null): Promise<{ readonly unitId: string; readonly doors: Record<string, string> }> {
  const unitId = uuidv7();
  await api.pool.query("insert into unit (id, building_id, no) values ($1, $2, (select coalesce(max(no), 0) + 1 from unit where building_id = $2))", [unitId, buildingId]);
  const doors: Record<string, string> = {};
  for (const room of [...rooms, ...shops]) {
    doors[room] = uuidv7();
    const shop = shops.includes(room);
    await api.pool.query("insert into household (id, building_id, unit_id, floor, room, area_cm2, kind) values ($1, $2, $3, $4, $5, $6, $7)", [
      doors[room], buildingId, unitId, shop ? 1 : Number(room.slice(0, -2)), room, areaOf(room), shop ? "SHOP" : "HOME",
    ]);
  }
  return { unitId, doors };
}
