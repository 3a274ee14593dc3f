import { limitedColumns, type CommunitySetting, type WipLimits } from "./community-setting.ts";
import { ifChanged, whyNotConfigure, type SettingDecision } from "./record-setting.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

/** Largest limit of a column. */
export const mostInColumn = 9999;

/** 设置在办上限: how many open cases a column should hold at most, over all lanes. A limit warns and never stops a move. */
export function decideSetWipLimits(before: CommunitySetting, given: readonly { readonly column: string; readonly limit: number }[], facts: Facts): SettingDecision {
  const no = whyNotConfigure(before.communityCode, facts);
  if (no) return no;
  const columns = given.map(({ column }) => column);
  const known = columns.every((column, i) => (limitedColumns as readonly string[]).includes(column) && columns.indexOf(column) === i);
  if (!known || given.some(({ limit }) => !Number.isInteger(limit) || limit < 1 || limit > mostInColumn)) return refuse("WIP_LIMIT_WRONG", { most: mostInColumn }, "limits");
  const limitOf = new Map(given.map(({ column, limit }) => [column, limit]));
  // In the board's order, so that the same limits are the same value.
  const wipLimits = Object.fromEntries(limitedColumns.flatMap((column) => (limitOf.has(column) ? [[column, limitOf.get(column)]] : []))) as WipLimits;
  return ifChanged({ type: "WIP_LIMITS_SET", at: facts.now, payload: { wipLimits } }, before);
}
