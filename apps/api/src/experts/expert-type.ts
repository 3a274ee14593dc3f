import { callStandings, expertSkills, tieKinds, type CallStanding, type ExpertSkill, type TieKind } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { DateTime } from "../http/date-time.ts";
import { PageInfo } from "../http/connection.ts";

export const ExpertSkillEnum = Object.fromEntries(expertSkills.map((s) => [s, s])) as { [S in ExpertSkill]: S };
registerEnumType(ExpertSkillEnum, { name: "ExpertSkill", description: "What an expert of the talent pool can be called for: law, urban management, police, municipal works, mediation, engineering, medicine." });

const CallStandingEnum = Object.fromEntries(callStandings.map((s) => [s, s])) as { [S in CallStanding]: S };
registerEnumType(CallStandingEnum, { name: "CallStanding", description: "Whether an expert can be called to a case. CONFIRM_FIRST: not confirmed for more than 365 days. CONFLICT is never offered." });

const TieKindEnum = Object.fromEntries(tieKinds.map((k) => [k, k])) as { [K in TieKind]: K };
registerEnumType(TieKindEnum, { name: "TieKind", description: "How an expert is tied to somebody: kinship or interest." });

@ObjectType("ExpertTie", { description: "Somebody an expert is tied to, so that he is not called to that person's matters." })
export class ExpertTieType {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => PersonType, { nullable: true, description: "The person as the viewer may see him; null when he may not, or the person was erased." })
  person!: PersonType | null;

  @Field(() => TieKindEnum, { description: "By what." })
  kind!: TieKind;
}

@InputType({ description: "Somebody an expert is tied to." })
export class ExpertTieInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => TieKindEnum, { description: "By what." })
  kind!: TieKind;
}

@ObjectType("Expert", { description: "Somebody in the talent pool (人才库): whom a case can call." })
export class ExpertType {
  @Field(() => ID, { description: "The entry's id." })
  id!: string;

  @Field(() => Int, { description: "Number of the last event; a verb names the version it was decided on." })
  version!: number;

  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => ID, { description: "The community or district whose pool it is." })
  areaCode!: string;

  @Field(() => String, { description: "Name of that area." })
  areaName!: string;

  @Field(() => String, { description: "Where he works." })
  org!: string;

  @Field(() => [ExpertSkillEnum], { description: "What he can be called for, at least one." })
  skills!: ExpertSkill[];

  @Field(() => Boolean, { description: "Whether he can come at present." })
  available!: boolean;

  @Field(() => DateTime, { description: "When he last said that he stands ready." })
  confirmedAt!: string;

  @Field(() => Boolean, { description: "Whether that is at most 365 days ago; else he is asked first." })
  confirmed!: boolean;

  @Field(() => CallStandingEnum, { nullable: true, description: "Whether he can be called to the case asked for; null when no case was." })
  standing!: CallStanding | null;

  @Field(() => Int, { nullable: true, description: "Median time to his answer in minutes, accepted and declined calls; null before the first." })
  medianMinutes!: number | null;

  @Field(() => Int, { description: "Calls whose answer is known, those that he let pass included." })
  asked!: number;

  @Field(() => Int, { description: "Calls he answered himself, yes or no." })
  answered!: number;
}

@ObjectType({ description: "A page of experts." })
export class ExpertConnection {
  @Field(() => [ExpertType], { description: "The experts: those who can be called first, the quickest to answer before others." })
  nodes!: ExpertType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
