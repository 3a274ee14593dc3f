import { parseDate } from "@internationalized/date";
