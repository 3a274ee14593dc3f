import { visibility, type Case, type CaseCard, type Instant, type Viewer } from "@bandeng/domain";
import { conditions } from "../access/scope.ts";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";
import { caseFields } from "./case-fields.ts";
import type { CaseFace } from "./case-type.ts";
import { everything, objectSql, type Asking } from "../read/read-type.ts";

/**
 * Columns of a card, for `select … from cases c` with `cardJoins`: everything a board shows, nothing a drawer loads. The
 * rules ask the columns; what is shown is `face`, which the statement has masked.
 */
export const cardColumns = (ask: Asking): string => `${plainColumns}, ${objectSql(ask, caseFields, everything(caseFields))} as face`;

const plainColumns = `c.id, c.no, c.version, c.title, c.kind, c.category, c.compound_id, c.building_id, c.unit_id, c.grid_code, c.severity, c.tags,
  c.status, c.level, c.max_level, c.lead_id, c.lead_ids, c.recorded_by, c.supporters, c.reopen_count, c.project_id, c.due,
  c.collected_at, c.resolved_at, c.closed_at, c.updated_at, c.board_at::text as board_at,
  jsonb_build_object('pendingAsk', c.state->'pendingAsk', 'appealed', c.state->'appealed', 'onSiteDueAt', c.state->'onSiteDueAt', 'onSiteAt', c.state->'onSiteAt',
    'whistleDepartments', c.state->'whistleDepartments', 'supervised', c.state->'supervised', 'helperIds', c.state->'helperIds', 'calledIds', c.state->'calledIds') as state,
  building.address as building_address, compound.name as compound_name, grid.name as grid_name`;

/** The same as one object, for a page of a list. */
export const cardSource = (ask: Asking): string => `(select row_to_json(t) from (select ${cardColumns(ask)}) t)`;

export const cardJoins = `left join person lead on lead.id = c.lead_id
  left join building on building.id = c.building_id
  left join compound on compound.id = c.compound_id
  left join unit on unit.id = c.unit_id
  left join area grid on grid.code = c.grid_code
  left join secretary_project project on project.id = c.project_id`;

/** A row as `row_to_json` gives it. */
export type CardRow = CaseRow & {
  readonly face: CaseFace;
  readonly updated_at: string;
  readonly board_at: string;
  readonly building_address: string | null;
  readonly compound_name: string | null;
  readonly grid_name: string | null;
};

/** A case as a viewer may see it: the source of the GraphQL type Case. */
export interface SeenCase {
  readonly card: CaseCard & Pick<Case, "onSiteDueAt" | "onSiteAt" | "resolvedAt">;
  readonly seen: "WHOLE" | "MASKED";
  readonly face: CaseFace;
  readonly updatedAt: Instant;
  readonly buildingAddress: string | null;
  readonly compoundName: string | null;
  readonly gridName: string | null;
}

/** A row as this viewer may see it, or null when it does not exist for him. */
export function seenCase(row: CardRow, viewer: Viewer): SeenCase | null {
  const card = caseOfColumns(row);
  const seen = visibility(viewer, card);
  if (seen === "NONE" && conditions.on) return null;
  // Two answers to one question, the statement's and the domain's: where they differ nothing is shown.
  if (conditions.on && seen !== row.face.visibility) throw new Error("a case is masked by one rule and not by the other");
  return {
    card,
    seen: row.face.visibility,
    face: row.face,
    updatedAt: new Date(row.updated_at).toISOString(),
    buildingAddress: row.building_address,
    compoundName: row.compound_name,
    gridName: row.grid_name,
  };
}
