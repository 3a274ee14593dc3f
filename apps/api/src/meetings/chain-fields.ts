import type { Attendance } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ActionItemType, AgendaItemType, OptionType, PositionType, RecusalType, ResolutionType, StatementType, type ItemSource } from "./agenda-type.ts";
import { benchWords } from "./bench-words.ts";
import { actionItemType } from "./chain.ts";
import { attendanceType } from "./meeting-fields.ts";
import { agendaItemType, readItems } from "./meeting-read.ts";
import { AttendanceType } from "./meeting-type.ts";
import { PersonType } from "../access/person-type.ts";
import { CaseType } from "../cases/case-type.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { personOf } from "../people/person-of.ts";

/** Who on the bench; null where the meeting is out of the viewer's sight. */
async function seat(ctx: Context, { meeting }: ItemSource, id: string | null): Promise<AttendanceType | null> {
  const found: Attendance | undefined = meeting?.attendance.find((a) => a.id === id);
  return found ? attendanceType(ctx, found) : null;
}

const who = { nullable: true, description: "Who on the bench; null where the meeting is out of the viewer's sight.", complexity: 3 };

@Resolver(() => StatementType)
export class StatementFieldsResolver {
  @FieldResolver(() => AttendanceType, who)
  by(@Root() { source, of }: StatementType, @Ctx() ctx: Context): Promise<AttendanceType | null> {
    return seat(ctx, of, source.attendanceId);
  }
}

@Resolver(() => PositionType)
export class PositionFieldsResolver {
  @FieldResolver(() => AttendanceType, who)
  by(@Root() { source, of }: PositionType, @Ctx() ctx: Context): Promise<AttendanceType | null> {
    return seat(ctx, of, source.attendanceId);
  }
}

@Resolver(() => RecusalType)
export class RecusalFieldsResolver {
  @FieldResolver(() => AttendanceType, who)
  by(@Root() { source, of }: RecusalType, @Ctx() ctx: Context): Promise<AttendanceType | null> {
    return seat(ctx, of, source.attendanceId);
  }
}

@Resolver(() => OptionType)
export class OptionFieldsResolver {
  @FieldResolver(() => String, { description: "In words.", complexity: 2 })
  async words(@Root() { id }: OptionType, @Ctx() ctx: Context): Promise<string> {
    return (await benchWords(ctx, id)) ?? "";
  }

  @FieldResolver(() => AttendanceType, { ...who, description: "Who on the bench proposed it; null for one that was brought along, or where the meeting is out of the viewer's sight." })
  proposer(@Root() { source, of }: OptionType, @Ctx() ctx: Context): Promise<AttendanceType | null> {
    return seat(ctx, of, source.attendanceId);
  }

  @FieldResolver(() => AgendaItemType, { description: "The item it was proposed on.", complexity: ({ childComplexity }) => 1 + childComplexity })
  agendaItem(@Root() { of }: OptionType): AgendaItemType {
    return agendaItemType(of);
  }
}

@Resolver(() => ResolutionType)
export class ResolutionFieldsResolver {
  @FieldResolver(() => OptionType, { description: "The option that was agreed on.", complexity: ({ childComplexity }) => 1 + childComplexity })
  option(@Root() { source, of }: ResolutionType): OptionType {
    const found = of.item.options.find((o) => o.id === source.optionId);
    if (!found) throw new Error("A resolution names an option of its item");
    return { id: found.id, proposedBy: found.proposedBy, source: found, of };
  }

  @FieldResolver(() => [ActionItemType], { description: "What somebody took on for it, in order.", complexity: ({ childComplexity }) => 5 + 2 * childComplexity })
  actionItems(@Root() { of }: ResolutionType, @Ctx() ctx: Context): Promise<ActionItemType[]> {
    return Promise.all(of.item.actions.map((a) => actionItemType(ctx, a, of.item.id)));
  }

  @FieldResolver(() => AgendaItemType, { description: "The item that was resolved.", complexity: ({ childComplexity }) => 1 + childComplexity })
  agendaItem(@Root() { of }: ResolutionType): AgendaItemType {
    return agendaItemType(of);
  }
}

function itemLoader(ctx: Context): DataLoader<string, ItemSource | null> {
  return new DataLoader(async (ids) => {
    const items = await readItems(ctx.db, ctx.viewer, "id", ids);
    return ids.map((id) => items.find(({ item }) => item.id === id) ?? null);
  });
}

const itemOf = (ctx: Context, id: string): Promise<ItemSource | null> => requestLoader(ctx, "items-by-id", () => itemLoader(ctx)).load(id);

@Resolver(() => ActionItemType)
export class ActionItemFieldsResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: "Who took it on; null for residents together, or when the viewer may not know.", complexity: 2 })
  owner(@Root() { source }: ActionItemType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, source.ownerId);
  }

  @FieldResolver(() => ResolutionType, { nullable: true, description: "The resolution it belongs to; null for an owner who sees nothing else of it.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async resolution(@Root() { itemId }: ActionItemType, @Ctx() ctx: Context): Promise<ResolutionType | null> {
    const of = await itemOf(ctx, itemId);
    const resolution = of?.item.resolution;
    return of && resolution ? { rule: resolution.rule, tally: resolution.tally, at: resolution.at, source: resolution, of } : null;
  }

  @FieldResolver(() => AgendaItemType, { nullable: true, description: "The item it belongs to; null for an owner who sees nothing else of it.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async agendaItem(@Root() { itemId }: ActionItemType, @Ctx() ctx: Context): Promise<AgendaItemType | null> {
    const of = await itemOf(ctx, itemId);
    return of && agendaItemType(of);
  }
}

/** Items of many cases at once. */
function caseItemsLoader(ctx: Context): DataLoader<string, AgendaItemType[]> {
  return new DataLoader(async (ids) => {
    const items = await readItems(ctx.db, ctx.viewer, "case_id", ids);
    return ids.map((id) => items.filter(({ item }) => item.caseId === id).map(agendaItemType));
  });
}

@Resolver(() => CaseType)
export class CaseMeetingsResolver {
  @FieldResolver(() => [AgendaItemType], { description: "On which agendas it stood, the first one first; empty when masked.", complexity: ({ childComplexity }) => 10 + 2 * childComplexity })
  async agendaItems(@Root() c: CaseType, @Ctx() ctx: Context): Promise<AgendaItemType[]> {
    return c.visibility === "WHOLE" ? requestLoader(ctx, "case-agenda-items", () => caseItemsLoader(ctx)).load(c.id) : [];
  }
}
