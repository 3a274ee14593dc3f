import { areaOfNumber, inForce, localDateOf, mayIn, type Role } from "@bandeng/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { AccountInList } from "../access/accounts.ts";
import { withinReach } from "../access/scope.ts";
import { RoleEnum } from "../access/viewer-type.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";

@ObjectType("RoleHeld", { description: "A role somebody holds, held or will hold, in an area and on its days." })
export class RoleHeldType {
  @Field(() => ID, { description: "The assignment." })
  id!: string;

  @Field(() => RoleEnum, { description: "The role." })
  role!: Role;

  @Field(() => ID, { description: "Code of its area." })
  areaCode!: string;

  @Field(() => String, { description: "Name of its area." })
  areaName!: string;

  @Field(() => LocalDateScalar, { description: "First day." })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day; null until further notice." })
  to!: string | null;

  @Field(() => Boolean, { description: "Whether it is in force today." })
  inForce!: boolean;

  @Field(() => String, { nullable: true, description: "The building of a building head, the department of a liaison; null for every other role." })
  of!: string | null;

  @Field(() => ID, { nullable: true, description: "The assignment it stands in for during a leave; null for a role of one's own." })
  standsInFor!: string | null;

  @Field(() => String, { nullable: true, description: "Who is on leave, by name; null for a role of one's own." })
  standsInForName!: string | null;
}

const accountStates = ["INVITED", "ACTIVE", "DISABLED"] as const;
type AccountState = (typeof accountStates)[number];
const AccountStateEnum = Object.fromEntries(accountStates.map((s) => [s, s])) as { [S in AccountState]: S };
registerEnumType(AccountStateEnum, {
  name: "AccountState",
  description: "INVITED: nobody has chosen a password yet, or a reset waits for its link. ACTIVE. DISABLED: nobody signs in with it.",
});

@ObjectType("Account", { description: "What somebody signs in with." })
export class AccountType {
  @Field(() => String, { description: "User name." })
  username!: string;

  @Field(() => AccountStateEnum, { description: "What can be done with it." })
  state!: AccountState;

  @Field(() => DateTime, { nullable: true, description: "The last sign-in; null when there was none." })
  lastSignInAt!: string | null;

  @Field(() => Boolean, { description: "Whether a second factor is set up." })
  secondFactor!: boolean;

  @Field(() => DateTime, { nullable: true, description: "Locked after failed attempts until then; null when it is not." })
  lockedUntil!: string | null;
}

@ObjectType("PersonRecord", { description: "Somebody who works, worked or will work in an area, with all roles." })
export class PersonRecordType {
  @Field(() => ID, { description: "The person." })
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => ID, { description: "Code of the area they belong to." })
  areaCode!: string;

  @Field(() => [RoleHeldType], { description: "Roles, those in force first, then by their first day; past ones too." })
  roles!: RoleHeldType[];

  @Field(() => AccountType, { nullable: true, description: "The account; null when there is none, or where accounts are not the viewer's to keep." })
  account!: AccountType | null;
}

function accountType({ username, state, disabled, lastSignInAt, secondFactor, lockedUntil }: AccountInList): AccountType {
  return { username, state: disabled ? "DISABLED" : state, lastSignInAt, secondFactor, lockedUntil };
}

interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly area_no: number;
  readonly roles: readonly Omit<RoleHeldType, "inForce">[] | null;
}

/** What a list of people is narrowed to. */
export interface RecordsWanted {
  /** Condition on the row `p`, given the statement. */
  readonly where: (q: Statement) => string;
  readonly limit: number;
}

/** People with their roles, by name; roles outside the viewer's district are not his to see. */
export async function readRecords(ctx: Context, { where, limit }: RecordsWanted): Promise<PersonRecordType[]> {
  const q = new Statement();
  const known = withinReach(q, ctx.viewer, "near", "r.area_no");
  const rows = await q.run<{ record: RecordRow }>(
    ctx.db,
    `select json_build_object('id', p.id, 'name', p.display_name, 'area_no', p.area_no, 'roles', (
         select json_agg(json_build_object('id', r.id, 'role', r.role, 'areaCode', r.area_code, 'areaName', a.name, 'from', r.from_date, 'to', r.to_date,
           'of', coalesce(b.address, d.name), 'standsInFor', r.stands_in_for, 'standsInForName', absent.display_name) order by r.from_date, r.id)
         from role_assignment r join area a on a.code = r.area_code left join building b on b.id = r.building_id left join department d on d.id = r.department_id
           left join role_assignment own on own.id = r.stands_in_for left join person absent on absent.id = own.person_id
         where r.person_id = p.id and ${known})) as record
     from person p where exists (select from role_assignment r where r.person_id = p.id and r.role <> 'RESIDENT' and ${known}) and ${where(q)}
     order by p.display_name, p.id limit ${q.bind(limit, "int")}`,
  );
  const today = localDateOf(await ctx.now());
  const people = rows.map(({ record }) => ({ ...record, areaCode: areaOfNumber(record.area_no) }));
  const kept = people.filter(({ areaCode }) => mayIn(ctx.viewer, "MANAGE_ACCOUNTS", areaCode));
  const accounts = kept.length === 0 ? [] : await ctx.accounts.accounts(kept.map(({ id }) => id));
  return people.map(({ id, name, areaCode, roles }) => {
    const account = accounts.find(({ personId }) => personId === id);
    const held = (roles ?? []).map((role) => ({ ...role, inForce: inForce(role, today) }));
    return { id, name, areaCode, roles: held.toSorted((a, b) => Number(b.inForce) - Number(a.inForce)), account: account === undefined ? null : accountType(account) };
  });
}

/** One of them; null when there is none in the viewer's scope. */
export async function readPersonRecord(ctx: Context, id: string): Promise<PersonRecordType | null> {
  if (!isUuid(id)) return null;
  return (await readRecords(ctx, { where: (q) => `p.id = ${q.bind(id, "uuid")}`, limit: 1 }))[0] ?? null;
}
