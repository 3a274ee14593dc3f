import { areaRange, areasWith } from "@bandeng/domain";
import type DataLoader from "dataloader";
import { GraphQLError } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { readCheck } from "./audit-check.ts";
import { AuditConnection, AuditFilter, AuditRowType, AuditVerificationType } from "./audit-type.ts";
import { PersonType } from "../access/person-type.ts";
import { conditions, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personLoader } from "../people/person-loader.ts";

const COLUMNS = `a.id, a.at, a.person_id as "personId", a.action, a.outcome, a.code,
  case when a.subject_id is null then null else json_build_object('kind', a.subject_kind, 'id', a.subject_id) end as subject,
  a.address, a.request_id as "requestId", a.reason, encode(a.before_hash, 'hex') as before, encode(a.after_hash, 'hex') as after, l.position`;

function filterParts(q: Statement, { personId, action, outcome, subjectKind, subjectId, from, to }: AuditFilter): string[] {
  const parts: string[] = [];
  // What is no id is nobody's.
  if (personId != null) parts.push(isUuid(personId) ? `a.person_id = ${q.bind(personId, "uuid")}` : "false");
  if (action != null) parts.push(`a.action = ${q.bind(action)}`);
  if (outcome != null) parts.push(`a.outcome = ${q.bind(outcome)}`);
  if (subjectKind != null) parts.push(`a.subject_kind = ${q.bind(subjectKind)}`);
  if (subjectId != null) parts.push(`a.subject_id = ${q.bind(subjectId)}`);
  if (from != null) parts.push(`a.at >= ${q.bind(from, "timestamptz")}`);
  if (to != null) parts.push(`a.at < ${q.bind(to, "timestamptz")}`);
  return parts;
}

/** Reading the audit leaves no row in it: it would never come to an end. */
@Resolver(() => AuditRowType)
export class AuditResolver {
  @Query(() => AuditConnection, {
    description: "Who did what to which record, from where, in areas where the viewer reads the audit (READ_AUDIT), the latest first. FORBIDDEN where that is nowhere. What belongs to no area, a sign-in under a name that does not exist, everybody with that right reads.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10),
  })
  async audit(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("filter", () => AuditFilter, { nullable: true, description: "Which rows; all when absent." }) filter: AuditFilter | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<AuditConnection> {
    if (areasWith(ctx.viewer, "READ_AUDIT").length === 0) {
      throw new GraphQLError(ctx.language === "en" ? "Only administrators read the audit" : "只有系统管理员可以查看审计记录", { extensions: { code: "FORBIDDEN" } });
    }
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const asked = q.bind(`{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`, "int8multirange");
    const nowhere = conditions.on ? "a.area_no is null or" : "";
    const parts = [
      `(a.area_no is null or a.area_no <@ ${asked})`,
      `(${nowhere} ${withinReach(q, ctx.viewer, "admin", "a.area_no")})`,
      ...filterParts(q, filter ?? {}),
    ];
    if (cursor) parts.push(`(a.at, a.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<AuditRowType & Record<string, unknown>>(
      ctx.db,
      `select ${COLUMNS} from audit a left join audit_link l on l.audit_id = a.id where ${parts.join(" and ")} order by a.at desc, a.id desc limit ${q.bind(checkFirst(first) + 1, "int")}`,
    );
    const nodes = rows.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.at, last.id) : null } };
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who, as far as the viewer knows them; null for nobody, and for somebody who was erased.", complexity: ({ childComplexity }) => 1 + childComplexity })
  async person(@Root() row: AuditRowType, @Ctx() ctx: Context): Promise<PersonType | null> {
    if (row.personId === null) return null;
    const loader = (ctx.loaders.get("auditPerson") as DataLoader<string, PersonType | null> | undefined) ?? personLoader(ctx.db, ctx.viewer);
    ctx.loaders.set("auditPerson", loader);
    return loader.load(row.personId);
  }
}

@Resolver(() => AuditConnection)
export class AuditConnectionResolver {
  @FieldResolver(() => AuditVerificationType, { nullable: true, description: "How far the running server has verified the chain; null before the first time." })
  async verifiedUpTo(@Ctx() { db }: Context): Promise<AuditVerificationType | null> {
    return readCheck(db);
  }
}
