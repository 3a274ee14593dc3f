/**
 * What the limit program asks: one statement a request, written by hand for these tables, that returns the text of the
 * answer. No row level security, no scope, no language, no masks. Mercurius gets the same statements.
 */

const levels = "'{BUILDING,COMPOUND,COMMUNITY,STREET,DISTRICT}'::text[]";
const statuses = "'{COLLECTED,ACCEPTED,DELIBERATING,IN_PROGRESS,ON_HOLD,RESOLVED,CLOSED,DECLINED,MERGED,WITHDRAWN}'::text[]";
const severities = "'{LOW,NORMAL,HIGH,SAFETY}'::text[]";
const columns = "'{INTAKE,BUILDING,COMPOUND,COMMUNITY,REFERRED_UP,CALL_BACK,CLOSED}'::text[]";

/** The fields of a card, under the names of the contract, of a row `c`. */
const card = `c.id, c.no, c.version, 'WHOLE' as visibility, c.title, c.kind, c.category, c.grid_code as "gridCode", grid.name as "gridName",
  (${severities})[c.severity] as severity, c.tags, (${statuses})[c.status] as status, (${levels})[c.level] as level, (${levels})[c.max_level] as "maxLevel",
  (${columns})[c.board_column] as "boardColumn", case when c.lead_id is null then null else json_build_object('id', c.lead_id, 'name', lead.display_name) end as lead,
  c.lead_ids as "leadIds", c.recorded_by as "recordedById", c.supporters, c.reopen_count as "reopenCount", c.project_id as "projectId", project.no as "projectNo",
  c.state->'pendingAsk' as "pendingAsk", c.due, c.board_at < now() as overdue, c.state->'onSiteDueAt' as "onSiteDueAt", c.collected_at as "collectedAt",
  c.closed_at as "closedAt", c.state->'appealed' as appealed, c.state->'supervised' as supervised,
  json_build_object('compoundId', c.compound_id, 'compoundName', compound.name, 'buildingId', c.building_id, 'buildingAddress', building.address, 'unitId', c.unit_id, 'unitNo', unit.no) as place`;

const joins = `left join person lead on lead.id = c.lead_id left join building on building.id = c.building_id left join compound on compound.id = c.compound_id
  left join unit on unit.id = c.unit_id left join area grid on grid.code = c.grid_code left join secretary_project project on project.id = c.project_id`;

/** A column of `cases` that leads an index of the board. */
export type AreaKey = "area_no" | "community_no" | "district_no";

/** $1 the area's number; of a board over `several` their list, all of one kind. */
export function boardSql(key: AreaKey, several = false): string {
  const from = several ? "unnest($1::bigint[]) as k(no)" : "(values ($1::bigint)) as k(no)";
  const list = (where: string, order: string): string => `select coalesce(json_agg(row_to_json(t)), '[]') as nodes from (select ${card} from (
      select x.* from ${from} cross join lateral (select * from cases c where c.${key} = k.no and ${where} order by ${order} limit 30) x order by ${order} limit 30) c ${joins} order by ${order.replaceAll(/board_at|closed_at|id/g, "c.$&")}) t`;
  const open = "c.board_column = col.n and c.board_column < 7";
  const closed = "c.board_column = 7 and c.closed_at >= now() - interval '30 days'";
  return `select json_build_object('board', json_build_object('columns', json_agg(json_build_object('column', (${columns})[b.n], 'total', b.total, 'overdue', b.overdue, 'cards', json_build_object('nodes', b.nodes)) order by b.n)))::text as answer
    from (
      select col.n, numbers.total, numbers.overdue, cards.nodes from generate_series(1, 6) as col(n)
      cross join lateral (select count(*) as total, count(*) filter (where c.board_at < now()) as overdue from ${from} join cases c on c.${key} = k.no and ${open}) numbers
      cross join lateral (${list(open, "board_at, id")}) cards
      union all
      select 7, numbers.total, 0, cards.nodes from (select count(*) as total from ${from} join cases c on c.${key} = k.no and ${closed}) numbers
      cross join lateral (${list(closed, "closed_at desc, id desc")}) cards
    ) b`;
}

/** $1 the grid's number, $2 the column (1 to 6), $3 and $4 where the page before ended. */
export const nextSql = `select json_build_object('cases', json_build_object('nodes', coalesce(json_agg(row_to_json(t)), '[]')))::text as answer from (select ${card} from (
  select * from cases c where c.area_no = $1 and c.board_column = $2 and c.board_column < 7 and (c.board_at, c.id) > ($3::timestamptz, $4::uuid) order by c.board_at, c.id limit 30) c ${joins} order by c.board_at, c.id) t`;

/** $1 the community's number, $2 and $3 where the page before ended. */
export const pageSql = `select json_build_object('cases', json_build_object('nodes', coalesce(json_agg(row_to_json(t)), '[]')))::text as answer from (select ${card}, c.updated_at as "updatedAt" from (
  select * from cases c where c.community_no = $1 and (c.updated_at, c.id) > ($2::timestamptz, $3::uuid) order by c.updated_at, c.id limit 100) c ${joins} order by c.updated_at, c.id) t`;

/** $1 the case. */
export const detailSql = `select json_build_object('case', (select row_to_json(t) from (select ${card}, c.updated_at as "updatedAt", (
    select coalesce(json_agg(row_to_json(h)), '[]') from (
      select e.id, e.seq, e.type, e.at, e.recorded_at as "recordedAt", case when e.actor_id is null then null else json_build_object('id', e.actor_id, 'name', a.display_name) end as actor,
        e.payload::text as payload, w.words, e.due
      from event e left join person a on a.id = e.actor_id left join event_words w on w.event_id = e.id where e.stream_id = $1::uuid order by e.seq desc limit 20) h) as events
  from cases c ${joins} where c.id = $1::uuid) t))::text as answer`;

/** $1 the place after which the page begins. Disputes below the district are not an officer's to see. */
export const feedSql = `select json_build_object('changes', json_build_object('changes', coalesce(json_agg(row_to_json(t)), '[]')))::text as answer from (
  select e.position, e.stream_kind as subject, e.stream_id as id, e.seq as version, e.type, c.grid_code as "areaCode", e.at, e.recorded_at as "recordedAt", e.actor_id as "actorId", e.payload::text as payload
  from event e join cases c on c.id = e.stream_id where e.position > $1::bigint and (c.kind <> 'DISPUTE' or c.level = 5) order by e.position limit 100) t`;

/** $1 the case, $2 its version, $3 who. Version check, move and event in one statement; the answer is empty where the version was another. */
export const escalateSql = `with moved as (
    update cases set version = version + 1, level = level + 1, max_level = greatest(max_level, level + 1), board_column = board_column + 1, updated_at = now()
    where id = $1::uuid and version = $2::int and board_column in (2, 3) returning id, version, level, board_column, area_no),
  told as (insert into event (id, stream_kind, stream_id, seq, type, payload, actor_id, at, recorded_at, area_no)
    select gen_random_uuid(), 'CASE', id, version, 'ESCALATED', jsonb_build_object('to', level), $3::uuid, now(), now(), area_no from moved)
  select coalesce((select json_build_object('escalateCase', json_build_object('case', json_build_object('id', id, 'version', version, 'level', (${levels})[level], 'boardColumn', (${columns})[board_column]), 'refusal', null)) from moved),
    json_build_object('escalateCase', json_build_object('case', null, 'refusal', json_build_object('code', 'CONFLICT'))))::text as answer`;

/** $1 the case, $2 its version, $3 who, $4 the words: what somebody noted, without moving anything. */
export const commentSql = `with noted as (update cases set version = version + 1, updated_at = now() where id = $1::uuid and version = $2::int returning id, version, area_no),
  told as (insert into event (id, stream_kind, stream_id, seq, type, payload, actor_id, at, recorded_at, area_no)
    select gen_random_uuid(), 'CASE', id, version, 'CONTACTED', '{}', $3::uuid, now(), now(), area_no from noted returning id),
  words as (insert into event_words (event_id, words) select id, $4 from told)
  select json_build_object('recordContact', json_build_object('case', (select json_build_object('id', id, 'version', version) from noted), 'refusal', case when exists (select from noted) then null else json_build_object('code', 'CONFLICT') end))::text as answer`;

/** $1 the community's number, $2 and $3 the year: a raw scan of what was closed in it. */
export const yearSql = `select coalesce(json_agg(row_to_json(t)), '[]')::text as answer from (
  select level, status, kind, count(*) from cases where community_no = $1 and closed_at >= $2::date and closed_at < $3::date group by 1, 2, 3 order by 1, 2, 3) t`;

/** Every statement by the path that asks it. */
export const limitStatements: Readonly<Record<string, string>> = {
  "board-grid": boardSql("area_no"),
  "board-grids": boardSql("area_no", true),
  "board-community": boardSql("community_no"),
  "board-district": boardSql("district_no"),
  next: nextSql,
  page: pageSql,
  detail: detailSql,
  feed: feedSql,
  escalate: escalateSql,
  comment: commentSql,
  year: yearSql,
};
