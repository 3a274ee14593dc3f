import { attendanceMix, householdsPresent, meetingActionNames, whyNotMeeting, type Attendance } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AgendaItemType } from "./agenda-type.ts";
import { benchWords } from "./bench-words.ts";
import { doorOf, doorWords } from "./doors.ts";
import { agendaItemType, readItems } from "./meeting-read.ts";
import { signInCode, takesCodes } from "./sign-in-code.ts";
import { AttendanceCount, AttendanceType, MeetingActionState, MeetingType, SummonsType } from "./meeting-type.ts";
import { PersonType } from "../access/person-type.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { personOf } from "../people/person-of.ts";

/** Items of many meetings at once. */
function itemsLoader(ctx: Context): DataLoader<string, AgendaItemType[]> {
  return new DataLoader(async (ids) => {
    const items = await readItems(ctx.db, ctx.viewer, "meeting_id", ids);
    return ids.map((id) => items.filter(({ item }) => item.meetingId === id).map(agendaItemType));
  });
}

/** Somebody on the bench as the viewer may see him. */
export async function attendanceType(ctx: Context, a: Attendance): Promise<AttendanceType> {
  const [person, household] = await Promise.all([personOf(ctx, a.personId), doorOf(ctx, a.householdId)]);
  return { id: a.id, as: a.as, signature: a.signature, at: a.at, person, household };
}

/** Whether a dispute is on the agenda. Whoever sees the meeting sees its cases, or keeps its bench: of what he does not see he may know that it is one. */
function disputeLoader(ctx: Context): DataLoader<string, boolean> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ id: string }>(ctx.db, "select distinct i.meeting_id as id from agenda_item i join cases c on c.id = i.case_id where i.meeting_id = any($1::uuid[]) and c.kind = 'DISPUTE'", [ids]);
    const disputes = new Set(rows.map((row) => row.id));
    return ids.map((id) => disputes.has(id));
  });
}

async function departmentNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; name: string }>(ctx.db, "select id, name from department where id = any($1::uuid[])", [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: "Who convened it; null when the viewer may not know.", complexity: 2 })
  convener(@Root() { source }: MeetingType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, source.convenerId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who writes it down; null when the viewer may not know.", complexity: 2 })
  recorder(@Root() { source }: MeetingType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, source.recorderId);
  }

  @FieldResolver(() => [AgendaItemType], { description: "The cases on its agenda, in the order they came there, as far as the viewer sees them.", complexity: ({ childComplexity }) => 10 + 3 * childComplexity })
  agenda(@Root() { id }: MeetingType, @Ctx() ctx: Context): Promise<AgendaItemType[]> {
    return requestLoader(ctx, "agenda-items", () => itemsLoader(ctx)).load(id);
  }

  @FieldResolver(() => [AttendanceType], { description: "Who sits on the bench, in the order of signing in.", complexity: ({ childComplexity }) => 10 + 5 * childComplexity })
  attendance(@Root() { source }: MeetingType, @Ctx() ctx: Context): Promise<AttendanceType[]> {
    return Promise.all(source.attendance.map((a) => attendanceType(ctx, a)));
  }

  @FieldResolver(() => [AttendanceCount], { description: "How many sit there as what." })
  attendanceMix(@Root() { source }: MeetingType): readonly AttendanceCount[] {
    return attendanceMix(source.attendance);
  }

  @FieldResolver(() => Int, { description: "People on the bench." })
  people(@Root() { source }: MeetingType): number {
    return source.attendance.length;
  }

  @FieldResolver(() => Int, { description: "Households with somebody on the bench." })
  households(@Root() { source }: MeetingType): number {
    return householdsPresent(source.attendance).length;
  }

  @FieldResolver(() => [SummonsType], { description: "Invitations, in the order they were noted.", complexity: ({ childComplexity }) => 10 + 5 * childComplexity })
  async summons(@Root() { source }: MeetingType, @Ctx() ctx: Context): Promise<SummonsType[]> {
    const departments = await departmentNames(ctx, source.summons.flatMap((s) => (s.of === "DEPARTMENT" ? s.subjectId : [])));
    return Promise.all(
      source.summons.map(async (s) => {
        const door = s.of === "HOUSEHOLD" ? await doorOf(ctx, s.subjectId) : null;
        const person = s.of === "PERSON" || s.of === "EXPERT" ? await personOf(ctx, s.subjectId) : null;
        return { ...s, label: door ? doorWords(door) : (person?.name ?? departments.get(s.subjectId) ?? "") };
      }),
    );
  }

  @FieldResolver(() => String, { nullable: true, description: "Minutes, or why it was cancelled; null while there are none.", complexity: 2 })
  minutes(@Root() { id }: MeetingType, @Ctx() ctx: Context): Promise<string | null> {
    return benchWords(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: "A dispute is on its agenda.", complexity: 5 })
  confidential(@Root() { source }: MeetingType, @Ctx() ctx: Context): Promise<boolean> {
    return requestLoader(ctx, "dispute-meetings", () => disputeLoader(ctx)).load(source.id);
  }

  @FieldResolver(() => String, { nullable: true, description: "The code of the page where neighbours sign in by themselves (/sit#code); it dies with the meeting. Null for whoever does not keep the bench, while the meeting is not open, and where a dispute is on its agenda.", complexity: 5 })
  async signInCode(@Root() root: MeetingType, @Ctx() ctx: Context): Promise<string | null> {
    const { source } = root;
    if (!takesCodes(source, await ctx.now()) || whyNotMeeting("signIn", source, ctx.viewer) !== null || (await this.confidential(root, ctx))) return null;
    return signInCode(source.id, ctx.auditKeys);
  }

  @FieldResolver(() => [MeetingActionState], { description: "What the viewer may do at it now, and why not the rest: also for the items of its agenda.", complexity: 5 })
  actions(@Root() { source }: MeetingType, @Ctx() { viewer, language }: Context): MeetingActionState[] {
    return meetingActionNames.map((action) => {
      const no = whyNotMeeting(action, source, viewer);
      const { code, message } = no ? refusalType(no, language) : { code: null, message: null };
      return { action, allowed: no === null, code, message };
    });
  }
}
