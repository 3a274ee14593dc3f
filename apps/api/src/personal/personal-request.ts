import { maskName, maskPhone, textProblem, type Refusal } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";

const shortest = 4;
const longest = 200;

@InputType({ description: "What every act on one person's data asks for." })
export abstract class PersonalDataInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => String, { description: "Why, 4 to 200 characters; kept in the audit. Names and numbers of the person in it are masked." })
  reason!: string;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act." })
  idempotencyKey!: string;
}

/** Refuses a reason that is none. */
export function reasonProblem(reason: string): Refusal | null {
  return textProblem("reason", [...reason.trim()].length < shortest ? "" : reason, longest);
}

/** A reason as the audit keeps it: the audit is never erased, so nobody's number or name may stand in it. */
export function auditReason(reason: string, name?: string): string {
  const short = [...reason.trim()].slice(0, longest).join("");
  const unnumbered = short.replaceAll(/\+?\d[\d -]{5,}\d[xX]?/g, (number) => maskPhone(number) || "****");
  return name ? unnumbered.replaceAll(name, maskName(name)) : unnumbered;
}
