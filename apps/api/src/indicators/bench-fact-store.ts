import { areaNumber, levelRank, placeLevelOf, type AgendaEvent, type AgendaItem, type BenchMeeting, type MeetingEvent } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** What the bench did for a case: it sat (MET), it agreed (RESOLVED), somebody took something on (ACTION). Facts never change. */
export interface BenchFact {
  readonly item_id: string;
  readonly kind: "MET" | "RESOLVED" | "ACTION";
  readonly no: number;
  readonly case_id: string;
  readonly area_no: number;
  readonly at: string;
  readonly recorded_at: string;
  readonly place_level: number | null;
  readonly by_resident: boolean | null;
}

const sitting: readonly MeetingEvent["type"][] = ["MEETING_OPENED", "MEETING_RECORDED", "AGENDA_EXTENDED"];

/** Of a meeting after some of its events: it sat on each case of its agenda, from its opening on. */
export function meetingFacts(m: BenchMeeting, events: readonly MeetingEvent[]): BenchFact[] {
  const recorded = events.find((event) => sitting.includes(event.type))?.recordedAt;
  const { openedAt } = m;
  if (openedAt === null || recorded === undefined) return [];
  const told = { kind: "MET", no: 1, area_no: areaNumber(m.areaCode), at: openedAt, recorded_at: recorded, place_level: levelRank(placeLevelOf(m.place)), by_resident: null } as const;
  return m.agenda.map(({ itemId, caseId }) => ({ ...told, item_id: itemId, case_id: caseId }));
}

/** Of an agenda item after some of its events. */
export function itemFacts(i: AgendaItem, events: readonly AgendaEvent[], areaNo: number): BenchFact[] {
  return events.flatMap((event): BenchFact[] => {
    const told = { item_id: i.id, case_id: i.caseId, area_no: areaNo, at: event.at, recorded_at: event.recordedAt, place_level: null };
    if (event.type === "ITEM_RESOLVED") return [{ ...told, kind: "RESOLVED", no: 1, by_resident: i.options.find((o) => o.id === event.payload.optionId)?.proposedBy === "RESIDENT" }];
    if (event.type !== "ACTION_ASSIGNED") return [];
    return [{ ...told, kind: "ACTION", no: i.actions.findIndex((a) => a.id === event.payload.id) + 1, by_resident: event.payload.ownerIsResident }];
  });
}

/** Keeps facts; one that is known already stays as it is. */
export async function storeFacts(client: Runner, facts: readonly BenchFact[]): Promise<void> {
  if (facts.length === 0) return;
  await run(client, "insert into bench_fact select * from jsonb_populate_recordset(null::bench_fact, $1::jsonb) on conflict do nothing", [JSON.stringify(facts)]);
}
