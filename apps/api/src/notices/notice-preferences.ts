import { areQuietHours, defaultQuietHours, noticeTopics, type NoticeTopic, type QuietHours } from "@bandeng/domain";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { NoticePreferencesType, SetNoticePreferencesInput } from "./notice-type.ts";
import { audited } from "../audit/audited.ts";
import { run } from "../database/statement.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

interface Row extends Record<string, unknown> {
  readonly from: number;
  readonly to: number;
  readonly outside: NoticeTopic[];
}

const clockTime = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function preferencesType({ from, to, outside }: Row): NoticePreferencesType {
  // A topic that is gone from the program stays in its row.
  return { quietFrom: clockTime(from), quietTo: clockTime(to), outside: noticeTopics.filter((topic) => outside.includes(topic)) };
}

function minutesOf(text: string): number {
  const [, hours = "", minutes = ""] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  return hours === "" || Number(hours) > 23 || Number(minutes) > 59 ? Number.NaN : Number(hours) * 60 + Number(minutes);
}

@Resolver()
export class NoticePreferences {
  @Query(() => NoticePreferencesType, { description: "What the viewer wants to hear outside, and when not: everything, but not from 21:00 to 08:00, until the viewer says otherwise." })
  async noticePreferences(@Ctx() { db, viewer }: Context): Promise<NoticePreferencesType> {
    const [row] = await run<Row>(db, "select quiet_from as from, quiet_to as to, outside from notice_preference where person_id = $1", [viewer.personId]);
    return preferencesType(row ?? { ...defaultQuietHours, outside: [...noticeTopics] });
  }

  @Mutation(() => NoticePreferencesType, { description: "Sets what the viewer wants to hear outside, and when not. The inbox has everything at any hour; a danger to safety does not wait." })
  setNoticePreferences(@Arg("input", () => SetNoticePreferencesInput, { description: "What is wanted." }) input: SetNoticePreferencesInput, @Ctx() ctx: Context): Promise<NoticePreferencesType> {
    const quiet: QuietHours = { from: minutesOf(input.quietFrom), to: minutesOf(input.quietTo) };
    if (!areQuietHours(quiet)) throw badInput("Quiet hours are written HH:MM, 00:00 to 23:59");
    const { personId } = ctx.viewer;
    return audited(ctx, "setNoticePreferences", async (client) => {
      const [row] = await run<Row>(
        client,
        `insert into notice_preference (person_id, quiet_from, quiet_to, outside) values ($1, $2, $3, $4)
         on conflict (person_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, outside = excluded.outside
         returning quiet_from as from, quiet_to as to, outside`,
        [personId, quiet.from, quiet.to, [...new Set(input.outside)]],
      );
      return { result: preferencesType(row as Row), subject: { kind: "PERSON", id: personId } };
    });
  }
}
