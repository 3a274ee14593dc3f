import { AddExpert } from "./add-expert.ts";
import { AmendExpert } from "./amend-expert.ts";
import { AnswerExpertCall } from "./answer-expert-call.ts";
import { CallExpert } from "./call-expert.ts";
import { ExpertCallResolver } from "./call-query.ts";
import { ConfirmExpert } from "./confirm-expert.ts";
import { ExpertEffectResolver } from "./effect-query.ts";
import { ExpertResolver } from "./expert-query.ts";
import { ReleaseExpert } from "./release-expert.ts";
import { WithdrawExpert } from "./withdraw-expert.ts";

/** The resolvers of the talent pool and its calls. */
export const expertResolvers = [
  AddExpert,
  AmendExpert,
  AnswerExpertCall,
  CallExpert,
  ConfirmExpert,
  ExpertCallResolver,
  ExpertEffectResolver,
  ExpertResolver,
  ReleaseExpert,
  WithdrawExpert,
] as const;
