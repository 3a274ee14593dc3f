import type { Mediation } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** 申请司法确认: both parties ask the court together, within 30 natural days of the effect (art. 33); `at` is when. */
export function decideApplyForConfirmation(m: Mediation, c: Case, facts: Facts): MediationDecision {
  const no = whyNotMediation("applyForConfirmation", m, c, facts.viewer);
  if (no) return no;
  if (m.appliedAt !== null) return refuse("APPLIED_ALREADY", {});
  const until = m.confirmBy as LocalDate;
  if (localDateOf(facts.at) > until) return refuse("CONFIRM_TOO_LATE", { until });
  return [{ type: "CONFIRMATION_APPLIED", at: facts.at, payload: {} }];
}

/** 司法确认: the court has confirmed what both parties asked it to; `at` is when. */
export function decideRecordConfirmation(m: Mediation, c: Case, facts: Facts): MediationDecision {
  const no = whyNotMediation("recordConfirmation", m, c, facts.viewer);
  if (no) return no;
  if (m.confirmedAt !== null) return refuse("APPLIED_ALREADY", {});
  if (m.appliedAt === null || facts.at < m.appliedAt) return refuse("NOT_APPLIED", {}, "at");
  return [{ type: "CONFIRMED_BY_COURT", at: facts.at, payload: {} }];
}
