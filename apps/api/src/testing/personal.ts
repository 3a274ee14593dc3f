import { uuidv7 } from "uuidv7";
import type { TestCommunity, Username } from "./community.ts";
import { tell } from "./verbs.ts";

export interface Reported {
  readonly caseId: string;
  readonly personId: string;
}

/** Somebody new reports something in grid 3, or, with `place: {}`, somewhere unknown; as the API takes it down. */
export async function report(api: TestCommunity, as: Username, input: Record<string, unknown>): Promise<Reported> {
  const { case: c, refusal } = await tell(api, as, "collectOpinion", { kind: "DIFFICULTY", channel: "VISIT", place: { compoundId: api.compoundId }, ...input });
  if (!c) throw new Error(`collectOpinion was refused: ${refusal?.code}`);
  const { rows } = await api.pool.query<{ reporter_id: string }>("select reporter_id from opinion where case_id = $1", [c.id]);
  return { caseId: c.id, personId: rows[0]?.reporter_id ?? "" };
}

export interface PersonalAnswer {
  readonly revealed?: { readonly name: string | null; readonly phone: string | null; readonly address: string | null } | null;
  readonly json?: string | null;
  readonly csv?: string | null;
  readonly erased?: boolean;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

const asks = {
  revealPersonalData: "revealed { name phone address }",
  exportPerson: "json csv",
  erasePerson: "erased",
} as const;

/** One of the acts on personal data, over HTTP. */
export async function personal(api: TestCommunity, as: Username, verb: keyof typeof asks, input: Record<string, unknown>): Promise<PersonalAnswer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const fields = verb === "revealPersonalData" ? { fields: ["NAME", "PHONE", "ADDRESS"] } : {};
  const { data, errors } = await api.graphql(
    `mutation ($input: ${type}!) { answer: ${verb}(input: $input) { ${asks[verb]} refusal { code message } } }`,
    { input: { idempotencyKey: uuidv7(), reason: "电话联系反映人", ...fields, ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data.answer as PersonalAnswer;
}

export interface AuditRow {
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly person_id: string | null;
}

/** The audit's rows about acts on personal data, oldest first. */
export async function personalAudit(api: TestCommunity): Promise<AuditRow[]> {
  const { rows } = await api.pool.query<AuditRow>(
    "select action, outcome, code, subject_kind, subject_id, reason, person_id from audit where action in ('revealPersonalData', 'exportPerson', 'erasePerson') order by at, id",
  );
  return rows;
}
