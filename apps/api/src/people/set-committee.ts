import { areaNumber, decideSetCommittee, isAreaCode, isRefusal, refuse, type Post } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { CommitteeType, PostEnum, readCommittee } from "./people-list.ts";
import { actOnPeople, PeopleVerbInput } from "./people-verb.ts";
import { peopleExist } from "./standing.ts";
import { committeeId } from "./store-people.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "A member of a Party committee." })
export class CommitteeMemberInput {
  @Field(() => ID, { description: "Who." })
  personId!: string;

  @Field(() => PostEnum, { description: "The post." })
  post!: Post;
}

@InputType({ description: "Input of setCommittee." })
export class SetCommitteeInput extends PeopleVerbInput {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => LocalDateScalar, { description: "First day of the term." })
  termFrom!: string;

  @Field(() => LocalDateScalar, { description: "Last day of the term, at most five years." })
  termTo!: string;

  @Field(() => [CommitteeMemberInput], { description: "3 to 9 members, one of them secretary." })
  members!: CommitteeMemberInput[];
}

@ObjectType({ description: "Answer of setCommittee: the committee, or the refusal." })
export class SetCommitteePayload {
  @Field(() => CommitteeType, { nullable: true, description: "The committee as it is now; null when refused." })
  committee!: CommitteeType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@Resolver()
export class SetCommittee {
  @Mutation(() => SetCommitteePayload, { description: "Sets the Party committee of a community as it was elected. A post gives no right in the program." })
  async setCommittee(@Arg("input", () => SetCommitteeInput, { description: "What is asked for." }) input: SetCommitteeInput, @Ctx() ctx: Context): Promise<SetCommitteePayload> {
    const { communityCode, termFrom, termTo, members } = input;
    const done = await actOnPeople(ctx, "setCommittee", input, "COMMITTEE", async ({ client, facts }) => {
      if (!isAreaCode(communityCode)) return refuse("NOT_A_COMMUNITY", {}, "communityCode");
      const body = decideSetCommittee({ communityCode, termFrom, termTo, members }, facts);
      if (isRefusal(body)) return body;
      if (!(await peopleExist(client, facts.viewer, members.map(({ personId }) => personId)))) return refuse("UNKNOWN_PERSON", {}, "members");
      return { body, streamId: await committeeId(client, communityCode), areaNo: areaNumber(communityCode) };
    });
    if (isRefusal(done)) return { committee: null, refusal: refusalType(done, ctx.language) };
    return { committee: await readCommittee(ctx, communityCode), refusal: null };
  }
}
