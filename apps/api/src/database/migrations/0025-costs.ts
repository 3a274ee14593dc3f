import { Migration } from "@mikro-orm/migrations";
import { secure, stores, within } from "./0002-row-level-security.ts";
import { ofCase, showStream } from "./0016-called-to-a-case.ts";

const ofPlan = "exists (select from cost_plan p where p.id = plan_id)";

/** Tables whose rows are the money of a plan: what is wrong among them at the end of a transaction undoes it. */
const money = ["cost_plan", "cost_share", "cost_receipt", "cost_payout", "cost_refund"];

/**
 * 费用: what a repair costs, who bears it, and every fen that came and went. The aggregate keeps the story; shares, receipts,
 * payouts and refunds have rows of their own beside it, so that the database itself refuses a wrong sum, whoever writes it.
 * All of it is as confidential as the case. The register of contractors is the community's.
 */
export class Migration0025Costs extends Migration {
  override up(): void {
    this.addSql(`
      create table contractor (
        id uuid primary key,
        version integer not null,
        area_code text not null references area (code),
        area_no bigint not null,
        name text not null,
        pinyin text not null,
        initials text not null,
        licence text not null,
        phone text,
        active boolean not null
      );
      create index contractor_area on contractor (area_code, id);

      create table cost_plan (
        id uuid primary key,
        no text not null,
        version integer not null,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        state text not null check (state in ('DRAFT', 'PUBLICISED', 'COLLECTING', 'SETTLED', 'CANCELLED')),
        to_share_fen bigint not null check (to_share_fen >= 0),
        publicity_until timestamptz(3),
        opened_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        plan jsonb not null
      );
      create index cost_plan_case on cost_plan (case_id);
      create unique index cost_plan_runs on cost_plan (case_id) where state in ('DRAFT', 'PUBLICISED', 'COLLECTING');
      create index cost_plan_opened on cost_plan (opened_at, id);

      create table cost_text (
        plan_id uuid not null references cost_plan (id),
        kind text not null check (kind in ('QUOTE', 'CHOICE', 'DOCUMENT', 'OBJECTION', 'ANSWER', 'VOID', 'REFUSAL', 'WAIVER', 'PAYOUT', 'FINAL', 'CANCEL')),
        item_id text not null,
        words text not null,
        primary key (plan_id, kind, item_id)
      );

      create table cost_share (
        plan_id uuid not null references cost_plan (id),
        household_id uuid not null references household (id),
        fen bigint not null check (fen >= 0),
        bearer_id uuid references household (id),
        -- What a body pays to the contractor directly in the place of the household.
        direct_fen bigint not null default 0,
        constraint cost_share_direct check (direct_fen between 0 and fen),
        check (bearer_id is null or direct_fen = 0),
        primary key (plan_id, household_id)
      );
      create index cost_share_household on cost_share (household_id);

      create table cost_receipt (
        id uuid primary key,
        plan_id uuid not null references cost_plan (id),
        community_code text not null,
        no text not null,
        household_id uuid not null,
        payer_id uuid not null,
        fen bigint not null check (fen > 0),
        method text not null check (method in ('WECHAT', 'ALIPAY', 'CASH', 'BANK')),
        collector_id uuid not null,
        at timestamptz(3) not null,
        voided_at timestamptz(3),
        foreign key (plan_id, household_id) references cost_share (plan_id, household_id),
        foreign key (plan_id, payer_id) references cost_share (plan_id, household_id)
      );
      -- A number is used once in a community, voided or not.
      create unique index cost_receipt_no on cost_receipt (community_code, no);
      create index cost_receipt_plan on cost_receipt (plan_id);

      create table cost_payout (
        id uuid primary key,
        plan_id uuid not null references cost_plan (id),
        contractor_id uuid not null references contractor (id),
        fen bigint not null check (fen > 0),
        paid_by uuid not null,
        at timestamptz(3) not null
      );
      create index cost_payout_plan on cost_payout (plan_id);

      create table cost_refund (
        id uuid primary key,
        plan_id uuid not null references cost_plan (id),
        household_id uuid not null,
        fen bigint not null check (fen > 0),
        paid_at timestamptz(3),
        method text check (method in ('WECHAT', 'ALIPAY', 'CASH', 'BANK')),
        check ((paid_at is null) = (method is null)),
        foreign key (plan_id, household_id) references cost_share (plan_id, household_id)
      );
      create unique index cost_refund_once on cost_refund (plan_id, household_id);

      create table cost_number (
        community_code text not null,
        year integer not null,
        last integer not null,
        primary key (community_code, year)
      );

      create table contractor_rating (
        contractor_id uuid not null references contractor (id),
        cost_plan_id uuid not null references cost_plan (id),
        stars integer not null check (stars between 1 and 5),
        words text not null,
        rated_by uuid not null,
        at timestamptz(3) not null,
        primary key (contractor_id, cost_plan_id)
      );
      create index contractor_rating_plan on contractor_rating (cost_plan_id);
    `);
    // What must hold of a plan when a transaction ends. It reads everything, whoever writes: with a part of the rows any sum
    // is right. The plan is locked first, so that of two transactions the second sees what the first one wrote.
    this.addSql(`
      create function cost_plan_holds(wanted uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp set app.viewer = '{"acts":"{(,)}"}' as $$
      declare
        p cost_plan;
        shares bigint; doors bigint; received bigint; paid_back bigint; paid_out bigint; balance bigint;
      begin
        select * into p from cost_plan where id = wanted for update;
        if not found then
          return;
        end if;
        select count(*), coalesce(sum(fen), 0) into doors, shares from cost_share where plan_id = wanted;
        select coalesce(sum(fen), 0) into received from cost_receipt where plan_id = wanted and voided_at is null;
        select coalesce(sum(fen), 0) into paid_back from cost_refund where plan_id = wanted and paid_at is not null;
        select coalesce(sum(fen), 0) into paid_out from cost_payout where plan_id = wanted;
        balance := received - paid_back - paid_out;
        if shares <> p.to_share_fen and (doors > 0 or p.state not in ('DRAFT', 'CANCELLED')) then
          raise exception 'the shares of a cost plan sum to %, not to %', shares, p.to_share_fen using errcode = 'check_violation', constraint = 'cost_shares_sum';
        end if;
        if balance < 0 then
          raise exception 'more of a cost plan was paid than came in' using errcode = 'check_violation', constraint = 'cost_balance_negative';
        end if;
        if balance <> 0 and p.state not in ('COLLECTING') then
          raise exception 'a cost plan holds money although it does not collect' using errcode = 'check_violation', constraint = 'cost_balance_left';
        end if;
        if exists (select from cost_share s where s.plan_id = wanted
            and s.fen < s.direct_fen + (select coalesce(sum(r.fen), 0) from cost_receipt r where r.plan_id = wanted and r.household_id = s.household_id and r.voided_at is null)) then
          raise exception 'more was received for a share than it is' using errcode = 'check_violation', constraint = 'cost_share_overpaid';
        end if;
        if exists (select from cost_refund b where b.plan_id = wanted
            and b.fen > (select coalesce(sum(r.fen), 0) from cost_receipt r where r.plan_id = wanted and r.payer_id = b.household_id and r.voided_at is null)) then
          raise exception 'a household gets back more than it paid' using errcode = 'check_violation', constraint = 'cost_refund_too_much';
        end if;
        if (p.plan ->> 'state', shares, received, paid_back, paid_out) is distinct from (p.state,
            (select coalesce(sum((one ->> 'fen')::bigint), 0) from jsonb_array_elements(p.plan -> 'shares') one),
            (select coalesce(sum((one ->> 'fen')::bigint), 0) from jsonb_array_elements(p.plan -> 'receipts') one where one ->> 'voidedAt' is null),
            (select coalesce(sum((one ->> 'fen')::bigint), 0) from jsonb_array_elements(p.plan -> 'refunds') one where one ->> 'paidAt' is not null),
            (select coalesce(sum((one ->> 'fen')::bigint), 0) from jsonb_array_elements(p.plan -> 'payouts') one)) then
          raise exception 'a cost plan and its rows differ' using errcode = 'check_violation', constraint = 'cost_rows_differ';
        end if;
      end $$;
      revoke execute on function cost_plan_holds from public;

      create function cost_money_moved() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_table_name = 'cost_plan' then
          perform cost_plan_holds(new.id);
          return null;
        end if;
        if tg_op <> 'INSERT' then
          perform cost_plan_holds(old.plan_id);
        end if;
        if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.plan_id <> old.plan_id) then
          perform cost_plan_holds(new.plan_id);
        end if;
        return null;
      end $$;

      -- Money that came or went stays on record: a receipt is voided, once, and nothing else of it changes.
      create function cost_money_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'voided_at' = to_jsonb(old) - 'voided_at' and to_jsonb(old) ->> 'voided_at' is null then
          return new;
        end if;
        raise exception 'money on record is not rewritten' using errcode = 'check_violation', constraint = 'cost_money_stays';
      end $$;
      create trigger cost_receipt_stays before update or delete on cost_receipt for each row execute function cost_money_stays();
      create trigger cost_payout_stays before update or delete on cost_payout for each row execute function cost_money_stays();
    `);
    for (const table of money) {
      const when = table === "cost_plan" ? "insert or update" : "insert or update or delete";
      this.addSql(`create constraint trigger ${table}_holds after ${when} on ${table} deferrable initially deferred for each row execute function cost_money_moved();`);
    }
    this.addSql(
      [
        secure("contractor", { see: within("area_no", "places"), write: within("area_no", "acts") }),
        secure("contractor_rating", { see: "exists (select from contractor k where k.id = contractor_id)", write: stores }),
        secure("cost_plan", { see: ofCase("case_id"), write: within("area_no", "acts") }),
        ...["cost_text", "cost_share", "cost_receipt", "cost_payout", "cost_refund"].map((table) => secure(table, { see: ofPlan, write: stores })),
        secure("cost_number", { see: stores, write: within("rpad(community_code, 15, '0')::int8", "acts") }),
        showStream("COST_PLAN", "exists (select from cost_plan p where p.id = stream_id)"),
        showStream("CONTRACTOR", "exists (select from contractor k where k.id = stream_id)"),
      ].join(""),
    );
  }
}
