import { communityOf, seesProject, visibility, type Case, type CaseCard, type Instant, type Viewer } from "@bandeng/domain";
import { conditions } from "../access/scope.ts";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";

/** What a masked dispute is called for those who may only know that it exists. */
export const maskedTitle = "邻里纠纷";

/** Columns of a card, for `select … from cases c` with `cardJoins`: everything a board shows, nothing a drawer loads. */
export const cardColumns = `c.id, c.no, c.version, c.title, c.kind, c.category, c.compound_id, c.building_id, c.unit_id, c.grid_code, c.severity, c.tags,
  c.status, c.level, c.max_level, c.lead_id, c.lead_ids, c.recorded_by, c.supporters, c.reopen_count, c.project_id, c.due,
  c.collected_at, c.resolved_at, c.closed_at, c.updated_at, c.board_at::text as board_at,
  jsonb_build_object('pendingAsk', c.state->'pendingAsk', 'appealed', c.state->'appealed', 'onSiteDueAt', c.state->'onSiteDueAt', 'onSiteAt', c.state->'onSiteAt',
    'whistleDepartments', c.state->'whistleDepartments', 'supervised', c.state->'supervised', 'helperIds', c.state->'helperIds', 'calledIds', c.state->'calledIds') as state,
  lead.display_name as lead_name, building.address as building_address, compound.name as compound_name, unit.no as unit_no,
  grid.name as grid_name, project.no as project_no, project.project->>'inspectorId' as project_inspector`;

export const cardJoins = `left join person lead on lead.id = c.lead_id
  left join building on building.id = c.building_id
  left join compound on compound.id = c.compound_id
  left join unit on unit.id = c.unit_id
  left join area grid on grid.code = c.grid_code
  left join secretary_project project on project.id = c.project_id`;

/** A row as `row_to_json` gives it. */
export type CardRow = CaseRow & {
  readonly updated_at: string;
  readonly board_at: string;
  readonly lead_name: string | null;
  readonly building_address: string | null;
  readonly compound_name: string | null;
  readonly unit_no: number | null;
  readonly grid_name: string | null;
  readonly project_no: string | null;
  readonly project_inspector: string | null;
};

/** A case as a viewer may see it: the source of the GraphQL type Case. */
export interface SeenCase {
  readonly card: CaseCard & Pick<Case, "onSiteDueAt" | "onSiteAt" | "resolvedAt">;
  readonly seen: "WHOLE" | "MASKED";
  readonly updatedAt: Instant;
  readonly leadName: string | null;
  readonly buildingAddress: string | null;
  readonly compoundName: string | null;
  readonly unitNo: number | null;
  readonly gridName: string | null;
  readonly projectNo: string | null;
}

/** A row as this viewer may see it, or null when it does not exist for him. */
export function seenCase(row: CardRow, viewer: Viewer): SeenCase | null {
  const card = caseOfColumns(row);
  const seen = visibility(viewer, card);
  if (seen === "NONE" && conditions.on) return null;
  return {
    card,
    seen: seen === "MASKED" ? "MASKED" : "WHOLE",
    updatedAt: new Date(row.updated_at).toISOString(),
    leadName: row.lead_name,
    buildingAddress: row.building_address,
    compoundName: row.compound_name,
    unitNo: row.unit_no,
    gridName: row.grid_name,
    projectNo: seesProject({ communityCode: communityOf(card.gridCode), inspectorId: row.project_inspector }, viewer) ? row.project_no : null,
  };
}
