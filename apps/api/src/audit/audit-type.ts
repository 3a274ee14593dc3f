import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { auditSubjects, type AuditEntry, type AuditSubject } from "./audit-entry.ts";
import { tamperings, type Broken } from "./broken-link.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

type Outcome = AuditEntry["outcome"];
const AuditOutcomeEnum: { [O in Outcome]: O } = { DONE: "DONE", REFUSED: "REFUSED" };
registerEnumType(AuditOutcomeEnum, { name: "AuditOutcome", description: "DONE: it took effect. REFUSED: it did not, for the reason in `code`." });
const AuditSubjectEnum = Object.fromEntries(auditSubjects.map((s) => [s, s])) as { [S in AuditSubject]: S };
registerEnumType(AuditSubjectEnum, { name: "AuditSubjectKind", description: "What something was done to." });
const TamperingEnum = Object.fromEntries(tamperings.map((t) => [t, t])) as { [T in Broken["kind"]]: T };
registerEnumType(TamperingEnum, {
  name: "AuditTampering",
  description:
    "EDITED: a row or its place was changed. DELETED: one is missing. INSERTED: one that the program did not write. SWAPPED: one stands where another belongs. RESTORED: something older was put back. TRUNCATED: the end is missing.",
});

@ObjectType("AuditSubject", { description: "What something was done to, by id alone: the audit keeps no names." })
export class AuditSubjectType {
  @Field(() => AuditSubjectEnum, { description: "What it is." })
  kind!: AuditSubject;

  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@ObjectType("AuditRow", { description: "One thing that was done, or refused: who, what, to what, when, from where." })
export class AuditRowType {
  @Field(() => ID, { description: "The row." })
  id!: string;

  @Field(() => DateTime, { description: "When, by the database's clock." })
  at!: string;

  @Field(() => ID, { nullable: true, description: "Who; null where nobody was signed in, and for the program itself. Stays when the person is erased." })
  personId!: string | null;

  @Field(() => String, { description: "The mutation's name, or signIn, signOut and the like." })
  action!: string;

  @Field(() => AuditOutcomeEnum, { description: "Whether it took effect." })
  outcome!: Outcome;

  @Field(() => String, { nullable: true, description: "Code of the refusal; null when done." })
  code!: string | null;

  @Field(() => AuditSubjectType, { nullable: true, description: "What it was done to; null where there is no such thing." })
  subject!: AuditSubjectType | null;

  @Field(() => String, { nullable: true, description: "The client's address; null for the program itself." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "The request, as it stands in the server's log; null for the program itself." })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: "The reason that was given for looking at personal data, an export or an erasure; null for all else." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the subject before, in hexadecimal digits; null where there was nothing." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the subject after; null where there is nothing." })
  after!: string | null;

  @Field(() => Int, { nullable: true, description: "Its place in the chain; null in the first second or so." })
  position!: number | null;
}

@ObjectType("AuditBreach", { description: "The first thing in the audit that is not as the program left it." })
export class AuditBreachType {
  @Field(() => TamperingEnum, { description: "What was done." })
  kind!: Broken["kind"];

  @Field(() => Int, { nullable: true, description: "Its place in the chain; null for a row without one." })
  position!: number | null;

  @Field(() => ID, { nullable: true, description: "The row; null where none is left." })
  auditId!: string | null;
}

@ObjectType("AuditVerification", { description: "How far the running server has verified the chain. The proof is the command audit:verify." })
export class AuditVerificationType {
  @Field(() => Int, { description: "The last place that was found right." })
  position!: number;

  @Field(() => DateTime, { description: "When that was." })
  at!: string;

  @Field(() => AuditBreachType, { nullable: true, description: "What was found broken; null when everything is whole." })
  broken!: AuditBreachType | null;
}

@ObjectType({ description: "A page of the audit." })
export class AuditConnection {
  @Field(() => [AuditRowType], { description: "The rows, the latest first." })
  nodes!: AuditRowType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@InputType({ description: "Which rows of the audit; what is absent does not limit." })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "Done by this person." })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: "This action, by its exact name." })
  action?: string | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: "Done, or refused." })
  outcome?: Outcome | null;

  @Field(() => AuditSubjectEnum, { nullable: true, description: "Done to something of this kind." })
  subjectKind?: AuditSubject | null;

  @Field(() => ID, { nullable: true, description: "Done to this one." })
  subjectId?: string | null;

  @Field(() => DateTime, { nullable: true, description: "From this moment on." })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Before this moment." })
  to?: string | null;
}
