import type { AttendeeRole, BenchMeeting, CaseLevel, InvitationWay, InviteeKind, MeetingAction, MeetingForm, MeetingStatus, RefusalCode, SignInKind } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { AttendeeRoleEnum, InvitationWayEnum, InviteeKindEnum, MeetingActionEnum, MeetingFormEnum, MeetingStatusEnum, SignInKindEnum } from "./meeting-enums.ts";
import { PersonType } from "../access/person-type.ts";
import { CaseLevelEnum } from "../cases/case-enums.ts";
import { RefusalCodeEnum } from "../cases/refusal-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

@ObjectType("Door", { description: "A household by its door, without names." })
export class DoorType {
  @Field(() => ID, { description: "The household." })
  id!: string;

  @Field(() => String, { description: "Address of the building." })
  building!: string;

  @Field(() => Int, { nullable: true, description: "Number of the unit; null for a door to the street." })
  unitNo!: number | null;

  @Field(() => Int, { description: "Floor, 1 is the ground floor." })
  floor!: number;

  @Field(() => String, { description: "What is on the door, such as 302; *** for whoever does not work in the community." })
  room!: string;

  @Field(() => Boolean, { description: "It is a shop." })
  shop!: boolean;
}

@ObjectType("MeetingPlace", { description: "Where the bench stands." })
export class MeetingPlaceType {
  @Field(() => String, { description: "As people say it, such as 3号楼前." })
  words!: string;

  @Field(() => ID, { nullable: true, description: "The compound; null when in none, or not known." })
  compoundId!: string | null;

  @Field(() => ID, { nullable: true, description: "The building; null when in front of none." })
  buildingId!: string | null;

  @Field(() => ID, { nullable: true, description: "The unit; null when at none." })
  unitId!: string | null;
}

@ObjectType("Summons", { description: "An invitation. Two on different days stand for being heard." })
export class SummonsType {
  @Field(() => InviteeKindEnum, { description: "What was invited." })
  of!: InviteeKind;

  @Field(() => ID, { description: "Its id." })
  subjectId!: string;

  @Field(() => String, { description: "What it is called: the door, the name as the viewer may see it, the department." })
  label!: string;

  @Field(() => InvitationWayEnum, { description: "How." })
  how!: InvitationWay;

  @Field(() => DateTime, { description: "When." })
  at!: string;
}

@ObjectType("Attendance", { description: "Somebody on the bench." })
export class AttendanceType {
  @Field(() => ID, { description: "The attendance." })
  id!: string;

  @Field(() => AttendeeRoleEnum, { description: "As what." })
  as!: AttendeeRole;

  @Field(() => SignInKindEnum, { description: "How this person signed in." })
  signature!: SignInKind;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who, where that is known and the viewer may know; null else." })
  person!: PersonType | null;

  @Field(() => DoorType, { nullable: true, description: "For which household; null for officials and guests." })
  household!: DoorType | null;
}

@ObjectType({ description: "How many sat on the bench as what." })
export class AttendanceCount {
  @Field(() => AttendeeRoleEnum, { description: "As what." })
  as!: AttendeeRole;

  @Field(() => Int, { description: "How many people." })
  people!: number;
}

@ObjectType({ description: "Whether the viewer may do something at a meeting, and why not." })
export class MeetingActionState {
  @Field(() => MeetingActionEnum, { description: "What." })
  action!: MeetingAction;

  @Field(() => Boolean, { description: "Whether the table allows it; a guard beyond the table may still refuse." })
  allowed!: boolean;

  @Field(() => RefusalCodeEnum, { nullable: true, description: "Why not; null when allowed." })
  code!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "Why not, as a sentence; null when allowed." })
  message!: string | null;
}

@ObjectType("Meeting", { description: "板凳会: a bench meeting. It exists for whoever sees every case on its agenda whole, and for its convener and recorder." })
export class MeetingType {
  @Field(() => ID, { description: "The meeting." })
  id!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => ID, { description: "Code of its grid or community." })
  areaCode!: string;

  @Field(() => String, { description: "Name of that area." })
  areaName!: string;

  @Field(() => ID, { nullable: true, description: "The standing council that met; null without one." })
  councilId!: string | null;

  @Field(() => MeetingFormEnum, { description: "On the spot, or summoned for later." })
  form!: MeetingForm;

  @Field(() => MeetingStatusEnum, { description: "How far it has come." })
  status!: MeetingStatus;

  @Field(() => MeetingPlaceType, { description: "Where." })
  place!: MeetingPlaceType;

  @Field(() => CaseLevelEnum, { description: "How near to the people it stands: for distance." })
  placeLevel!: CaseLevel;

  @Field(() => DateTime, { description: "When the neighbours sit, or sat, together: the opening, else what was planned." })
  meetsAt!: string;

  @Field(() => DateTime, { nullable: true, description: "For when it was summoned; null for one recorded afterwards." })
  plannedFor!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was opened; null before." })
  openedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null before." })
  heldAt!: string | null;

  @Field(() => Boolean, { description: "Written down afterwards: as valid as any." })
  recordedAfterwards!: boolean;

  /** What the field resolvers work on; no field of the schema. */
  source!: BenchMeeting;
}

@ObjectType({ description: "An entry of a list of meetings (Relay)." })
export class MeetingEdge {
  @Field(() => String, { description: "Where it stands in the list." })
  cursor!: string;

  @Field(() => MeetingType, { description: "The meeting." })
  node!: MeetingType;
}

@ObjectType({ description: "A page of meetings (Relay)." })
export class MeetingConnection {
  @Field(() => [MeetingEdge], { description: "The entries." })
  edges!: MeetingEdge[];

  @Field(() => [MeetingType], { description: "The meetings without cursors." })
  nodes!: MeetingType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
