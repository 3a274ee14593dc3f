/**
 * A moment: ISO 8601 in UTC with milliseconds, such as `2024-04-30T10:00:00.000Z`.
 * Text of one fixed width, so that it sorts, compares and survives JSON as it is.
 */
export type Instant = string;

/** A day on the calendar of Asia/Shanghai: `2024-04-30`. */
export type LocalDate = string;
