import { isLocalDate, closingMoment, yearOf, type Instant, type LocalDate } from "../deadline/moment.ts";
import { due } from "../deadline/due.ts";
import { categories, categoryOf, fitsKind } from "../case/categories.ts";
import { caseKinds, type CaseKind, type CasePlace } from "../case/case.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import { record, type Facts, type Recorded } from "../case/record.ts";
import { plainCell, type Read } from "./cells.ts";
import type { KnownPlaces, RowOutcome, RowProblemCode, RowValues } from "./import-plan.ts";
import { gridOf } from "./place-rows.ts";

/** A day: 2023-05-04, 2023/5/4, 2023.5.4, 2023年5月4日, also with a time behind it. */
export function readDay(text: string): Read<LocalDate> {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isLocalDate(date) && Number(year) >= 1990 ? { value: date } : { problem: "NOT_A_DAY" };
}

const kindWords: Record<CaseKind, readonly string[]> = {
  OPINION: ["opinion", "意见", "意见建议", "建议"],
  DIFFICULTY: ["difficulty", "难题", "困难", "诉求", "求助"],
  DISPUTE: ["dispute", "纠纷", "矛盾纠纷", "邻里纠纷"],
};

export function readCaseKind(text: string): Read<CaseKind> {
  const kind = caseKinds.find((one) => kindWords[one].includes(text.toLowerCase()));
  return kind === undefined ? { problem: "NOT_A_CASE_KIND" } : { value: kind };
}

export function readTitle(text: string): Read<string> {
  return [...text].length > 80 ? { problem: "TOO_LONG" } : { value: text };
}

export function readResult(text: string): Read<string> {
  return [...text].length > 2000 ? { problem: "TOO_LONG" } : { value: text };
}

const bad = (field: string, code: RowProblemCode): RowOutcome => ({ outcome: "BAD", field, code });

/** A case that was over before it came here. One whose number is known is never touched again: what is closed is closed. */
export function planPastCase(values: RowValues, there: KnownPlaces): RowOutcome {
  const { categories: tree = categories, today = "", pastNumbers = [] } = there.past ?? {};
  // A dispute is confidential, and its parties have to have agreed: none is made of a table.
  if (values["kind"] === "DISPUTE") return bad("kind", "IS_DISPUTE");
  const said = String(values["category"]);
  const category = categoryOf(said, tree) ?? tree.find(({ zh, en }) => plainCell(zh) === said || en.toLowerCase() === said.toLowerCase());
  if (!category || !fitsKind(category.id, values["kind"] as CaseKind)) return bad("category", "UNKNOWN_CATEGORY");
  const building = values["address"] === undefined ? null : there.buildingBy.get(String(values["address"]));
  if (building === undefined) return bad("address", "UNKNOWN_BUILDING");
  const grid = gridOf(String(values["grid"]), there);
  if (typeof grid === "string") return bad("grid", grid);
  if (building !== null && building.grid !== grid.code) return bad("grid", "OTHER_GRID");
  const [collected, closed] = [String(values["collectedOn"]), String(values["closedOn"])];
  const accepted = String(values["acceptedOn"] ?? collected);
  if (closed > today) return bad("closedOn", "NOT_OVER");
  if (accepted < collected) return bad("acceptedOn", "WRONG_ORDER");
  if (closed < accepted) return bad("closedOn", "WRONG_ORDER");
  const number = String(values["number"]);
  const planned = {
    id: null, values: { ...values, category: category.id, acceptedOn: accepted }, grid: grid.code, compoundId: building?.compoundId ?? null, buildingId: building?.id ?? null, newUnits: [],
  };
  return { outcome: pastNumbers.includes(number) ? "UNCHANGED" : "CREATED", key: number, planned };
}

/** A past case as its row says it, with the number it gets here. */
export interface PastCase {
  readonly caseId: string;
  readonly no: string;
  readonly place: CasePlace;
  readonly gridCode: string;
  readonly values: RowValues;
}

/** The year whose numbers a past case takes one of. */
export const pastCaseYear = (values: RowValues): number => yearOf(String(values["collectedOn"]));

/**
 * A past case as the log tells it: collected, accepted, resolved and closed on the days of the table, all of it recorded
 * now and by whoever brought it in. Nobody reported it here, so that nobody is told, asked or called back; it is over, so
 * that nothing falls due; and no indicator counts it (`imported`).
 */
export function recordPastCase({ caseId, no, place, gridCode, values }: PastCase, facts: Facts): Recorded {
  const on = (field: string): Instant => {
    const at = closingMoment(String(values[field]));
    return at < facts.now ? at : facts.now;
  };
  const [kind, category] = [values["kind"] as CaseKind, String(values["category"])];
  const { personId } = facts.viewer;
  const bodies: readonly CaseEventBody[] = [
    {
      type: "COLLECTED", at: on("collectedOn"),
      payload: {
        no, title: String(values["title"]), kind, category, place, gridCode, severity: "NORMAL", tags: [], reporters: [], recordedBy: personId,
        firstContactDueAt: due(on("collectedOn"), facts.rules.firstContactDays, facts.calendar).at, onSiteDueAt: null, linkedFrom: null, imported: String(values["number"]),
      },
    },
    { type: "ACCEPTED", at: on("acceptedOn"), payload: { kind, category, severity: "NORMAL", level: "BUILDING", parties: [], leadId: personId, days: facts.rules.resolveDays.BUILDING } },
    { type: "RESOLVED", at: on("closedOn"), payload: { result: String(values["result"]), outcome: null } },
    { type: "CLOSED", at: on("closedOn"), payload: { answered: 0, unanswered: 0 } },
  ];
  return record(null, caseId, bodies, facts);
}
