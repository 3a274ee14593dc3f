import { refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AccountVerbInput, actOnAccount, LinkPayload, linkType, type AccessLinkType } from "./account-verb.ts";
import { PersonPayload } from "./people-verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of inviteAccount." })
export class InviteAccountInput extends AccountVerbInput {
  @Field(() => String, { description: "What they will sign in with: 2 to 30 letters, digits, . _ -; small letters are made of capitals." })
  username!: string;
}

@ObjectType({ description: "Answer of inviteAccount: the person and the link, or the refusal." })
export class InviteAccountPayload extends LinkPayload {}

@InputType({ description: "Input of resetPassword." })
export class ResetPasswordInput extends AccountVerbInput {}

@ObjectType({ description: "Answer of resetPassword: the person and the link, or the refusal." })
export class ResetPasswordPayload extends LinkPayload {}

@InputType({ description: "Input of disableAccount, enableAccount, unlockAccount and removeSecondFactor." })
export class AccountInput extends AccountVerbInput {}

@ObjectType({ description: "The person with the account as it is now, or the refusal." })
export class AccountPayload extends PersonPayload {}

@Resolver()
export class KeepAccounts {
  @Mutation(() => InviteAccountPayload, { description: "邀请: somebody who works here gets an account, and a link good for 72 hours to choose a password; again for a new link." })
  async inviteAccount(@Arg("input", () => InviteAccountInput, { description: "What is asked for." }) input: InviteAccountInput, @Ctx() ctx: Context): Promise<InviteAccountPayload> {
    let link: AccessLinkType | null = null;
    const payload = await actOnAccount(ctx, "inviteAccount", input, "ACCOUNT_INVITED", async () => {
      const made = await ctx.accounts.invite({ personId: input.personId, username: input.username, name: input.username, by: ctx.viewer.personId });
      if ("refusal" in made) return refuse(made.refusal, {}, "username");
      link = linkType(made);
      return null;
    });
    return { ...payload, link };
  }

  @Mutation(() => ResetPasswordPayload, { description: "重置密码: the password is void at once, sessions end; the link, good for 24 hours, is for choosing a new one." })
  async resetPassword(@Arg("input", () => ResetPasswordInput, { description: "What is asked for." }) input: ResetPasswordInput, @Ctx() ctx: Context): Promise<ResetPasswordPayload> {
    let link: AccessLinkType | null = null;
    const payload = await actOnAccount(ctx, "resetPassword", input, "ACCOUNT_RESET", async () => {
      const made = await ctx.accounts.resetPassword(input.personId, ctx.viewer.personId);
      if ("refusal" in made) return refuse(made.refusal, {}, "personId");
      link = linkType(made);
      return null;
    });
    return { ...payload, link };
  }

  @Mutation(() => AccountPayload, { description: "停用: nobody signs in with it any more, sessions and links end at once." })
  disableAccount(@Arg("input", () => AccountInput, { description: "Whose." }) input: AccountInput, @Ctx() ctx: Context): Promise<AccountPayload> {
    return actOnAccount(ctx, "disableAccount", input, "ACCOUNT_DISABLED", () => ctx.accounts.disable(input.personId).then(() => null));
  }

  @Mutation(() => AccountPayload, { description: "启用: it can be signed in with again." })
  enableAccount(@Arg("input", () => AccountInput, { description: "Whose." }) input: AccountInput, @Ctx() ctx: Context): Promise<AccountPayload> {
    return actOnAccount(ctx, "enableAccount", input, "ACCOUNT_ENABLED", () => ctx.accounts.enable(input.personId).then(() => null));
  }

  @Mutation(() => AccountPayload, { description: "解锁: failed attempts are forgotten." })
  unlockAccount(@Arg("input", () => AccountInput, { description: "Whose." }) input: AccountInput, @Ctx() ctx: Context): Promise<AccountPayload> {
    return actOnAccount(ctx, "unlockAccount", input, "ACCOUNT_UNLOCKED", () => ctx.accounts.unlock(input.personId).then(() => null));
  }

  @Mutation(() => AccountPayload, { description: "For somebody who lost the device: the second factor is gone, sessions end; an administrator sets up a new one at the next sign-in." })
  removeSecondFactor(@Arg("input", () => AccountInput, { description: "Whose." }) input: AccountInput, @Ctx() ctx: Context): Promise<AccountPayload> {
    return actOnAccount(ctx, "removeSecondFactor", input, "ACCOUNT_FACTOR_REMOVED", () => ctx.accounts.removeSecondFactor(input.personId).then(() => null));
  }
}
