import { calendarOf, caseLevels, caseStatuses, defaultDeadlineRules, instantOf, severities, shippedCalendarYears, urgencyTags, type Case } from "@bandeng/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { caseColumns, caseOfColumns, eventColumns, instantOfColumn, segmentColumns, type CaseRow } from "./case-columns.ts";

const id = fc.uuid();
const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) }).map(instantOf);
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const segment = fc.record({
  no: fc.integer({ min: 1, max: 9 }), level: fc.constantFrom(...caseLevels), startedAt: moment, days: fc.integer({ min: 1, max: 30 }),
  extendedBy: fc.nat(5), endedAt: perhaps(moment), endedBy: fc.constantFrom("LEVEL_UP", "DUE", "RESOLVED", null), dueAt: perhaps(moment),
  notBefore: perhaps(moment), notBeforeSince: perhaps(moment),
});

/** Any case at all, whether the rules could lead to it or not: storing must not depend on the rules. */
const anyCase: fc.Arbitrary<Case> = fc.record({
  id, no: fc.integer({ min: 1, max: 9999 }).map((n) => `340802001007-2024-${n}`), version: fc.nat(), title: fc.string(),
  kind: fc.constantFrom("OPINION", "DIFFICULTY", "DISPUTE"), category: perhaps(fc.constant("assets.sewer")),
  place: fc.record({ compoundId: perhaps(id), buildingId: perhaps(id), unitId: perhaps(id) }),
  gridCode: fc.integer({ min: 0, max: 9 }).map((n) => `34080200100700${n}`), severity: fc.constantFrom(...severities),
  tags: fc.subarray([...urgencyTags]), status: fc.constantFrom(...caseStatuses), level: fc.constantFrom(...caseLevels), maxLevel: fc.constantFrom(...caseLevels),
  leadId: perhaps(id), leadIds: fc.array(id), recordedBy: id, supporters: fc.nat(), reopenCount: fc.nat(3), projectId: perhaps(id),
  pendingAsk: fc.constant(null),
  due: perhaps(fc.record({ kind: fc.constantFrom("LEVEL", "MILESTONES"), at: perhaps(moment), expected: fc.boolean(), provisional: fc.boolean(), calendar: fc.constant("2024.1") })),
  collectedAt: moment, closedAt: perhaps(moment), appealed: fc.boolean(), assignments: fc.array(fc.record({ personId: id, as: fc.constantFrom("LEAD", "ASSIST") })),
  reporters: fc.array(fc.record({ opinionId: id, personId: perhaps(id), fromCaseId: id })), parties: fc.array(fc.record({ personId: perhaps(id), side: fc.constantFrom("A", "B") })),
  segments: fc.array(segment, { maxLength: 3 }), holds: fc.array(fc.record({ from: moment, until: fc.constant("2024-05-20"), endedAt: perhaps(moment), reason: fc.constant("WAIT_FUNDS") })),
  whistles: fc.constant([]), whistleDepartments: fc.array(id), supervised: fc.boolean(), helperIds: fc.array(id), calledIds: fc.array(id), calls: fc.constant([]), facts: fc.constant([]),
  supervisions: fc.array(fc.record({ at: moment, by: id, replyDueOn: perhaps(fc.constant("2024-05-20")) })), callbacks: fc.constant([]), project: fc.constant(null), heldFrom: perhaps(fc.constant("IN_PROGRESS")),
  acceptedAt: perhaps(moment), firstContactAt: perhaps(moment), firstContactDueAt: moment, onSiteDueAt: perhaps(moment), onSiteAt: perhaps(moment),
  resolvedAt: perhaps(moment), resultToldAt: perhaps(moment), declinedAt: perhaps(moment), mergedInto: perhaps(id), mergedAt: perhaps(moment),
  unmerged: fc.boolean(), movedAt: moment, mediationId: perhaps(id), payers: fc.array(id, { maxLength: 2 }), failedMediations: fc.nat(2), outcome: fc.constantFrom("REACHED", "NOT_REACHED", null), linkedFrom: perhaps(id),
}) as fc.Arbitrary<Case>;

const facts = {
  viewer: { personId: "", assignments: [] }, at: instantOf(0), now: instantOf(0),
  calendar: calendarOf(shippedCalendarYears), rules: defaultDeadlineRules,
};

/** What a driver makes of a row: jsonb loses the order of its keys, timestamps become dates. */
function asRead(row: ReturnType<typeof caseColumns>): CaseRow {
  const date = (value: string | null): Date | null => (value === null ? null : new Date(value));
  const back = JSON.parse(JSON.stringify(row)) as ReturnType<typeof caseColumns>;
  return { ...back, collected_at: new Date(row.collected_at), resolved_at: date(row.resolved_at), closed_at: date(row.closed_at) };
}

it("gives back every case that was stored, as it was", () => {
  fc.assert(fc.property(anyCase, moment, (c, at) => {
    expect(caseOfColumns(asRead(caseColumns(c, at, facts)))).toEqual(c);
  }));
});

it("sorts the board by what is due, closed cases by their closing, and the rest to the end", () => {
  fc.assert(
    fc.property(anyCase, (c) => {
      const { board_at, board_column } = caseColumns(c, c.movedAt, facts);
      expect(board_at).toBe((c.status === "CLOSED" ? c.closedAt : c.due?.at) ?? "infinity");
      expect(board_column === null).toBe(["MERGED", "DECLINED", "WITHDRAWN"].includes(c.status));
    }),
  );
});

it("tells an event that changed nothing due from one after which nothing is due", () => {
  const event = { seq: 1, type: "STARTED", payload: {}, at: instantOf(0), recordedAt: instantOf(0), actorId: null };
  const place = { id: "e", streamKind: "CASE", streamId: "c", areaNo: 1 } as const;
  expect(eventColumns(event, place)).toMatchObject({ due: null, has_due: false });
  expect(eventColumns({ ...event, due: null }, place)).toMatchObject({ due: null, has_due: true });
});

it("copies the segments out and reads moments in any notation", () => {
  fc.assert(fc.property(anyCase, (c) => {
    expect(segmentColumns(c).map((s) => s.no)).toEqual(c.segments.map((s) => s.no));
  }));
  expect(instantOfColumn("2024-04-30 18:00:00+08")).toBe("2024-04-30T10:00:00.000Z");
});
