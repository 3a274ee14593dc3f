import { areaOfNumber, isRefusal, mayIn, refuse, type PeopleEventBody, type Refusal } from "@bandeng/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { actOnPerson, areaNoOfPerson, PeopleVerbInput, PersonPayload, type PeopleAct } from "./people-verb.ts";
import type { AccessLink } from "../access/access-link.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType()
export abstract class AccountVerbInput extends PeopleVerbInput {
  @Field(() => ID, { description: "Whose account." })
  personId!: string;
}

@ObjectType("AccessLink", { description: "What an administrator hands over, for somebody to choose a password: shown this once." })
export class AccessLinkType {
  @Field(() => String, { description: "What to open below the address of the server: /welcome#<token>. What stands behind the # reaches no server and no log." })
  path!: string;

  @Field(() => DateTime, { description: "Until when it can be used." })
  expiresAt!: string;
}

@ObjectType()
export abstract class LinkPayload extends PersonPayload {
  @Field(() => AccessLinkType, { nullable: true, description: "The link; null when refused, and when the same key is sent again: it is stored nowhere." })
  link!: AccessLinkType | null;
}

/** The page on which a link is used. */
export function linkType({ token, expiresAt }: AccessLink): AccessLinkType {
  return { path: `/welcome#${token}`, expiresAt };
}

/** The area number of somebody whose account the viewer keeps; refused for all others, and for oneself. */
async function keptAccount(act: PeopleAct, personId: string): Promise<number | Refusal> {
  const areaNo = await areaNoOfPerson(act, personId, "personId");
  if (isRefusal(areaNo)) return areaNo;
  const { viewer } = act.facts;
  if (!mayIn(viewer, "MANAGE_ACCOUNTS", areaOfNumber(areaNo))) return refuse("FORBIDDEN_RIGHT", { right: "MANAGE_ACCOUNTS" });
  return personId === viewer.personId ? refuse("OWN_ACCOUNT", {}, "personId") : areaNo;
}

type AccountEvent = Extract<PeopleEventBody, { type: `ACCOUNT_${string}` }>["type"];

/**
 * What an administrator does to an account. The accounts have connections of their own: they are changed last, so that
 * what is refused or fails before leaves them as they are.
 */
export function actOnAccount(ctx: Context, verb: string, input: AccountVerbInput, type: AccountEvent, change: (act: PeopleAct) => Promise<Refusal | null>): Promise<PersonPayload> {
  const { personId } = input;
  return actOnPerson(
    ctx,
    verb,
    input,
    async (act) => {
      const areaNo = await keptAccount(act, personId);
      if (isRefusal(areaNo)) return areaNo;
      const [account] = await ctx.accounts.accounts([personId]);
      if (account === undefined && type !== "ACCOUNT_INVITED") return refuse("NO_ACCOUNT", {}, "personId");
      const refusal = await change(act);
      return refusal ?? { body: { type, payload: { personId } }, streamId: personId, areaNo };
    },
    "ACCOUNT",
  );
}
