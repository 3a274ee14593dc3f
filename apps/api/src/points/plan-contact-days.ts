import { contactRuleKinds, decidePlanContactDays, isRefusal, mayIn, pointAreaProblem, recordContactDay, refuse, type ContactRule } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { readContactDays } from "./contact-day-query.ts";
import { contactDaysFrom, lockPlans, storeContactDay } from "./contact-day-store.ts";
import { ContactDayType } from "./contact-day-type.ts";
import { SpokenPlaceInput, spokenPlaceOf } from "./spoken-place.ts";
import { perform, type Act } from "../cases/act.ts";
import { enumOf } from "../cases/case-enums.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";
import { peopleExist } from "../people/standing.ts";

const ContactRuleKindEnum = enumOf(
  "ContactRuleKind",
  contactRuleKinds,
  "How contact days come round. ONCE: on the first day of the plan alone. WEEKLY: `weekday`, each `everyWeeks` weeks. MONTHLY_WEEKDAY: the `nth` `weekday` of each month. MONTHLY_DAY: `day` of each month.",
);

@InputType({ description: "How contact days come round; each kind reads the fields it needs. A day on which nobody works is moved to the next working day." })
export class ContactRuleInput {
  @Field(() => ContactRuleKindEnum, { description: "By what." })
  kind!: ContactRule["kind"];

  @Field(() => Int, { nullable: true, description: "Monday is 1, Sunday 7." })
  weekday?: number | null;

  @Field(() => Int, { nullable: true, description: "1 each week, 2 each second week." })
  everyWeeks?: number | null;

  @Field(() => Int, { nullable: true, description: "1 the first to 4 the fourth, 5 the last." })
  nth?: number | null;

  @Field(() => Int, { nullable: true, description: "Day of the month; the last one in a month that is shorter." })
  day?: number | null;
}

@InputType({ description: "Input of planContactDays." })
export class PlanContactDaysInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The grid or community they are for." })
  areaCode!: string;

  @Field(() => ContactRuleInput, { description: "How they come round." })
  rule!: ContactRuleInput;

  @Field(() => LocalDateScalar, { description: "First day of the plan; may lie in the past." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last day of the plan, at most 366 days on." })
  until!: string;

  @Field(() => String, { description: "When each begins, such as 09:00." })
  startsAt!: string;

  @Field(() => String, { description: "When each ends, such as 11:00." })
  endsAt!: string;

  @Field(() => SpokenPlaceInput, { description: "Where." })
  place!: SpokenPlaceInput;

  @Field(() => ID, { description: "Who is there." })
  dutyOfficerId!: string;
}

@ObjectType({ description: "Answer of planContactDays: the contact days, or the refusal." })
export class PlanContactDaysPayload {
  @Field(() => [ContactDayType], { nullable: true, description: "All contact days of that area and place from the first to the last day of the plan, as they are now; at most 60. Null when refused." })
  contactDays!: ContactDayType[] | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was planned; null when it was." })
  refusal!: RefusalType | null;
}

/** More than a plan of a year, week by week, gives. */
const MOST_DAYS = 60;

/** What is missing counts as 0, which no rule takes. */
function ruleOf({ kind, weekday, everyWeeks, nth, day }: ContactRuleInput): ContactRule {
  switch (kind) {
    case "ONCE":
      return { kind };
    case "WEEKLY":
      return { kind, weekday: weekday ?? 0, everyWeeks: everyWeeks ?? 1 };
    case "MONTHLY_WEEKDAY":
      return { kind, nth: nth ?? 0, weekday: weekday ?? 0 };
    case "MONTHLY_DAY":
      return { kind, day: day ?? 0 };
  }
}

async function plan(act: Act, input: PlanContactDaysInput): Promise<string> {
  const { client, facts } = act;
  const { areaCode, from, until, startsAt, endsAt } = input;
  const wrong = pointAreaProblem(areaCode);
  if (wrong) return act.refuse(wrong);
  // Who may not plan is not told what exists there.
  if (!mayIn(facts.viewer, "KEEP_POINTS", areaCode)) return act.refuse(refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" }));
  const place = await spokenPlaceOf(client, areaCode, input.place);
  if (place === undefined) return act.refuse(refuse("UNKNOWN_PLACE", {}, "place"));
  const dutyOfficerId = input.dutyOfficerId.toLowerCase();
  if (!(await peopleExist(client, facts.viewer, [dutyOfficerId]))) return act.refuse(refuse("UNKNOWN_PERSON", {}, "dutyOfficerId"));
  await lockPlans(client, areaCode);
  const decision = decidePlanContactDays(await contactDaysFrom(client, areaCode, from), { areaCode, rule: ruleOf(input.rule), from, until, startsAt, endsAt, place, dutyOfficerId }, facts);
  if (isRefusal(decision)) return act.refuse(decision);
  const ids = decision.map(() => uuidv7());
  for (const [i, body] of decision.entries()) await storeContactDay(client, recordContactDay(null, ids[i] as string, body, facts));
  return ids[0] as string;
}

@Resolver()
export class PlanContactDays {
  @Mutation(() => PlanContactDaysPayload, { description: "安排联系日: a rule becomes days until a date. Planning twice plans once; a cancelled day does not come back." })
  async planContactDays(@Arg("input", () => PlanContactDaysInput, { description: "What is asked for." }) input: PlanContactDaysInput, @Ctx() ctx: Context): Promise<PlanContactDaysPayload> {
    const done = await perform(ctx, { verb: "planContactDays", input, on: [], about: "CONTACT_DAY" }, (act) => plan(act, input));
    if (isRefusal(done)) return { contactDays: null, refusal: refusalType(done, ctx.language) };
    const contactDays = await readContactDays(ctx, {
      limit: MOST_DAYS,
      where: (q) => {
        const [first, last] = [q.bind(input.from, "date"), q.bind(input.until, "date")];
        return `x.area_code = ${q.bind(input.areaCode)} and x.place_words = ${q.bind(input.place.words.trim())} and coalesce(x.moved_from, x.date) between ${first} and ${last}`;
      },
    });
    return { contactDays, refusal: null };
  }
}
