import { noticeKinds, noticeSubjects, noticeTopics, type NoticeKind, type NoticeSubject, type NoticeTopic } from "@bandeng/domain";
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageArgs, PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

const NoticeKindEnum = Object.fromEntries(noticeKinds.map((kind) => [kind, kind])) as { [K in NoticeKind]: K };
registerEnumType(NoticeKindEnum, { name: "NoticeKind", description: "What somebody is told of. `Notice.sentence` says each." });
export const NoticeTopicEnum = Object.fromEntries(noticeTopics.map((topic) => [topic, topic])) as { [T in NoticeTopic]: T };
registerEnumType(NoticeTopicEnum, {
  name: "NoticeTopic",
  description: "WORK: orders and what comes to one's level. MENTION: somebody named one. DUE: deadlines. APPROVAL: asked to decide. ANSWER: what was asked for is there. MEETING, MEDIATION: what one takes part in. CALL: a whistle or a call for an expert. SUPERVISION: a superior watches.",
});
const NoticeSubjectEnum = Object.fromEntries(noticeSubjects.map((subject) => [subject, subject])) as { [S in NoticeSubject]: S };
registerEnumType(NoticeSubjectEnum, { name: "NoticeSubjectKind", description: "What a notice leads to." });

@ObjectType("NoticeSubject", { description: "What a notice leads to." })
export class NoticeSubjectType {
  @Field(() => NoticeSubjectEnum, { description: "What it is." })
  kind!: NoticeSubject;

  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@ObjectType("Notice", { description: "Something the viewer is told of. Its sentence is made when it is read, of what the viewer may still see." })
export class NoticeType {
  @Field(() => ID, { description: "The notice." })
  id!: string;

  @Field(() => NoticeKindEnum, { description: "What it tells of." })
  kind!: NoticeKind;

  @Field(() => DateTime, { description: "When it was told." })
  at!: string;

  @Field(() => DateTime, { nullable: true, description: "When the viewer marked it as read; null until then." })
  readAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "The moment it speaks of: when something is due or begins; null when it speaks of none." })
  moment!: string | null;

  @Field(() => Boolean, { description: "Whether it does not wait for the end of quiet hours: a danger to safety." })
  urgent!: boolean;

  subjectKind!: NoticeSubject;
  subjectId!: string;
  caseId!: string | null;
  byId!: string | null;
}

@ObjectType({ description: "A page of notices." })
export class NoticeConnection {
  @Field(() => [NoticeType], { description: "The notices, the latest first." })
  nodes!: NoticeType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ArgsType()
export class NoticeArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Only what is not marked as read." })
  unread!: boolean;

  @Field(() => [NoticeTopicEnum], { nullable: true, description: "Only these topics; all when absent." })
  topics?: NoticeTopic[] | null;
}

@InputType({ description: "Input of markNoticesRead." })
export class MarkNoticesReadInput {
  @Field(() => [ID], { description: "Which, at most 100; others' and unknown ones are passed over." })
  ids!: string[];
}

@ObjectType({ description: "What is left after marking." })
export class MarkNoticesReadPayload {
  @Field(() => [ID], { description: "What was marked now, at most 100 of it." })
  marked!: string[];

  @Field(() => Int, { description: "How many are unread still, 100 at most." })
  unread!: number;
}

@ObjectType("NoticePreferences", { description: "What the viewer wants to hear outside, and when not." })
export class NoticePreferencesType {
  @Field(() => String, { description: "Quiet hours from, HH:MM in Asia/Shanghai." })
  quietFrom!: string;

  @Field(() => String, { description: "Quiet hours until, HH:MM; equal to the beginning: none." })
  quietTo!: string;

  @Field(() => [NoticeTopicEnum], { description: "Topics that also go to the community's outside messenger." })
  outside!: NoticeTopic[];
}

@InputType({ description: "Input of setNoticePreferences." })
export class SetNoticePreferencesInput {
  @Field(() => String, { description: "Quiet hours from, HH:MM in Asia/Shanghai." })
  quietFrom!: string;

  @Field(() => String, { description: "Quiet hours until, HH:MM; equal to the beginning: none." })
  quietTo!: string;

  @Field(() => [NoticeTopicEnum], { description: "Topics that also go to the community's outside messenger. Dangers to safety belong to WORK." })
  outside!: NoticeTopic[];
}
