import { boardColumns, caseLevels, caseStatuses, closedDays, plusMilliseconds, severities } from "@bandeng/domain";
import { dueFields } from "./due-fields.ts";
import { eventsSql } from "./event-fields.ts";
import { withinReach } from "../access/scope.ts";
import { checkFirst } from "../http/connection.ts";
import { momentSql, nameSql, readType, type Asking } from "../read/read-type.ts";

/** What a masked dispute is called for those who may only know that it exists. */
export const maskedTitle = "邻里纠纷";

/** What of a case only those see who see it whole; `otherwise` is what it says to all others. */
function hidden(sql: string | ((ask: Asking) => string), otherwise = "null"): (ask: Asking) => string {
  return (ask) => {
    const shown = typeof sql === "string" ? sql : sql(ask);
    return ask.scope.whole === "true" ? shown : `case when ${ask.scope.whole} then ${shown} else ${otherwise} end`;
  };
}

const both = (ask: Asking, condition: string): string => (ask.scope.whole === "true" ? condition : `${ask.scope.whole} and ${condition}`);

const placeFields = readType("CasePlaceType", {
  compoundId: hidden("c.compound_id"),
  compoundName: hidden("compound.name"),
  buildingId: hidden("c.building_id"),
  buildingAddress: hidden("building.address"),
  unitId: hidden("c.unit_id"),
  unitNo: hidden("unit.no"),
});

const leadFields = readType("Person", { id: "c.lead_id", name: "coalesce(lead.display_name, '')" });

const pendingAskFields = readType("PendingAsk", {
  kind: "c.state #>> '{pendingAsk,kind}'",
  askedBy: "c.state #>> '{pendingAsk,askedBy}'",
  askedAs: "c.state #>> '{pendingAsk,askedAs}'",
  at: "c.state #>> '{pendingAsk,at}'",
  reason: "c.state #>> '{pendingAsk,reason}'",
  holdReason: "c.state #>> '{pendingAsk,holdReason}'",
  until: "c.state #>> '{pendingAsk,until}'",
  days: "(c.state #>> '{pendingAsk,days}')::int",
});

/** The project's number, for whoever sees the project: its inspector, and those who work where it is. */
const projectNo = ({ q, viewer }: Asking): string =>
  `case when project.project ->> 'inspectorId' = ${q.bind(viewer.personId)} or ${withinReach(q, viewer, "projects", "project.area_no")} then project.no end`;

const boardColumn = ({ q, at }: Asking): string =>
  `case when c.board_column < 7 or c.closed_at >= ${q.bind(plusMilliseconds(at, -closedDays * 86_400_000), "timestamptz")} then ${nameSql(boardColumns, "c.board_column")} end`;

/**
 * The GraphQL type Case over a row `c` of `cases` with `cardJoins`: what a masked dispute hides is decided here, for the
 * resolvers and for the compiled statements alike.
 */
export const caseFields = readType("Case", {
  id: "c.id",
  no: "c.no",
  version: "c.version",
  visibility: hidden("'WHOLE'", "'MASKED'"),
  title: hidden("c.title", `'${maskedTitle}'`),
  kind: "c.kind",
  category: hidden("c.category"),
  place: { of: placeFields },
  gridCode: "c.grid_code",
  gridName: "grid.name",
  severity: hidden(nameSql(severities, "c.severity")),
  tags: hidden("c.tags", "'{}'::text[]"),
  status: nameSql(caseStatuses, "c.status"),
  level: nameSql(caseLevels, "c.level"),
  maxLevel: hidden(nameSql(caseLevels, "c.max_level"), nameSql(caseLevels, "c.level")),
  lead: { of: leadFields, when: (ask) => both(ask, "c.lead_id is not null") },
  leadIds: hidden("c.lead_ids", "'{}'::uuid[]"),
  recordedById: hidden("c.recorded_by"),
  supporters: hidden("c.supporters"),
  reopenCount: hidden("c.reopen_count", "0"),
  projectId: hidden("c.project_id"),
  projectNo: hidden(projectNo),
  pendingAsk: { of: pendingAskFields, when: (ask) => both(ask, "c.state -> 'pendingAsk' <> 'null'") },
  due: { of: dueFields("c.due"), when: () => "c.due is not null" },
  // Only a SAFETY case has one: it would tell how bad it is.
  onSiteDueAt: hidden("case when c.state ->> 'onSiteAt' is null then c.state ->> 'onSiteDueAt' end"),
  appealed: hidden("(c.state ->> 'appealed')::boolean", "false"),
  supervised: hidden("(c.state ->> 'supervised')::boolean", "false"),
  collectedAt: momentSql("c.collected_at"),
  resolvedAt: momentSql("c.resolved_at"),
  closedAt: momentSql("c.closed_at"),
  updatedAt: momentSql("c.updated_at"),
  boardColumn,
  events: { read: (ask, { args, fields }) => hidden(eventsSql(ask, "c.id", checkFirst(Number(args["first"])), fields), "'[]'")(ask) },
  overdue: (ask) => `coalesce((c.due ->> 'at')::timestamptz < ${ask.now()}, false)`,
});
