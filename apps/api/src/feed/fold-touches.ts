import type { Pool } from "pg";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/**
 * Rows of one area become one, with all their touches: the sum stays what it is, so no stamp changes by it. Taken are rows of
 * transactions that are over and before which none can still appear, and those of a restored copy, which counted its
 * transactions elsewhere and is ahead of this one (as in feed/sequencer.ts). What two instances both want, one of them gets.
 */
const FOLD = `
  with old as materialized (select area_no, xid from board_touch where xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot())),
  many as materialized (select area_no from old group by area_no having count(*) > 1),
  gone as (delete from board_touch t using old, many where t.area_no = old.area_no and t.xid = old.xid and many.area_no = old.area_no returning t.area_no, t.touches),
  kept as (insert into board_touch as kept (area_no, touches) select area_no, sum(touches) from gone group by area_no
    on conflict (area_no, xid) do update set touches = kept.touches + excluded.touches returning area_no)
  select (select count(*)::int from gone) as gone, (select count(*)::int from kept) as kept`;

/**
 * Folds the rows of `board_touch` that nobody needs apart, so that reading a stamp costs what an area has grids and not what
 * happened in it. Any number of instances may call it at once. @returns how many rows fewer there are
 */
export async function foldTouches(pool: Pool): Promise<number> {
  const [row] = await transaction(pool, systemScope, (client) => run<{ gone: number; kept: number }>(client, FOLD));
  return row === undefined ? 0 : row.gone - row.kept;
}
