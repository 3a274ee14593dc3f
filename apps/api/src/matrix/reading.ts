import { isInterfaceType, type GraphQLSchema } from "graphql";
import { v7 } from "./ids.ts";
import { departmentOf, districtsOfWorld, gridOf, worldAreas, worldPlaces } from "./places.ts";
import { print, selectionsOf, type Selection } from "./selections.ts";
import { worldCases, worldProjects } from "./world.ts";

/** One field of Query as the matrix asks for it. */
export interface Reading {
  /** Where its answer stands in a path: `cases`, `node`. */
  readonly name: string;
  readonly args: string;
  readonly type: string;
  readonly list: boolean;
  readonly selections: readonly Selection[];
}

export interface ReadingDocument {
  readonly text: string;
  /** By alias. */
  readonly readings: ReadonlyMap<string, Reading>;
}

const everywhere = `areas: ["${districtsOfWorld.join('", "')}"]`;
const some = (key: string): string => (worldCases.find((c) => c.key === key) as (typeof worldCases)[number]).now.id;

const opinionOf = (key: string): string => (worldCases.find((c) => c.key === key) as (typeof worldCases)[number]).opinion.id;

/** Cases looked at one by one, with everything below them: of every community and degree of confidence. */
const chosen = ["own-5", "own-15", "own-16", "own-17", "own-18", "sibling-5"];

/** What hangs on a case is read below `case`: an interface asks for the fields of all its types at once. */
const hangsOnCase = ["Case.agendaItems", "Case.costOpening", "Case.costPlan", "Case.expertCalls", "Case.facts", "Case.helpers", "Case.mediation", "Case.risk"];

/** What is read below `costPlan` and `project`. */
const hangsOnThem = [
  ..."actions case documents final funds households payouts publicity quotes receipts refunds resolution".split(" ").map((field) => `CostPlan.${field}`),
  ..."actions appraisals carriedOver cases events filing inspections objections spending".split(" ").map((field) => `SecretaryProject.${field}`),
  "Contractor.ratings",
];

/** The arguments with which each field of Query is read; `Query` has no field that does not stand here. */
const ways: Readonly<Record<string, readonly { readonly args: string; readonly without?: readonly string[] }[]>> = {
  area: worldAreas.map(({ code }) => ({ args: `(code: "${code}")` })),
  areas: [{ args: "" }, { args: `(parent: "340802", text: "区域")` }],
  board: [
    { args: `(areas: ["${gridOf("own", 2)}", "340802001008"], first: 100)`, without: ["CaseConnection.edges"] },
    { args: `(areas: ["${gridOf("own", 1)}", "340802002"], first: 100, view: WORKFLOW)`, without: ["CaseConnection.nodes"] },
  ],
  boardLanes: ["GRID", "COMPOUND", "KIND", "LEAD"].map((by) => ({ args: `(${everywhere}, by: ${by})` })),
  buildings: [{ args: `(${everywhere}, first: 100)` }],
  compounds: [{ args: `(${everywhere}, first: 100)` }],
  case: [...chosen.map((key) => ({ args: `(id: "${some(key)}")` })), { args: `(no: "340802001007-2024-0016")` }],
  cases: [
    { args: `(${everywhere}, order: UPDATED, first: 100)`, without: ["CaseConnection.edges"] },
    { args: `(areas: ["${gridOf("own", 2)}", "340803"], order: DUE, first: 100)`, without: ["CaseConnection.nodes"] },
    { args: `(areas: ["${gridOf("own", 1)}", "340802001008"], order: CLOSED, first: 100)`, without: ["CaseConnection.edges"] },
  ],
  mediation: [{ args: `(id: "${v7("nothing")}")` }],
  mediations: [{ args: `(${everywhere}, first: 100)` }],
  costPlan: [{ args: `(id: "${v7("nothing")}")` }],
  costPlans: [{ args: `(${everywhere}, first: 100)` }],
  costPreview: [{ args: `(costPlanId: "${v7("nothing")}", method: AREA)` }],
  feeStatement: [{ args: `(costPlanId: "${v7("nothing")}")` }],
  overdueWhistles: [{ args: `(${everywhere}, first: 100)` }],
  meeting: [{ args: `(id: "${v7("nothing")}")` }],
  doors: [{ args: `(buildingId: "${v7("building:own-1")}", first: 100)` }],
  meetings: [{ args: `(${everywhere}, first: 100)` }],
  affectedHouseholds: [{ args: `(caseId: "${v7("nothing")}", scope: UNIT)` }],
  myActionItems: [{ args: "(first: 100)" }],
  likelyDuplicates: worldPlaces.slice(0, 3).map(({ compoundId }) => ({ args: `(place: { compoundId: "${compoundId}" }, category: "assets.sewer", words: "«", first: 100)` })),
  opinion: [...chosen, "own-2"].map((key) => ({ args: `(id: "${opinionOf(key)}")` })),
  opinions: [
    { args: `(${everywhere}, first: 100)`, without: ["OpinionConnection.edges"] },
    { args: `(areas: ["${gridOf("own", 1)}", "340802001008"], order: LATEST, filter: { unanswered: true }, first: 100)`, without: ["OpinionConnection.edges"] },
  ],
  departments: districtsOfWorld.map((code) => ({ args: `(area: "${code}")` })),
  node: [...chosen.slice(2, 5).map(some), ...worldProjects.slice(0, 2).map((p) => p.now.id), ...worldPlaces.slice(1, 3).flatMap((p) => [p.compoundId, p.buildingId]), departmentOf("340802", "called"), v7("nothing")].map((id) => ({ args: `(id: "${id}")`, without: [...hangsOnCase, ...hangsOnThem] })),
  project: worldProjects.map((p) => ({ args: `(id: "${p.now.id}")` })),
  projects: [{ args: `(${everywhere}, first: 100)` }],
  projectStory: worldProjects.slice(0, 1).map((p) => ({ args: `(id: "${p.now.id}")` })),
  projectYear: [{ args: `(area: "340802", year: 2024)` }],
  responsibilityList: [{ args: `(communityCode: "340802001007", first: 100)` }],
  residents: [{ args: `(text: "«", first: 100)` }],
  savedViews: [{ args: "" }],
  viewer: [{ args: "" }],
  workers: worldAreas.filter((a) => a.kind === "GRID").map(({ code }) => ({ args: `(area: "${code}", first: 100)` })),
};

/** Answered by a right: publications/publications.test.ts holds what hangs on the board, calendars/calendars.test.ts and settings/settings.test.ts hold theirs; by-right.ts holds them to the table of rights; callbacks/callbacks.test.ts holds callbacksDue; warnings/warnings.test.ts holds warnings; costs/cost-access.test.ts holds contractors; webhooks/webhooks.test.ts holds webhooks. */
const byRight = ["audit", "apiKeys", "changes", "feed", "contractors", "callbacksDue", "warnings", "calendarPreview", "calendarYears", "categoryTrees", "communitySettings", "deadlinePreview", "publication", "publications", "redaction", "departmentFigures", "expertEffect", "experts", "myExpertCalls", "collectionPoint", "collectionPoints", "committee", "contactDays", "councils", "coverage", "people", "personRecord", "retentionPolicy", "messenger", "webhook", "webhooks", "noticePreferences", "notices", "unreadNotices"];

/** Counts without a row of anybody's in them, and the cases behind them: indicators/indicators.test.ts holds them to who counts what. */
const figures = ["indicators", "indicatorSeries", "indicatorTable", "indicatorCases", "monthReport"];

/** Every field of Query that the matrix does not read: there must be none. */
export function unread(schema: GraphQLSchema): string[] {
  return Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => ways[name] === undefined && !byRight.includes(name) && !figures.includes(name));
}

/** Well below what one document may name, fragments counted where they are used (http/cost.ts). */
const MAX_NODES = 1050;

const sizeOf = (selections: readonly Selection[]): number => selections.reduce((sum, s) => sum + 1 + sizeOf(s.below), 0);

/** Documents that read everything: as many ways of a field in one as the server takes at once. */
export function readingDocuments(schema: GraphQLSchema): readonly ReadingDocument[] {
  return Object.entries(ways).flatMap(([name, all]) => {
    const field = schema.getQueryType()?.getFields()[name];
    if (!field) throw new Error(`Query.${name} is gone`);
    const type = String(field.type).replaceAll(/[[\]!]/g, "");
    const readings = all.map(({ args, without = [] }): Reading => ({ name, args, type, list: String(field.type).startsWith("["), selections: selectionsOf(schema, type, { without }) }));
    // An interface is priced once for each of its types.
    const most = isInterfaceType(schema.getType(type)) ? MAX_NODES / 2 : MAX_NODES;
    const shapes = [...new Set(readings.map((r) => print(schema, r.selections)))];
    return shapes.flatMap((shape) => {
      const same = readings.filter((r) => print(schema, r.selections) === shape);
      const length = Math.max(1, Math.floor(most / sizeOf(same[0]?.selections ?? [])));
      return Array.from({ length: Math.ceil(same.length / length) }, (_, i) => together(schema, same.slice(i * length, (i + 1) * length)));
    });
  });
}

function together(schema: GraphQLSchema, readings: readonly Reading[]): ReadingDocument {
  const [first] = readings;
  if (!first) throw new Error("nothing to read");
  const aliases = readings.map((r, i) => `r${i}: ${r.name}${r.args} { ...F }`);
  return {
    text: `query { ${aliases.join(" ")} } fragment F on ${first.type} { ${print(schema, first.selections)} }`,
    readings: new Map(readings.map((r, i) => [`r${i}`, r])),
  };
}
