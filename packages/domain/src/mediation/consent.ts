import type { MediationEventBody } from "./mediation-events.ts";
import type { Mediation } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { naturalDue } from "../deadline/due.ts";
import { isLocalDate, localDateOf, type LocalDate } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** The parties agree to be mediated: a month begins, whose last day moves to the next working day where it is none. */
export function consentBody(facts: Pick<Facts, "at" | "rules" | "calendar">): MediationEventBody {
  const { date, provisional } = naturalDue(localDateOf(facts.at), { months: facts.rules.mediationMonths }, facts.calendar);
  return { type: "CONSENT_GIVEN", at: facts.at, payload: { dueOn: date, provisional } };
}

/** Mediation is voluntary (art. 17): nothing is done in it before all parties have agreed to it. */
export function consentProblem(m: Pick<Mediation, "consentAt">): Refusal | null {
  return m.consentAt === null ? refuse("CONSENT_MISSING", {}) : null;
}

/** 同意调解: all parties agree to it; `at` is when, and the month runs from that day. */
export function decideRecordConsent(m: Mediation, c: Case, facts: Facts): MediationDecision {
  const no = whyNotMediation("recordConsent", m, c, facts.viewer);
  if (no) return no;
  return m.consentAt === null ? [consentBody(facts)] : refuse("CONSENT_GIVEN_ALREADY", {});
}

export interface ExtendMonthInput {
  /** The new last day. */
  readonly until: LocalDate;
  /** Keys of the parties that agree: it takes all of them. */
  readonly partyKeys: readonly string[];
}

/** 延长调解期限: beyond the month only with all parties' consent, before it is over, to a day that is named. */
export function decideExtendMonth(m: Mediation, c: Case, { until, partyKeys }: ExtendMonthInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("extendMonth", m, c, facts.viewer) ?? consentProblem(m);
  if (no) return no;
  const dueOn = m.dueOn as LocalDate;
  if (!isLocalDate(until)) return refuse("DATE_INVALID", {}, "until");
  if (!m.parties.every(({ key }) => partyKeys.includes(key))) return refuse("ALL_PARTIES_NEEDED", {}, "partyKeys");
  if (localDateOf(facts.at) > dueOn) return refuse("EXTEND_TOO_LATE", {});
  if (until <= dueOn) return refuse("UNTIL_TOO_EARLY", { after: dueOn }, "until");
  return [{ type: "MONTH_EXTENDED", at: facts.at, payload: { from: dueOn, until } }];
}
