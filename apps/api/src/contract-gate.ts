import { BreakingChangeType, findBreakingChanges, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type BreakingChange, type GraphQLSchema } from "graphql";

/** What is taken away was announced for so long: docs/changes.en.md. */
const NOTICE_MONTHS = 3;

/** `2026-08-01: use …`: since when it has been announced, and what takes its place. */
const ANNOUNCED = /^(\d{4}-\d{2}-\d{2}): \S/;

/**
 * What breaks programs that were written for the released contract, and was not announced three months before by `@deprecated` with
 * a date. Additions break nothing.
 *
 * @param today `2026-11-23`
 */
export function unannouncedChanges(released: GraphQLSchema, present: GraphQLSchema, today: string): string[] {
  const changes = findBreakingChanges(released, present);
  return changes.filter((change) => !wasAnnounced(released, change, today)).map(({ type, description }) => `${type}: ${description}`);
}

/** Deprecated members whose reason does not say since when: nobody could tell when they may go. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  const members = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith("__")).flatMap((name) => membersOf(schema, name));
  return members.filter(({ deprecationReason: reason }) => reason != null && !ANNOUNCED.test(reason)).map(({ place }) => place);
}

function wasAnnounced(released: GraphQLSchema, { type, description }: BreakingChange, today: string): boolean {
  const place = removedPlace(type, description);
  if (place === undefined) return false;
  const member = membersOf(released, place.split(/[.(]/, 1)[0] ?? "").find((each) => each.place === place);
  const since = ANNOUNCED.exec(member?.deprecationReason ?? "")?.[1];
  return since !== undefined && monthsAfter(since, NOTICE_MONTHS) <= today;
}

/** Which member a change took away; undefined for every other kind of change, which no notice makes good. */
function removedPlace(type: string, description: string): string | undefined {
  if (type === BreakingChangeType.FIELD_REMOVED) return /^(\w+\.\w+) was removed\.$/.exec(description)?.[1];
  if (type === BreakingChangeType.VALUE_REMOVED_FROM_ENUM) return description.replace(/^(\w+) was removed from enum type (\w+)\.$/, "$2.$1");
  if (type === BreakingChangeType.ARG_REMOVED) return description.replace(/^(\w+\.\w+) arg (\w+) was removed\.$/, "$1($2)");
  return undefined;
}

interface Member {
  readonly place: string;
  readonly deprecationReason: string | null | undefined;
}

function membersOf(schema: GraphQLSchema, name: string): Member[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => ({ place: `${name}.${value.name}`, deprecationReason: value.deprecationReason }));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => ({ place: `${name}.${field.name}`, deprecationReason: field.deprecationReason }));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { place: `${name}.${field.name}`, deprecationReason: field.deprecationReason },
    ...field.args.map((arg) => ({ place: `${name}.${field.name}(${arg.name})`, deprecationReason: arg.deprecationReason })),
  ]);
}

function monthsAfter(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}
