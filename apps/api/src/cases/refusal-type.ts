import { phraseOf, phrasesZh, type Refusal, type RefusalCode } from "@bandeng/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "./case-enums.ts";

export const RefusalCodeEnum = enumOf("RefusalCode", Object.keys(phrasesZh) as RefusalCode[], "Every reason for which the rules say no.");

@ObjectType("Refusal", { description: "An expected no. Nothing was changed." })
export class RefusalType {
  @Field(() => RefusalCodeEnum, { description: "The reason." })
  code!: RefusalCode;

  @Field(() => String, { description: "The reason as a sentence, in zh or en by Accept-Language." })
  message!: string;

  @Field(() => String, { nullable: true, description: "The input field it concerns; null when it concerns the whole." })
  path!: string | null;

  @Field(() => Int, { nullable: true, description: "With CONFLICT the version the case is at now, else null." })
  currentVersion!: number | null;
}

/** A refusal as integrators read it. */
export function refusalType(refusal: Refusal, language: "zh" | "en"): RefusalType {
  return {
    code: refusal.code,
    message: phraseOf(refusal, language),
    path: refusal.path ?? null,
    currentVersion: refusal.code === "CONFLICT" ? refusal.data.version : null,
  };
}
