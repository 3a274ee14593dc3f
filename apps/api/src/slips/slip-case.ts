import { readSlipCode, slipLength, speakerOf, type Case, type Viewer } from "@bandeng/domain";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { slipInHand } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import type { Ground } from "../http/context.ts";

/** Whoever shows a slip, and the case that carries its opinion. */
export interface SlipHolder {
  /** Without any role: the respondent of that one case, by the person he is known as, so that no lead answers for himself. */
  readonly viewer: Viewer & { readonly slip: NonNullable<Viewer["slip"]> };
  /** The database as he may use it: that opinion, that case, and what was told of its result. */
  readonly db: ScopedDatabase;
  readonly caseId: string;
  /** Grid the case is in, 15 digits. */
  readonly area: string;
}

/** A text that no slip bears: what is no code is looked for all the same, and takes as long. */
const nowhere = "0".repeat(slipLength);

interface OpinionInHand {
  readonly id: string;
  readonly caseId: string;
  readonly recordedBy: string;
}

/** Who shows a code, however it was typed; null for a code that is none. */
export async function slipHolder({ pool }: Pick<Ground, "pool">, typed: string): Promise<SlipHolder | null> {
  const code = readSlipCode(typed) ?? nowhere;
  const [opinion] = await run<{ o: OpinionInHand }>(
    new ScopedDatabase(pool, slipInHand(code)),
    `select json_build_object('id', o.id, 'caseId', o.present_case_id, 'recordedBy', o.recorded_by) as o from opinion o where o.slip_code = $1`,
    [code],
  );
  if (!opinion) return null;
  const { id, caseId, recordedBy } = opinion.o;
  const c = await readSlipCase(new ScopedDatabase(pool, slipInHand(code, { person: id, caseId })), caseId);
  const reporter = c?.reporters.find(({ opinionId }) => opinionId === id);
  if (!c || !reporter) return null;
  const person = reporter.personId ?? id;
  return {
    viewer: { personId: person, assignments: [], slip: { caseId, respondent: speakerOf(reporter), recordedBy } },
    db: new ScopedDatabase(pool, slipInHand(code, { person, caseId })),
    caseId,
    area: c.gridCode,
  };
}

/** The one case that the scope shows. */
export async function readSlipCase(runner: Parameters<typeof run>[0], caseId: string): Promise<Case | null> {
  const [row] = await run<{ c: CaseRow }>(runner, "select row_to_json(c) as c from cases c where c.id = $1", [caseId]);
  return row ? caseOfColumns(row.c) : null;
}
