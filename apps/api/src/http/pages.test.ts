import { getNamedType, getNullableType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeSchema } from "../schema.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

const schema = makeSchema();
const takesFirst = (field: GraphQLField<unknown, unknown>) => field.args.some(({ name }) => name === "first");

/** Fields that give a list without being asked for how much, and what bounds each. */
const bounded: Record<string, string> = {
  "Case.attachments": "the files of one case",
  "Committee.members": "the members of one committee",
  "CalendarMoves.levels": "the five levels",
  "CalendarPreview.communities": "at most 100",
  "CalendarPreview.sample": "at most 20",
  "CalendarYear.daysOff": "the days of one year",
  "CalendarYear.workDays": "the days of one year",
  "CategoryLeaf.kinds": "the three kinds",
  "CommunityCategories.categories": "100 at most",
  "CommunitySettings.categories": "100 at most",
  "CommunitySettings.deadlines": "the table of deadlines",
  "CommunitySettings.templates": "60 at most",
  "CommunitySettings.wipLimits": "one a column",
  "DeadlinePreview.overdue": "at most nine",
  "Query.calendarYears": "at most 100",
  "Query.categoryTrees": "at most 100",
  "Council.members": "the members of one council, 30 at most",
  "CollectionPoint.hours": "14 spans at most",
  "OpeningSpan.days": "the days of one week",
  "PlanContactDaysPayload.contactDays": "at most 60",
  "IndicatorPoint.indicators": "one of each key asked for, 45 at most",
  "IndicatorReport.indicators": "one of each key asked for, 45 at most",
  "IndicatorRow.indicators": "one of each key asked for, 45 at most",
  "MonthReport.byArea": "the areas right below one",
  "MonthReport.byCategory": "the categories",
  "MonthReport.byKind": "the three kinds",
  "MonthReport.indicators": "the closed list of figures",
  "MonthReport.year": "five",
  "Query.indicatorSeries": "120 points at most",
  "Coverage.nodes": "a page of the list that coverage is asked for",
  "Viewer.convenes": "the councils of one convener",
  "CostPlan.actions": "the table of cost plans",
  "CostPlan.documents": "30 at most",
  "CostPlan.funds": "10 at most",
  "CostPlan.households": "500 at most",
  "CostPlan.objections": "what was said against one plan in its five days",
  "CostPlan.payouts": "the payments of one plan",
  "CostPlan.quotes": "20 at most",
  "CostPlan.receipts": "those of at most 500 households",
  "CostPlan.refunds": "one a household, 500 at most",
  "CostPreview.households": "500 at most",
  "FeeStatement.funds": "10 at most",
  "FeeStatement.rows": "500 at most",
  "Contractor.ratings": "one for each settled plan",
  "Mediation.actions": "the table of mediations",
  "Mediation.deadlines": "a month, a window, and 20 terms at most",
  "Mediation.mediators": "who mediates one dispute",
  "Mediation.parties": "the parties of one dispute",
  "Mediation.returnVisits": "the visits after one mediation",
  "Mediation.signatures": "one of each party and mediator, and a seal",
  "Mediation.statements": "what was said in one mediation",
  "Mediation.terms": "20 at most",
  "MarkNoticesReadPayload.marked": "at most 100",
  "Messenger.deliveries": "the last ten",
  "NoticePreferences.outside": "the list of topics",
  "CallInvitation.skills": "the closed list of skills",
  "Case.expertCalls": "the calls of one case",
  "Case.facts": "the questions on one case",
  "Case.helpers": "who came to one case",
  "Expert.skills": "the closed list of skills",
  "Expert.ties": "50 at most",
  "ExpertCall.asked": "the 10 at most that one call goes to",
  "ExpertCall.skills": "the closed list of skills",
  "Query.departmentFigures": "at most 100",
  "HeldRight.areas": "what one right covers",
  "PersonRecord.roles": "the roles of one person",
  "Query.retentionPolicy": "the table of retention rules",
  "Viewer.can": "the table of rights",
  "Area.alias": "the names of one area",
  "AssignCasesPayload.results": "as many as the input names, 50 at most",
  "AgendaItem.actionItems": "what somebody took on for one item",
  "AgendaItem.affected": "the households one matter concerns",
  "AgendaItem.causes": "the causes named for one item",
  "AgendaItem.options": "the options proposed for one item",
  "AgendaItem.positions": "who said what of the options of one item",
  "AgendaItem.recusals": "who is recused from one item",
  "AgendaItem.statements": "what was said on one item",
  "AffectedHousehold.invitedOn": "the days on which one household was invited",
  "Case.agendaItems": "the agendas one case stood on",
  "Meeting.actions": "the table of meetings",
  "Meeting.agenda": "the cases on one agenda",
  "Meeting.attendance": "who sat on one bench",
  "Meeting.attendanceMix": "the roles people have on a bench",
  "Meeting.summons": "who was invited to one meeting",
  "Query.affectedHouseholds": "the households one matter concerns",
  "Resolution.actionItems": "what somebody took on for one resolution",
  "Tally.options": "the options of one item",
  "Board.columns": "the seven columns, or the statuses",
  "Building.units": "the stairwells of one building",
  "Case.actions": "the table of actions",
  "Case.assignments": "who was assigned to one case",
  "Case.holds": "the holds of one case",
  "Case.leadIds": "the leads of one case",
  "Case.opinions": "the opinions merged into one case",
  "Case.parties": "the parties of one dispute",
  "Case.respondents": "who is asked about one case",
  "CallbackDue.complaints": "the households that shared the costs of one case",
  "CallbackDue.respondents": "who is asked about one case",
  "CallbackRespondent.attempts": "how often one respondent was asked in one round",
  "CallbackRespondent.effects": "the three answers",
  "CallbackRespondent.people": "the residents of one household",
  "CallbackRespondent.words": "what one reporter said of one case",
  "Case.segments": "the rungs of one case",
  "Case.tags": "the four urgency tags",
  "Case.whistles": "the departments called to one case",
  "EscalateCasesPayload.results": "as many as the input names, 50 at most",
  "Query.areas": "at most 500: one level of the tree",
  "Query.boardLanes": "at most 100",
  "Query.departments": "at most 100",
  "Query.savedViews": "at most 100",
  "DeliverableAcceptance.attachments": "photos of one acceptance",
  "Deliverable.acceptances": "how often one deliverable was accepted",
  "Milestone.attachments": "photos of one milestone",
  "ProjectStory.after": "photos of one project's cases",
  "ProjectStory.before": "photos of one project's cases",
  "ProjectStory.milestones": "the milestones of one project",
  "ProjectStory.numbers": "a few numbers of one project",
  "Publication.comments": "at most 500 (publicationLimits)",
  "Publication.photoIds": "at most twelve (publicationLimits)",
  "PublicationFacts.lines": "a few numbers of one subject",
  "PublicationTable.columns": "the columns of one table",
  "PublicationTable.rows": "the milestones of one project",
  "RedactionType.found": "each kind of personal data once",
  "SecretaryProject.actions": "the table of projects",
  "SecretaryProject.appraisals": "one a year",
  "SecretaryProject.carriedOver": "one a year",
  "SecretaryProject.inspections": "one a month",
  "SecretaryProject.missingInspections": "one a month",
  "SecretaryProject.objections": "the objections to one project",
  "SecretaryProject.programmes": "five at most",
  "SecretaryProject.spending": "the spending of one project",
  "SecretaryProject.cases": "the cases adopted into one project",
  "SecretaryProject.deliverables": "the deliverables of one project",
  "SecretaryProject.funds": "the funds of one project",
  "SecretaryProject.milestones": "the milestones of one project",
  "Viewer.roles": "the roles of one person",
  "ViewerRole.actions": "the table of actions",
  "Risk.reasons": "the list of reasons",
  "Warning.cases": "20 at most",
  "ChangePage.changes": "as many as `first` of `changes`",
  "Presence.people": "those who look at one case at this moment",
  "Webhook.areas": "100 at most, checked with what it is to be",
  "Webhook.subjects": "kinds of things, each once",
  "Webhook.types": "50 at most, checked with what it is to be",
  "WebhookDelivery.attempts": "the first 100; ten for each time it is sent",
  "Warning.reasons": "the list of reasons of risk, else one",
  "Worker.roles": "the roles of one person",
};

interface Place {
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
}

function fieldsOf(of: GraphQLSchema): Place[] {
  return Object.values(of.getTypeMap()).flatMap((type) =>
    type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type)) ? [] : Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, field })),
  );
}

const isConnection = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type).name.endsWith("Connection");
const isList = ({ type }: GraphQLField<unknown, unknown>) => isListType(getNullableType(type));
const places = fieldsOf(schema);
const paged = places.filter(({ field }) => takesFirst(field));

/** A literal that a required argument takes. */
function literal(type: GraphQLInputType, name: string): string {
  if (isNonNullType(type)) return literal(type.ofType, name);
  if (isListType(type)) return `[${literal(type.ofType, name)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "null";
  if (isInputObjectType(type)) return `{ ${Object.values(type.getFields()).filter((f) => isNonNullType(f.type)).map((f) => `${f.name}: ${literal(f.type, f.name)}`).join(" ")} }`;
  if (type.name === "Int" || type.name === "Float") return "1";
  if (type.name === "Boolean") return "true";
  return /^(?:areas?|parent)$/.test(name) ? `"340802001007"` : `"00000000-0000-7000-8000-000000000001"`;
}

const args = (field: GraphQLField<unknown, unknown>, first?: string): string => {
  const given = field.args.flatMap((arg) => (arg.name === "first" ? (first === undefined ? [] : [`first: ${first}`]) : isNonNullType(arg.type) && arg.defaultValue === undefined ? [`${arg.name}: ${literal(arg.type, arg.name)}`] : []));
  return given.length === 0 ? "" : `(${given.join(", ")})`;
};
const leaf = (field: GraphQLField<unknown, unknown>) => ("getFields" in getNamedType(field.type) ? " { __typename }" : "");

/** A document that reaches a field by the shortest way from the root. */
function documentTo({ coordinate, field }: Place, first: string | undefined): string {
  const [owner = ""] = coordinate.split(".");
  const end = `${field.name}${args(field, first)}${leaf(field)}`;
  const seen = new Set<string>(["Query"]);
  let ways: { type: string; wrap: (inner: string) => string }[] = [{ type: "Query", wrap: (inner) => `{ ${inner} }` }];
  while (ways.length > 0) {
    const there = ways.find(({ type }) => type === owner);
    if (there !== undefined) return there.wrap(end);
    ways = ways.flatMap(({ type, wrap }) =>
      places.filter((place) => place.coordinate.startsWith(`${type}.`)).flatMap((place) => {
        const next = getNamedType(place.field.type).name;
        if (seen.has(next)) return [];
        seen.add(next);
        return [{ type: next, wrap: (inner: string) => wrap(`${place.field.name}${args(place.field, "1")} { ${inner} }`) }];
      }),
    );
  }
  throw new Error(`no way to ${coordinate}`);
}

let api: TestApi;
const statements: string[] = [];

function countStatements(prototype: pg.Client): void {
  const query = prototype.query as (...given: unknown[]) => unknown;
  vi.spyOn(prototype, "query").mockImplementation(function (this: unknown, ...given: unknown[]) {
    const [statement] = given;
    statements.push(typeof statement === "string" ? statement : ((statement as { text?: string }).text ?? ""));
    return query.apply(this, given);
  } as never);
}

beforeAll(async () => {
  api = await startApi();
  await insertAreas(api);
  await insertPerson(api, { username: "zhou", name: "小周", roles: [{ role: "CLERK", area: "340802001007" }] });
  await api.signIn("zhou");
  const client = await api.appPool.connect();
  // The pool's own driver, and that of the sign-in: each has a prototype of its own.
  for (const prototype of new Set<object>([Object.getPrototypeOf(client) as object, pg.Client.prototype])) countStatements(prototype as pg.Client);
  client.release();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await api.stop();
});

/** What is asked of the database to know who asks, and to count the request: all that a refused one may ask. */
async function statementsOf(query: string, variables: Record<string, unknown> = {}) {
  statements.length = 0;
  const answer = await api.graphql(query, variables, { as: "zhou" });
  return { answer, asked: statements.filter((text) => !/update auth\.session/.test(text)).length };
}

describe("C3: how much a list gives", () => {
  it("C3: each list takes `first`, or something named bounds it", () => {
    const open = places.filter(({ field }) => (isList(field) || isConnection(field)) && !takesFirst(field)).map(({ coordinate }) => coordinate);
    // What stands in a connection was bounded by the connection's own field.
    const free = open.filter((coordinate) => !/(?:Connection\.(?:nodes|edges)|BoardColumnPage\.cards)$/.test(coordinate));
    expect(free.toSorted()).toEqual(Object.keys(bounded).toSorted());
    expect(paged.length).toBeGreaterThanOrEqual(9);
  });

  it("C3: a list that is as large as it may be runs", async () => {
    const { answer, asked } = await statementsOf(`{ cases(areas: ["340802001007"], order: DUE, first: 100) { nodes { id } } }`);
    expect(answer.errors).toEqual([]);
    expect(asked).toBeGreaterThan((await statementsOf("{ __typename }")).asked);
  });

  it.each(paged.flatMap((place) => [undefined, "null", "0", "-1", "101", "1000000", "2147483648"].map((first) => [place.coordinate, first ?? "absent", place] as const)))(
    "C3: %s with first %s is refused before any statement",
    async (_coordinate, first, place) => {
      const none = (await statementsOf("{ __typename }")).asked;
      const { answer, asked } = await statementsOf(documentTo(place, first === "absent" ? undefined : first));
      expect(answer).toMatchObject({ status: 400, data: null });
      expect(new Set(answer.errors.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["BAD_USER_INPUT"]));
      expect(asked).toBe(none);
    },
  );

  it.each(paged.map((place) => [place.coordinate, place] as const))("C3: %s with a variable of 101, or a default, is refused as well", async (_coordinate, place) => {
    const none = (await statementsOf("{ __typename }")).asked;
    const document = documentTo(place, "$n");
    for (const [head, variables] of [["query ($n: Int!)", { n: 101 }], ["query ($n: Int = 101)", {}], ["query ($n: Int = 5)", { n: null }], ["query ($n: Int!)", { n: 0 }]] as const) {
      const { answer, asked } = await statementsOf(`${head} ${document}`, variables);
      expect(answer, head).toMatchObject({ status: 400, data: null });
      expect(asked, head).toBe(none);
    }
  });
});
