import { uuidv7 } from "uuidv7";
import type { Step } from "./whole-life.ts";
import { community, type TestCommunity } from "../testing/community.ts";

/** The mutations on publications, each taking effect once, in the life of two notices; the project of the life before hangs too. */
export function publicationsLife(api: TestCommunity): readonly Step[] {
  const { pool } = api;
  const step = (as: Step["as"], mutation: string, prepare: () => Record<string, unknown> | Promise<Record<string, unknown>>): Step => ({ as, mutation, prepare: async () => ({ input: await prepare() }) });
  const notice = { title: "值班安排", body: "节日期间有人值班。", days: 3, takesComments: true, photoIds: [] };
  const on = async (more: object = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select id, version from publication where kind = 'NOTICE' order by id desc limit 1");
    return { id: rows[0].id, expectedVersion: rows[0].version, ...more };
  };
  /** As a resident, without an account. */
  const said = async (kind: string, id: unknown): Promise<string> => {
    const commentId = uuidv7();
    await fetch(`${api.url}/api/board/${community}/${String(id)}/comments`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: commentId, kind, words: "挡着路了" }) });
    return commentId;
  };
  const onComment = async (more: object = {}): Promise<Record<string, unknown>> => {
    const { id } = await on();
    const commentId = await said("COMMENT", id);
    return on({ commentId, ...more });
  };
  /** A project on the board, as rows: it is there long after its publicity. */
  const onProject = async (): Promise<Record<string, unknown>> => {
    const { rows: [project] } = await pool.query("select id, project ->> 'state' as state from secretary_project order by id limit 1");
    await pool.query(`update secretary_project set state = 'PUBLICISED', project = project || '{"state": "PUBLICISED"}' where id = $1`, [project.id]);
    const id = uuidv7();
    const now = await api.clock.now(api.pool);
    const state = { id, version: 1, kind: "PROJECT", subjectId: project.id, areaCode: community, days: null, takesComments: true, photoIds: [], draftedBy: api.people.zhou, state: "PUBLISHED", publishedAt: now, until: null, takenDownAt: null, comments: [] };
    await pool.query(
      `insert into publication (id, version, kind, subject_id, area_code, area_no, state, title, body, waiting, published_at, updated_at, publication)
       values ($1, 1, 'PROJECT', $2, $3, 340802001007000, 'PUBLISHED', '项目公示', '装架子', 0, $4, $4, $5)`,
      [id, project.id, community, now, JSON.stringify(state)],
    );
    const commentId = await said("OBJECTION", id);
    const { rows } = await pool.query("select version from publication where id = $1", [id]);
    return { id, expectedVersion: rows[0].version, commentId };
  };
  return [
    step("zhou", "draftPublication", () => ({ kind: "NOTICE", areaCode: community, ...notice })),
    step("zhou", "amendPublication", () => on({ ...notice, title: "值班安排（改）", body: "节日期间每天有人值班。", days: 5, takesComments: true })),
    step("zhou", "publishPublication", () => on()),
    step("zhou", "showComment", () => onComment()),
    step("zhou", "hideComment", () => onComment({ reason: "骂人" })),
    step("zhou", "answerComment", () => onComment({ answer: "已请人去看" })),
    step("zhou", "takeDownPublication", () => on({ reason: "日期有误" })),
    step("zhou", "takeUpObjection", onProject),
  ];
}
