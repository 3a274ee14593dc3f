import { areaNumber, shippedCalendarYears, slipCode, type Instant, type PeopleEventPayloads, type Post } from "@bandeng/domain";
import { caseColumns, eventColumns, segmentColumns, type LogEvent, type StreamKind } from "../../cases/case-columns.ts";
import { contractorColumns } from "../../costs/contractor-store.ts";
import { costPlanColumns, costTextColumns, payoutColumns, receiptColumns, refundColumns, shareColumns } from "../../costs/cost-rows.ts";
import { answerColumns, callColumns } from "../../experts/call-rows.ts";
import { expertColumns } from "../../experts/expert-store.ts";
import { mediationColumns, textColumns } from "../../mediations/mediation-store.ts";
import { projectColumns, projectTextColumns } from "../../projects/project-store.ts";
import { actionRow, itemRow, itemWords, meetingRow, meetingWords } from "../../meetings/meeting-store.ts";
import { itemFacts, meetingFacts } from "../../indicators/bench-fact-store.ts";
import { measureRows } from "../../indicators/case-measure-store.ts";
import { takeApart } from "../../log/apart.ts";
import { carriedColumns } from "../../opinions/opinion-columns.ts";
import { publicationColumns } from "../../publications/publication-store.ts";
import { phoneOf, type DataKeys } from "../../personal/data-keys.ts";
import { typed } from "../../places/pinyin.ts";
import type { DemoCouncil } from "./councils.ts";
import type { DemoData } from "./generate.ts";
import { demoCommunity } from "./place-plan.ts";
import { diceFor, idMaker } from "./seed.ts";
import { demoTemplates } from "./text-templates.ts";

/** A table's name and its rows, each an object with one key per column. */
export type TableRows = readonly [table: string, rows: readonly object[]];

/** All rows of the demo, in an order in which every row's references are there before it. Pure, but for the nonces of sealed phones. */
export function demoRows(data: DemoData, keys: DataKeys): readonly TableRows[] {
  return [...placeRows(data), ...peopleRows(data, keys), ...pointRows(data), ...expertRows(data), ...caseRows(data), ...costRows(data), ...publicationRows(data), ...logRows(data)];
}

function placeRows({ places, people }: DemoData): readonly TableRows[] {
  const { areas, compounds, buildings } = places;
  return [
    [
      "area",
      areas.map((a) => ({
        code: a.code, no: areaNumber(a.code), kind: a.kind, parent_code: a.parent, name: a.name, alias: a.alias, ...typed(a.name),
        grid_kind: a.gridKind, head_id: people.heads.get(a.code) ?? null, source: a.source, as_of: a.asOf,
      })),
    ],
    [
      "compound",
      compounds.map((c) => ({
        id: c.id, community_code: c.community, main_grid_code: c.mainGrid, area_no: areaNumber(c.mainGrid), name: c.name, pinyin: c.pinyin, initials: c.initials,
        build_year: c.buildYear, is_old: c.isOld, renovation_batch: c.renovationBatch, has_property: c.propertyCompany !== null, property_company: c.propertyCompany,
      })),
    ],
    [
      "building",
      buildings.map((b) => ({ id: b.id, compound_id: b.compoundId, grid_code: b.grid, area_no: areaNumber(b.grid), address: b.address, ...typed(b.address), floors: b.floors })),
    ],
    ["unit", buildings.flatMap((b) => b.units.map((u) => ({ id: u.id, building_id: b.id, no: u.no })))],
    [
      "household",
      buildings.flatMap((b) => b.households.map((h) => ({ id: h.id, building_id: b.id, unit_id: h.unitId, floor: h.floor, room: h.room, area_cm2: h.areaCm2, kind: h.kind }))),
    ],
  ];
}

function peopleRows({ people, councils }: DemoData, keys: DataKeys): readonly TableRows[] {
  return [
    ["department", people.departments.map((d) => ({ id: d.id, name: d.name, area_no: d.areaNo }))],
    [
      "person",
      people.people.map((p) => ({ id: p.id, display_name: p.name, surname_mask: p.mask, phone_enc: `\\x${keys.seal(p.phone, phoneOf(p.id)).toString("hex")}`, household_id: p.householdId, area_no: p.areaNo })),
    ],
    [
      "role_assignment",
      people.roles.map((r) => ({
        id: r.id, person_id: r.personId, role: r.role, area_code: r.area, area_no: areaNumber(r.area), building_id: r.buildingId, department_id: r.departmentId,
        from_date: r.from, to_date: r.to,
      })),
    ],
    ...committeeRows(people),
    ...councilRows(councils),
    [
      "calendar_year",
      shippedCalendarYears.map((y) => ({
        year: y.year, version: y.version, source: y.source, published_on: y.publishedOn, days_off: y.daysOff, work_days: y.workDays, current: true,
      })),
    ],
    // Low enough that one column of the demo is over it: so the board shows what a limit is.
    ["community_setting", [{ community_code: demoCommunity, area_no: areaNumber(demoCommunity), wip_limits: { BUILDING: 30, COMPOUND: 20, COMMUNITY: 10 }, rules: {}, version: 0, templates: demoTemplates }]],
  ];
}

/** The Party committee of the demo's community. */
const committee = {
  id: "0188c5e0-0000-7000-8000-000000000001",
  termFrom: "2022-03-01",
  termTo: "2027-02-28",
  members: [["chen", "SECRETARY"], ["deputy", "DEPUTY"], ["zhou", "MEMBER"], ["head-003", "MEMBER"], ["qian", "MEMBER"]],
} as const;

const committeeMembers = (people: DemoData["people"]): { personId: string; post: Post }[] => committee.members.map(([key, post]) => ({ personId: people.staff(key).id, post }));

function committeeRows(people: DemoData["people"]): readonly TableRows[] {
  const { id, termFrom, termTo } = committee;
  return [
    ["committee", [{ id, community_code: demoCommunity, area_no: areaNumber(demoCommunity), version: 1, term_from: termFrom, term_to: termTo }]],
    ["committee_member", committeeMembers(people).map(({ personId, post }) => ({ committee_id: id, person_id: personId, post }))],
  ];
}

function councilRows(councils: readonly DemoCouncil[]): readonly TableRows[] {
  return [
    [
      "council",
      councils.map(({ name, council: c }) => ({
        id: c.id, area_code: c.areaCode, area_no: areaNumber(c.areaCode), version: c.version, name, convener_id: c.convenerId, from_date: c.from, to_date: c.to,
      })),
    ],
    ["council_member", councils.flatMap(({ council: c }) => c.members.map((m) => ({ council_id: c.id, person_id: m.personId, category: m.category, from_date: m.from, to_date: m.to })))],
  ];
}

function expertRows({ experts }: DemoData): readonly TableRows[] {
  return [
    ["expert", experts.map(({ expert }) => expertColumns(expert))],
    ["expert_tie", experts.flatMap(({ expert, ties }) => ties.map((tie) => ({ expert_id: expert.id, person_id: tie.personId, kind: tie.kind })))],
  ];
}

function pointRows({ points: { points, days } }: DemoData): readonly TableRows[] {
  return [
    [
      "collection_point",
      points.map(({ point: p }) => ({
        id: p.id, version: p.version, code: p.code, area_code: p.areaCode, area_no: areaNumber(p.areaCode), name: p.name, kind: p.kind, place_words: p.place.words, compound_id: p.place.compoundId,
        building_id: p.place.buildingId, keeper_id: p.keeperId, office: p.office, office_phone: p.officePhone, hours: p.hours, hours_words: p.hoursWords, active_from: p.activeFrom, closed_on: p.closedOn,
      })),
    ],
    [
      "contact_day",
      days.map(({ day: d }) => ({
        id: d.id, version: d.version, area_code: d.areaCode, area_no: areaNumber(d.areaCode), date: d.date, moved_from: d.movedFrom, starts_at: d.from, ends_at: d.to, place_words: d.place.words,
        compound_id: d.place.compoundId, building_id: d.place.buildingId, duty_officer_id: d.dutyOfficerId, reached: d.reached, state: d.state, held_at: d.heldAt,
      })),
    ],
  ];
}

function caseRows({ points, book, caseNumbers, projectNumbers, mediationNumbers, now }: DemoData): readonly TableRows[] {
  const facts = book.facts("zhou", now);
  const carried = new Map(book.matters.flatMap((m) => carriedColumns(m.now, facts)).map((row) => [row.id, row]));
  const slips = diceFor("slips");
  return [
    [
      "secretary_project",
      book.projects.map(({ now: p, events }) => projectColumns(p, lastAt(events))),
    ],
    ["project_text", book.projects.flatMap(({ now: p, events }) => events.flatMap(({ texts = [] }) => texts.map((text) => projectTextColumns(p.id, text))))],
    ["cases", book.matters.map((m) => caseColumns(m.now, lastAt(m.events), facts))],
    ["case_segment", book.matters.flatMap((m) => segmentColumns(m.now))],
    ["case_measure", book.matters.flatMap((m) => measureRows(m.id, m.events))],
    [
      "opinion",
      book.opinions.map((o) => ({
        id: o.id, case_id: o.caseId, present_case_id: o.caseId, area_no: areaNumber(o.gridCode), answer: 1, answered_at: null, answer_due_at: null, ...carried.get(o.id),
        slip_code: slipCode((limit) => slips.between(0, limit - 1)), words: o.words, voiced_at: o.voicedAt, recorded_at: o.recordedAt, reporter_id: o.reporterId,
        recorded_by: o.recordedBy, channel: o.channel,
        point_id: points.origins.get(o.id)?.pointId ?? null, contact_day_id: points.origins.get(o.id)?.contactDayId ?? null,
      })),
    ],
    ["expert_call", book.matters.flatMap((m) => m.now.calls.map((call) => ({ ...callColumns(m.now, call), ask: book.asks.get(call.id) ?? "" })))],
    ["expert_answer", book.matters.flatMap((m) => m.now.calls.flatMap(answerColumns))],
    ["case_fact", book.matters.flatMap((m) => m.now.facts.map((fact) => ({ id: fact.id, case_id: m.id, ...book.factWords.get(fact.id) })))],
    ["case_number", caseNumbers.map((c) => ({ community_code: c.community, year: c.year, last: c.last }))],
    ["project_number", projectNumbers.map((c) => ({ community_code: c.community, year: c.year, last: c.last }))],
    ["bench_meeting", book.benches.map(({ meeting, events }) => meetingRow(meeting, lastAt(events)))],
    ["agenda_item", book.benches.flatMap(({ items }) => items.map(({ now: i, areaNo }) => itemRow(i, areaNo)))],
    ["action_item", book.benches.flatMap(({ items }) => items.flatMap(({ now: i }) => i.actions.map((a) => actionRow(i.id, a))))],
    ["bench_words", book.benches.flatMap(({ meeting, events, items }) => [...meetingWords(meeting, events), ...items.flatMap(({ now: i, events: said }) => itemWords(i, meeting, said))])],
    ["bench_fact", book.benches.flatMap(({ meeting, events, items }) => [...meetingFacts(meeting, events), ...items.flatMap(({ now: i, areaNo, events: done }) => itemFacts(i, done, areaNo))])],
    ["mediation", book.mediations.map(({ now: m, events }) => mediationColumns(m, lastAt(events)))],
    ["mediation_text", book.mediations.flatMap(({ now: m, events }) => events.flatMap(({ texts = [] }) => texts.map((text) => textColumns(m.id, text))))],
    ["mediation_number", mediationNumbers.map((c) => ({ community_code: c.community, year: c.year, last: c.last }))],
  ];
}

function costRows({ book, costNumbers }: DemoData): readonly TableRows[] {
  const plans = book.costs.map(({ now }) => now);
  return [
    ["contractor", book.contractors.map(({ now, entry }) => contractorColumns(now, entry))],
    ["cost_plan", book.costs.map(({ now: p, events }) => costPlanColumns(p, lastAt(events)))],
    ["cost_text", book.costs.flatMap(({ now: p, events }) => events.flatMap(({ texts = [] }) => texts.map((text) => costTextColumns(p.id, text))))],
    ["cost_share", plans.flatMap((p) => p.shares.map((share) => shareColumns(p.id, share)))],
    ["cost_receipt", plans.flatMap((p) => p.receipts.map((r) => receiptColumns(p, r)))],
    ["cost_payout", plans.flatMap((p) => p.payouts.map((payout) => payoutColumns(p.id, payout)))],
    ["cost_refund", plans.flatMap((p) => p.refunds.map((refund) => refundColumns(p.id, refund)))],
    ["cost_number", costNumbers.map((c) => ({ community_code: c.community, year: c.year, last: c.last }))],
    ["contractor_rating", book.contractors.flatMap(({ now: k, said }) => k.ratings.map(({ costPlanId, stars, by, at }) => ({ contractor_id: k.id, cost_plan_id: costPlanId, stars, words: said.get(costPlanId) ?? "", rated_by: by, at })))],
  ];
}

/** Events whose words are kept in rows of their own (bench_words). */
function withoutWords(events: readonly (LogEvent & { readonly words?: string })[]): readonly LogEvent[] {
  return events.map(({ words: _words, ...event }) => event);
}

function publicationRows({ publications }: DemoData): readonly TableRows[] {
  return [
    ["publication", publications.map(({ now: p, words, events }) => publicationColumns(p, words, lastAt(events)))],
    ["publication_comment", publications.flatMap(({ now: p, said }) => said.map((one) => ({ id: one.id, publication_id: p.id, shown: one.shown, words: one.words, shown_words: one.words, answer: one.answer })))],
  ];
}

function lastAt(events: readonly LogEvent[]): Instant {
  return events.at(-1)?.recordedAt ?? "";
}

/** The log: ids in the order in which things were recorded, so that the change feed tells the history as it was. */
function logRows({ book, people, councils, points, experts, publications }: DemoData): readonly TableRows[] {
  const newId = idMaker("events");
  const { id, termFrom, termTo } = committee;
  const set = { communityCode: demoCommunity, termFrom, termTo, members: committeeMembers(people) } satisfies PeopleEventPayloads["COMMITTEE_SET"];
  const elected: LogEvent = { seq: 1, type: "COMMITTEE_SET", payload: set, at: "2024-01-01T01:00:00.000Z", recordedAt: "2024-01-01T01:00:00.000Z", actorId: people.staff("admin").id };
  const streams = [
    { kind: "COMMITTEE" as StreamKind, id, areaNo: areaNumber(demoCommunity), events: [elected] },
    ...councils.map(({ council: c, events }) => ({ kind: "COUNCIL" as StreamKind, id: c.id, areaNo: areaNumber(c.areaCode), events })),
    ...experts.map(({ expert: e, events }) => ({ kind: "EXPERT" as StreamKind, id: e.id, areaNo: areaNumber(e.area), events })),
    ...points.points.map(({ point: p, events }) => ({ kind: "POINT" as StreamKind, id: p.id, areaNo: areaNumber(p.areaCode), events })),
    ...points.days.map(({ day: d, events }) => ({ kind: "CONTACT_DAY" as StreamKind, id: d.id, areaNo: areaNumber(d.areaCode), events })),
    ...book.projects.map(({ now: p, events }) => ({ kind: "PROJECT" as StreamKind, id: p.id, areaNo: areaNumber(p.communityCode), events })),
    ...publications.map(({ now: p, events }) => ({ kind: "PUBLICATION" as StreamKind, id: p.id, areaNo: areaNumber(p.areaCode), events })),
    ...book.costs.map(({ now: p, events }) => ({ kind: "COST_PLAN" as StreamKind, id: p.id, areaNo: areaNumber(p.areaCode), events })),
    ...book.contractors.map(({ now: k, events }) => ({ kind: "CONTRACTOR" as StreamKind, id: k.id, areaNo: areaNumber(k.area), events })),
    ...book.mediations.map(({ now: m, events }) => ({ kind: "MEDIATION" as StreamKind, id: m.id, areaNo: areaNumber(m.areaCode), events })),
    ...book.benches.map(({ meeting, events }) => ({ kind: "MEETING" as StreamKind, id: meeting.id, areaNo: areaNumber(meeting.areaCode), events: withoutWords(events) })),
    ...book.benches.flatMap(({ items }) => items.map(({ now: i, areaNo, events }) => ({ kind: "AGENDA_ITEM" as StreamKind, id: i.id, areaNo, events: withoutWords(events) }))),
    ...book.matters.map(({ now: c, events }) => ({ kind: "CASE" as StreamKind, id: c.id, areaNo: areaNumber(c.gridCode), events })),
  ];
  const logged = streams
    .flatMap(({ kind, id, areaNo, events }) => events.map((event) => ({ kind, id, areaNo, event })))
    .toSorted((a, b) => compare(a.event.recordedAt, b.event.recordedAt) || compare(a.id, b.id) || a.event.seq - b.event.seq)
    .map((entry) => ({ ...entry, eventId: newId(entry.event.recordedAt) }));
  return [
    ["event", logged.map(({ kind, id, areaNo, event, eventId }) => eventColumns({ ...event, payload: takeApart(event).payload }, { id: eventId, streamKind: kind, streamId: id, areaNo }))],
    ["event_words", logged.flatMap(({ event, eventId }) => [takeApart(event).apart].flatMap((apart) => (apart ? [{ event_id: eventId, ...apart }] : [])))],
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
