import { isLocalDate, type Instant, type LocalDate } from "@bandeng/domain";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A year of the lives and papers that communities deal with: PostgreSQL has no year 0, and nobody has the year 9999. */
const isYear = (year: number): boolean => year >= 1800 && year < 3000;

function parseMoment(value: unknown): Instant {
  const moment = typeof value === "string" && shape.test(value) ? new Date(value) : null;
  if (!moment || !isYear(moment.getUTCFullYear())) throw new GraphQLError("DateTime wants ISO 8601 with an offset, such as 2024-04-30T18:00:00+08:00");
  return moment.toISOString();
}

function parseDay(value: unknown): LocalDate {
  if (typeof value !== "string" || !isLocalDate(value) || !isYear(Number(value.slice(0, 4)))) throw new GraphQLError("LocalDate wants a day, such as 2024-04-30");
  return value;
}

/** A moment. Taken with any offset, given in UTC with milliseconds: the domain's Instant. */
export const DateTime = new GraphQLScalarType({
  name: "DateTime",
  description: "A moment, ISO 8601. Given in UTC with milliseconds (2024-04-30T10:00:00.000Z), taken with any offset.",
  serialize: parseMoment,
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : null),
});

/** A day on the calendar of Asia/Shanghai. */
export const LocalDateScalar = new GraphQLScalarType({
  name: "LocalDate",
  description: "A day on the calendar of Asia/Shanghai, YYYY-MM-DD.",
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});
