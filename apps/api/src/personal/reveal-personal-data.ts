import { isRefusal, refuse, visibility, type Refusal, type Viewer } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, registerEnumType, Resolver } from "type-graphql";
import { phoneOf } from "./data-keys.ts";
import { personFor, type KnownPerson } from "./known-person.ts";
import { auditReason, PersonalDataInput, reasonProblem } from "./personal-request.ts";
import { perform } from "../cases/act.ts";
import { loadCases } from "../cases/read-case.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

const personalFields = ["NAME", "PHONE", "ADDRESS"] as const;
type PersonalField = (typeof personalFields)[number];
const PersonalFieldEnum = Object.fromEntries(personalFields.map((field) => [field, field])) as { [F in PersonalField]: F };
registerEnumType(PersonalFieldEnum, {
  name: "PersonalField",
  description: "What of a person's data is asked for.",
  valuesConfig: { NAME: { description: "The full name." }, PHONE: { description: "The phone." }, ADDRESS: { description: "The home, with its room." } },
});

@InputType({ description: "Input of revealPersonalData. Every look is an act of its own: the same key never answers twice." })
export class RevealPersonalDataInput extends PersonalDataInput {
  @Field(() => ID, { nullable: true, description: "The case it is for; the viewer has to see it whole, and the person has to be of it." })
  caseId?: string | null;

  @Field(() => [PersonalFieldEnum], { description: "What is needed, and no more." })
  fields!: PersonalField[];
}

@ObjectType({ description: "What was asked for; null where it was not, or where nothing is known." })
export class RevealedPersonalData {
  @Field(() => String, { nullable: true, description: "Full name." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "Phone." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "Home, with its room." })
  address!: string | null;
}

@ObjectType({ description: "Answer of revealPersonalData: the data, or the refusal." })
export class RevealPersonalDataPayload {
  @Field(() => RevealedPersonalData, { nullable: true, description: "The data, to be shown shortly and kept nowhere; null when refused." })
  revealed!: RevealedPersonalData | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing is shown; null when it is." })
  refusal!: RefusalType | null;
}

@Resolver()
export class RevealPersonalData {
  @Mutation(() => RevealPersonalDataPayload, { description: "查看个人信息: lifts the mask of one person's data for a reason, on record.", complexity: 200 })
  async revealPersonalData(@Arg("input", () => RevealPersonalDataInput, { description: "Whose, what and why." }) input: RevealPersonalDataInput, @Ctx() ctx: Context): Promise<RevealPersonalDataPayload> {
    const found: { data?: RevealedPersonalData } = {};
    const request = { verb: "revealPersonalData", input, on: [], about: "PERSON" as const, aboutId: input.personId, reason: auditReason(input.reason) };
    const done = await perform(ctx, request, async ({ client, refuse: end }) => {
      const problem = reasonProblem(input.reason) ?? (input.fields.length === 0 ? refuse("TEXT_REQUIRED", { field: "fields" }, "fields") : null);
      if (problem) return end(problem);
      const person = await personFor("REVEAL_PERSONAL_DATA", client, ctx.viewer, input.personId);
      if (isRefusal(person)) return end(person);
      if (input.caseId != null && !(await isOfCase(client, ctx.viewer, input.caseId, person.id))) return end(refuse("NOT_FOUND", {}, "caseId"));
      request.reason = auditReason(input.reason, person.name);
      found.data = dataOf(person, input.fields, ctx);
      return person.id;
    });
    // A repeated key ran nothing: each look wants its own row in the audit.
    const refusal: Refusal | null = isRefusal(done) ? done : found.data ? null : refuse("IDEMPOTENCY_KEY_REUSED", {}, "idempotencyKey");
    return { revealed: refusal ? null : (found.data ?? null), refusal: refusal && refusalType(refusal, ctx.language) };
  }
}

function dataOf(person: KnownPerson, fields: readonly PersonalField[], { dataKeys }: Context): RevealedPersonalData {
  return {
    name: fields.includes("NAME") ? person.name : null,
    phone: fields.includes("PHONE") && person.phoneEnc ? dataKeys.open(person.phoneEnc, phoneOf(person.id)) : null,
    address: fields.includes("ADDRESS") ? person.address : null,
  };
}

/** Whether somebody reported a case, is a party of it or lives in a household that shared its costs, and the viewer sees it whole: of a dispute others do not even learn whose it is. */
async function isOfCase(client: Runner, viewer: Viewer, caseId: string, personId: string): Promise<boolean> {
  const c = isUuid(caseId) ? (await loadCases(client, [caseId])).get(caseId.toLowerCase()) : undefined;
  if (c === undefined || visibility(viewer, c) !== "WHOLE") return false;
  if ([...c.reporters, ...c.parties].some((one) => one.personId === personId)) return true;
  return c.payers.length > 0 && (await run(client, "select from person where id = $1 and household_id = any($2::uuid[])", [personId, c.payers])).length > 0;
}
