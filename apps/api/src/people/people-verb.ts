import { isRefusal, localDateOf, refuse, type PeopleEventBody, type PeopleFacts, type Refusal } from "@bandeng/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { PoolClient } from "pg";
import { lockRoles, storePeople } from "./store-people.ts";
import { PersonRecordType, readPersonRecord } from "./person-record.ts";
import { peopleExist } from "./standing.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType()
export abstract class PeopleVerbInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType()
export abstract class PersonPayload {
  @Field(() => PersonRecordType, { nullable: true, description: "The person with the roles as they are now; null when refused." })
  person!: PersonRecordType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** What a decision on people works with. */
export interface PeopleAct {
  readonly client: PoolClient;
  readonly facts: PeopleFacts;
}

/** What was decided: one fact, the stream it belongs to, and the person that the answer is about. */
export interface PeopleOutcome {
  readonly body: PeopleEventBody | Refusal;
  readonly streamId: string;
  readonly areaNo: number;
}

/**
 * The path all verbs on people share: one at a time, decided by the domain, the rows and the event stored with the
 * audit's row in one transaction. @returns the id of the stream, or the refusal
 */
export function actOnPeople(ctx: Context, verb: string, input: PeopleVerbInput, about: "PERSON" | "COMMITTEE" | "ACCOUNT", decide: (act: PeopleAct) => Promise<PeopleOutcome | Refusal>): Promise<string | Refusal> {
  return perform(ctx, { verb, input, on: [], about }, async ({ client, facts, refuse: end }) => {
    await lockRoles(client);
    const outcome = await decide({ client, facts: { viewer: facts.viewer, today: localDateOf(facts.now) } });
    if (isRefusal(outcome)) return end(outcome);
    if (isRefusal(outcome.body)) return end(outcome.body);
    await storePeople(client, outcome.body, { ...outcome, actorId: facts.viewer.personId, now: facts.now });
    return outcome.streamId;
  });
}

/** A verb that is answered with a person. */
export async function actOnPerson(ctx: Context, verb: string, input: PeopleVerbInput, decide: (act: PeopleAct) => Promise<PeopleOutcome | Refusal>, about: "PERSON" | "ACCOUNT" = "PERSON"): Promise<PersonPayload> {
  const done = await actOnPeople(ctx, verb, input, about, decide);
  if (isRefusal(done)) return { person: null, refusal: refusalType(done, ctx.language) };
  return { person: await readPersonRecord(ctx, done), refusal: null };
}

/** The area number somebody belongs to; a refusal for whom the viewer does not know. */
export async function areaNoOfPerson({ client, facts }: PeopleAct, personId: string, path: string): Promise<number | Refusal> {
  if (!(await peopleExist(client, facts.viewer, [personId]))) return refuse("UNKNOWN_PERSON", {}, path);
  const [row] = await run<{ area_no: number }>(client, "select area_no from person where id = $1", [personId]);
  return row?.area_no ?? refuse("UNKNOWN_PERSON", {}, path);
}

