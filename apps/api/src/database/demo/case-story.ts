import {
  decideAccept,
  decideAdopt,
  decideAnswer,
  decideAppeal,
  decideApprove,
  decideAssign,
  decideCallBack,
  decideClose,
  decideContact,
  decideDecline,
  decideDeliberate,
  decideEscalate,
  decideExtend,
  decideHold,
  decideProjectDue,
  decideProjectLeft,
  decideReferUp,
  decideRelease,
  decideReport,
  decideResolve,
  decideSendDown,
  decideStart,
  decideWhistle,
  decideWithdraw,
  respondentsOf,
  type Case,
  type ContactKind,
  type Decision,
  type DeclineReason,
  type Facts,
  type HoldReason,
  type Instant,
  type LocalDate,
  type Satisfaction,
} from "@bandeng/domain";
import type { CaseBook, Collecting, Matter, Spot } from "./case-book.ts";
import { holdWords } from "./tellings/phrases.ts";

/** LEAD stands for whoever leads the case then; anything else is a key of the staff plan. */
export type Actor = "LEAD" | (string & {});

/** Tells one case, verb by verb, each by somebody at a moment. Every line is decided by the domain. */
export class CaseStory {
  readonly matter: Matter;
  readonly #book: CaseBook;

  constructor(book: CaseBook, collecting: Collecting) {
    this.#book = book;
    this.matter = book.collect(collecting);
  }

  get case(): Case {
    return this.matter.now;
  }

  get spot(): Spot {
    return this.matter.spot;
  }

  #does(by: Actor, at: Instant, what: string, decide: (c: Case, facts: Facts) => Decision): this {
    const facts = by === "LEAD" ? this.#book.factsOf(this.case.leadId ?? "", at) : this.#book.facts(by, at);
    this.#book.does(this.matter, facts, what, (c) => decide(c, facts));
    return this;
  }

  accept(by: Actor, at: Instant, options: { parties?: readonly (string | null)[]; category?: string; lead?: string } = {}): this {
    const leadId = options.lead === undefined ? undefined : this.#book.people.staff(options.lead).id;
    return this.#does(by, at, "accept", (c, f) =>
      decideAccept(
        c,
        { kind: c.kind, category: options.category ?? c.category ?? "", severity: c.severity, parties: options.parties ?? [], ...(leadId === undefined ? {} : { leadId }) },
        f,
      ),
    );
  }

  answer(by: Actor, at: Instant, answer: string): this {
    return this.#does(by, at, "answer", (c, f) => decideAnswer(c, { answer }, f));
  }

  assign(by: Actor, at: Instant, to: string, as: "LEAD" | "ASSIST" | "NOTIFY", reason = ""): this {
    const personId = this.#book.people.staff(to).id;
    return this.#does(by, at, "assign", (c, f) => decideAssign(c, { personId, as, reason, assigneeInScope: true }, f));
  }

  contact(by: Actor, at: Instant, kind: ContactKind, words: string): this {
    return this.#does(by, at, "contact", (c, f) => decideContact(c, { kind, words }, f));
  }

  decline(by: Actor, at: Instant, reason: DeclineReason, goTo: string): this {
    return this.#does(by, at, "decline", (c, f) => decideDecline(c, { reason, goTo }, f));
  }

  appeal(by: Actor, at: Instant, words: string): this {
    return this.#does(by, at, "appeal", (c, f) => decideAppeal(c, { respondent: this.#respondent(0), words }, f));
  }

  withdraw(by: Actor, at: Instant): this {
    return this.#does(by, at, "withdraw", (c, f) => decideWithdraw(c, { respondent: this.#respondent(0), receiptsExist: false }, f));
  }

  deliberate(by: Actor, at: Instant, where: string): this {
    return this.#does(by, at, "deliberate", (c, f) => decideDeliberate(c, { where }, f));
  }

  start(by: Actor, at: Instant, measure: string, planOn: LocalDate | null = null): this {
    return this.#does(by, at, "start", (c, f) => decideStart(c, { measure, planOn }, f));
  }

  askHold(by: Actor, at: Instant, holdReason: HoldReason, until: LocalDate): this {
    return this.#does(by, at, "hold", (c, f) => decideHold(c, { holdReason, until, reason: holdWords[holdReason] }, f));
  }

  askExtend(by: Actor, at: Instant, days: number, reason: string): this {
    return this.#does(by, at, "extend", (c, f) => decideExtend(c, { days, reason }, f));
  }

  approve(by: Actor, at: Instant): this {
    return this.#does(by, at, "approve", decideApprove);
  }


  resolve(by: Actor, at: Instant, result: string, mediation: "REACHED" | "NOT_REACHED" | null = null): this {
    return this.#does(by, at, "resolve", (c, f) => decideResolve(c, { result, cost: this.#book.costStanding(c), mediation }, f));
  }

  /** Asks the n-th respondent; without a satisfaction he was not reached. */
  callBack(by: Actor, at: Instant, n: number, satisfaction: Satisfaction | null, words = ""): this {
    const reached = satisfaction !== null;
    const resolved = reached ? satisfaction !== "DISSATISFIED" : null;
    return this.#does(by, at, "callBack", (c, f) => decideCallBack(c, { respondent: this.#respondent(n), reached, resolved, satisfaction, words }, f));
  }

  close(by: Actor, at: Instant): this {
    return this.#does(by, at, "close", decideClose);
  }

  escalate(by: Actor, at: Instant, reason: string, how: { toCommunity?: boolean; partiesAskForMediation?: boolean } = {}): this {
    return this.#does(by, at, "escalate", (c, f) => decideEscalate(c, { reason, ...how }, f));
  }

  sendDown(by: Actor, at: Instant, reason: string): this {
    return this.#does(by, at, "sendDown", (c, f) => decideSendDown(c, { reason }, f));
  }

  referUp(by: Actor, at: Instant, tried: string): this {
    // A meeting on record is one the history knows.
    const meetingOnRecord = this.matter.events.some((e) => e.type === "DELIBERATED");
    return this.#does(by, at, "referUp", (c, f) => decideReferUp(c, { tried, meetingOnRecord }, f));
  }

  whistle(by: Actor, at: Instant, department: string, ask: string): this {
    const departmentId = this.#book.people.department(department).id;
    return this.#does(by, at, "whistle", (c, f) => decideWhistle(c, { whistleId: this.#book.whistleId(at), departmentId, ask }, f));
  }

  /** The n-th whistle of the case is answered. */
  report(by: Actor, at: Instant, n: number, result: string): this {
    return this.#does(by, at, "report", (c, f) => decideReport(c, { whistleId: c.whistles[n]?.id ?? "", result }, f));
  }

  release(by: Actor, at: Instant, n: number): this {
    return this.#does(by, at, "release", (c, f) => decideRelease(c, { whistleId: c.whistles[n]?.id ?? "" }, f));
  }

  adopt(by: Actor, at: Instant, projectId: string, dueOn: LocalDate | null): this {
    return this.#does(by, at, "adopt", (c, f) => decideAdopt(c, { projectId, dueOn }, f));
  }

  projectDue(by: Actor, at: Instant, projectId: string, dueOn: LocalDate | null): this {
    return this.#does(by, at, "projectDue", (c, f) => decideProjectDue(c, { projectId, dueOn }, f));
  }

  projectLeft(by: Actor, at: Instant, projectId: string, cause: "ABANDONED" | "STRUCK_OFF"): this {
    return this.#does(by, at, "projectLeft", (c, f) => decideProjectLeft(c, { projectId, cause }, f));
  }

  /** Everybody who has to be asked. */
  get respondents(): number {
    return respondentsOf(this.case).length;
  }

  #respondent(n: number): string {
    const one = respondentsOf(this.case)[n];
    if (!one) throw new RangeError(`${this.case.title} has no respondent ${n}`);
    return one.key;
  }
}
