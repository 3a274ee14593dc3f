import { communityOf, decideAdoptInto, isRefusal, localDateOf, planFromTemplate, recordProject, refuse, seesProject, whyNot, yearOf, type Case, type ProjectPlan, type SecretaryProject } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { nextProjectNo, storeProject } from "./project-store.ts";
import type { ProjectPlanInput } from "./project-type.ts";
import type { Act } from "../cases/act.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

/** What an adoption is made of: a plan, or an exemplary project whose plan is taken over, or both: the plan as it was changed. */
export interface Adoption {
  readonly plan?: ProjectPlanInput | null;
  readonly templateId?: string | null;
}

/** An exemplary project that the viewer sees, and the moment of its adoption; null when there is none. */
async function templateOf({ client, facts }: Act, id: string): Promise<{ readonly project: SecretaryProject; readonly adoptedAt: string } | null> {
  if (!isUuid(id)) return null;
  const [found] = await run<{ project: SecretaryProject; adoptedAt: string }>(
    client,
    `select x.project, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "adoptedAt" from secretary_project x join event e on e.stream_id = x.id and e.seq = 1
     where x.id = $1 and x.exemplary`,
    [id],
  );
  return found && seesProject(found.project, facts.viewer) ? found : null;
}

async function planOf(act: Act, { plan, templateId }: Adoption): Promise<ProjectPlan> {
  const template = templateId == null ? null : await templateOf(act, templateId);
  if (templateId != null && template === null) return act.refuse(refuse("TEMPLATE_UNKNOWN", {}, "templateId"));
  if (plan != null) return plan;
  if (template === null) return act.refuse(refuse("TEXT_REQUIRED", { field: "title" }, "plan"));
  return planFromTemplate(template.project, localDateOf(template.adoptedAt), localDateOf(act.facts.at));
}

/** Adopts locked cases as a new project, inside an act. */
export async function adoptInto(act: Act, sources: readonly Case[], adoption: Adoption): Promise<void> {
  const { client, facts } = act;
  // Whoever may not adopt does not learn what is wrong with the plan, or whether there is such a template.
  for (const c of sources) {
    const no = whyNot("adopt", c, facts.viewer);
    if (no) return act.refuse(no);
  }
  const plan = await planOf(act, adoption);
  const communityCode = communityOf((sources[0] as Case).gridCode);
  const wanted = { projectId: uuidv7(), communityCode, plan, templateId: adoption.templateId ?? null };
  // Checked before a number is taken, so that a refusal does not wait for the counter.
  const possible = decideAdoptInto(sources, { ...wanted, no: "" }, facts);
  if (isRefusal(possible)) return act.refuse(possible);
  const no = await nextProjectNo(client, communityCode, yearOf(localDateOf(facts.at)));
  const decision = decideAdoptInto(sources, { ...wanted, no }, facts);
  if (isRefusal(decision)) return act.refuse(decision);
  // The project first: the cases refer to it.
  await storeProject(client, recordProject(null, wanted.projectId, decision.project, facts), facts.now);
  for (const { caseId, bodies } of decision.cases) await act.decide(sources.find((c) => c.id === caseId) as Case, bodies);
}
