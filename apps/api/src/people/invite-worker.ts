import { areaNumber, decideGrantRole, isAreaCode, isRefusal, maskName, mayIn, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { LinkPayload, linkType, type AccessLinkType } from "./account-verb.ts";
import { RoleInput } from "./grant-role.ts";
import { actOnPerson } from "./people-verb.ts";
import { unknownPlace } from "./role-place.ts";
import { assignmentsOf, storePeople } from "./store-people.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

const LONGEST_NAME = 40;

@InputType({ description: "Input of inviteWorker." })
export class InviteWorkerInput extends RoleInput {
  @Field(() => String, { description: "Full name, at most 40 characters." })
  name!: string;

  @Field(() => String, { description: "What they will sign in with: 2 to 30 letters, digits, . _ -." })
  username!: string;
}

@ObjectType({ description: "Answer of inviteWorker: the new person and the link, or the refusal." })
export class InviteWorkerPayload extends LinkPayload {}

@Resolver()
export class InviteWorker {
  @Mutation(() => InviteWorkerPayload, { description: "邀请新同事: somebody new with a first role, an account and a link good for 72 hours to choose a password." })
  async inviteWorker(@Arg("input", () => InviteWorkerInput, { description: "What is asked for." }) input: InviteWorkerInput, @Ctx() ctx: Context): Promise<InviteWorkerPayload> {
    let link: AccessLinkType | null = null;
    const payload = await actOnPerson(
      ctx,
      "inviteWorker",
      input,
      async ({ client, facts }) => {
        const { role, areaCode: area, from, to = null, buildingId, departmentId } = input;
        const name = input.name.trim();
        if (name === "") return refuse("TEXT_REQUIRED", { field: "name" }, "name");
        if ([...name].length > LONGEST_NAME) return refuse("TEXT_TOO_LONG", { field: "name", limit: LONGEST_NAME }, "name");
        if (!isAreaCode(area) || !mayIn(facts.viewer, "MANAGE_ACCOUNTS", area)) return refuse("FORBIDDEN_RIGHT", { right: "MANAGE_ACCOUNTS" });
        const personId = uuidv7();
        const wanted = { assignmentId: uuidv7(), personId, role, area, from, to, buildingId: buildingId ?? null, departmentId: departmentId ?? null };
        const granted = decideGrantRole(await assignmentsOf(client, { area }), wanted, facts);
        if (isRefusal(granted)) return granted;
        const unknown = await unknownPlace(client, wanted);
        if (unknown) return unknown;
        const areaNo = areaNumber(area);
        await run(client, "insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, $4)", [personId, name, maskName(name), areaNo]);
        await storePeople(client, granted, { streamId: personId, areaNo, actorId: facts.viewer.personId, now: await ctx.clock.now(client) });
        const made = await ctx.accounts.invite({ personId, username: input.username, name, by: facts.viewer.personId });
        if ("refusal" in made) return refuse(made.refusal, {}, "username");
        link = linkType(made);
        return { body: { type: "ACCOUNT_INVITED", payload: { personId } }, streamId: personId, areaNo };
      },
      "ACCOUNT",
    );
    return { ...payload, link };
  }
}
