import { kindsOf, noticeSentence, topicOf, type NoticedCase, type NoticeTopic } from "@bandeng/domain";
import type DataLoader from "dataloader";
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { NoticeArgs, NoticeConnection, NoticeSubjectType, NoticeTopicEnum, NoticeType } from "./notice-type.ts";
import { PersonType } from "../access/person-type.ts";
import { conditions } from "../access/scope.ts";
import type { SeenCase } from "../cases/card.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { seenCaseOf } from "../cases/seen-case.ts";
import { Statement, type Runner } from "../database/statement.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personLoader } from "../people/person-loader.ts";
import { readProject } from "../projects/project-read.ts";
import { noticedWebhook } from "../webhooks/webhook-name.ts";

const COLUMNS = `n.id, n.kind, n.at, n.read_at as "readAt", n.moment, n.urgent, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.case_id as "caseId", n.by_id as "byId"`;

/** Nobody counts further. */
const COUNT_LIMIT = 100;

/** Only one's own: the condition beside row level security. */
export function ownNotices(q: Statement, personId: string): string {
  return conditions.on ? `n.person_id = ${q.bind(personId, "uuid")}` : "true";
}

/** How many notices somebody has not read, 100 at most. */
export async function countUnread(runner: Runner, personId: string): Promise<number> {
  const q = new Statement();
  const own = ownNotices(q, personId);
  const [row] = await q.run<{ count: number }>(runner, `select count(*)::int as count from (select from notice n where ${own} and n.read_at is null limit ${q.bind(COUNT_LIMIT, "int")}) t`);
  return row?.count ?? 0;
}

/** What loads with several notices at once, by request. */
function loader<V>(ctx: Context, name: string, make: () => DataLoader<string, V>): DataLoader<string, V> {
  const found = (ctx.loaders.get(name) as DataLoader<string, V> | undefined) ?? make();
  ctx.loaders.set(name, found);
  return found;
}

@Resolver(() => NoticeType)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description: "What the viewer is told of, the latest first. Nobody sees another's.",
    complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20),
  })
  async notices(@Args(() => NoticeArgs) { first, after, unread, topics }: NoticeArgs, @Ctx() ctx: Context): Promise<NoticeConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const parts = [ownNotices(q, ctx.viewer.personId)];
    if (unread) parts.push("n.read_at is null");
    if (topics != null) parts.push(`n.kind = any(${q.bind(kindsOf(topics), "text[]")})`);
    if (cursor) parts.push(`(n.at, n.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<NoticeType & Record<string, unknown>>(
      ctx.db,
      `select ${COLUMNS} from notice n where ${parts.join(" and ")} order by n.at desc, n.id desc limit ${q.bind(checkFirst(first) + 1, "int")}`,
    );
    const nodes = rows.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.at, last.id) : null } };
  }

  @Query(() => Int, { description: "How many notices the viewer has not read, 100 at most." })
  unreadNotices(@Ctx() { db, viewer }: Context): Promise<number> {
    return countUnread(db, viewer.personId);
  }

  @FieldResolver(() => NoticeTopicEnum, { description: "What it is about." })
  topic(@Root() { kind }: NoticeType): NoticeTopic {
    return topicOf(kind);
  }

  @FieldResolver(() => String, { description: "What it says, in zh or en by Accept-Language, of what the viewer sees now: of a dispute its number, of what is out of sight that it is confidential.", complexity: 2 })
  async sentence(@Root() notice: NoticeType, @Ctx() ctx: Context): Promise<string> {
    const about = notice.subjectKind === "PROJECT" ? await seenProject(notice, ctx) : notice.subjectKind === "WEBHOOK" ? await noticedWebhook(ctx, notice.subjectId) : aboutOf(notice, await seenCase(notice, ctx));
    return noticeSentence(notice.kind, about, notice.moment, ctx.language);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The case it hangs on, as the viewer sees it; null when there is none, or none in sight.", complexity: ({ childComplexity }) => 2 + childComplexity })
  async case(@Root() notice: NoticeType, @Ctx() ctx: Context): Promise<CaseType | null> {
    const seen = await seenCase(notice, ctx);
    return seen && caseType(seen);
  }

  @FieldResolver(() => NoticeSubjectType, { nullable: true, description: "What it leads to; null when that hangs on a case that is out of sight." })
  async subject(@Root() notice: NoticeType, @Ctx() ctx: Context): Promise<NoticeSubjectType | null> {
    const { subjectKind: kind, subjectId: id, caseId } = notice;
    // To a meeting people are asked whether they see the case on its agenda or not.
    return caseId === null || kind === "MEETING" || (await seenCase(notice, ctx)) !== null ? { kind, id } : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who did it, as far as the viewer knows them; null when the program did.", complexity: ({ childComplexity }) => 1 + childComplexity })
  async by(@Root() { byId }: NoticeType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return byId === null ? null : loader<PersonType | null>(ctx, "noticedBy", () => personLoader(ctx.db, ctx.viewer)).load(byId);
  }
}

/** A project by its title and number, as long as the viewer sees it. */
async function seenProject({ subjectId }: NoticeType, ctx: Context): Promise<NoticedCase> {
  const project = await readProject(ctx, subjectId);
  return project === null ? null : { visibility: "WHOLE", no: project.no, title: project.title };
}

function aboutOf({ caseId }: NoticeType, seen: SeenCase | null): NoticedCase {
  if (caseId === null) return null;
  return seen === null ? { visibility: "NONE", no: "", title: "" } : { visibility: seen.seen, no: seen.card.no, title: seen.card.title };
}

async function seenCase({ caseId }: NoticeType, ctx: Context): Promise<SeenCase | null> {
  return caseId === null ? null : seenCaseOf(ctx, caseId);
}
