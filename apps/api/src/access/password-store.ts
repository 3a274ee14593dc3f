import type { Pool } from "pg";
import { uuidv7 } from "uuidv7";
import { transaction } from "../database/transaction.ts";
import { commonPasswords } from "./frequent-passwords.ts";
import { isOutdated, nobodysHash, passwordStore } from "./password.ts";
import { passwordAge, refusePassword, type PasswordProfile, type PasswordRefusal } from "./password-policy.ts";

/** An account as the sign-in looks it up by its name. */
export interface Credentials {
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
  readonly disabled: boolean;
  readonly factor: boolean;
  /** Null: no password was chosen yet, or an administrator has taken it away. */
  readonly hash: string | null;
  /** When the password was last chosen, to tell one from another. */
  readonly chosen: string | null;
}

export interface Passwords {
  find(username: string): Promise<Credentials | undefined>;
  /** Checks a password at the same cost whether there is an account or not. */
  isRight(found: Credentials | undefined, password: string): Promise<boolean>;
  refusal(account: Pick<Credentials, "accountId" | "username">, password: string): Promise<PasswordRefusal | null>;
  set(accountId: string, password: string): Promise<void>;
}

const FIND = `
  select u.id as "accountId", u."personId", u.username, u."disabledAt" is not null as disabled,
    coalesce(u."twoFactorEnabled", false) as factor, a.password as hash, u."passwordChangedAt"::text as chosen
  from auth."user" u left join auth.account a on a."userId" = u.id and a."providerId" = 'credential'
  where u.username = $1`;

export interface PasswordOptions {
  readonly profile: PasswordProfile;
  /** Names that a password is not to consist of: the communities'. */
  readonly siteWords: () => Promise<readonly string[]>;
}

export function openPasswords(pool: Pool, { profile, siteWords }: PasswordOptions): Passwords {
  const { history } = passwordAge[profile];

  async function wasUsed(accountId: string, password: string): Promise<boolean> {
    if (history === 0) return false;
    const { rows } = await pool.query<{ hash: string }>(
      `(select password as hash from auth.account where "userId" = $1 and "providerId" = 'credential' and password is not null)
       union (select hash from auth.password_history where user_id = $1 order by set_at desc limit $2)`,
      [accountId, history],
    );
    const same = await Promise.all(rows.map(({ hash }) => passwordStore.verify({ hash, password })));
    return same.includes(true);
  }

  return {
    async find(username) {
      const { rows } = await pool.query<Credentials>({ name: "credentials", text: FIND, values: [username] });
      return rows[0];
    },
    async isRight(found, password) {
      const right = await passwordStore.verify({ hash: found?.hash ?? (await nobodysHash()), password });
      if (!right || found === undefined || found.hash === null || found.disabled) return false;
      if (isOutdated(found.hash)) {
        const values = [found.accountId, found.hash, await passwordStore.hash(password)];
        await pool.query(`update auth.account set password = $3 where "userId" = $1 and "providerId" = 'credential' and password = $2`, values);
      }
      return true;
    },
    async refusal({ accountId, username }, password) {
      const [common, words] = await Promise.all([commonPasswords(), siteWords()]);
      const refused = refusePassword(password, { profile, username, isCommon: (plain) => common.has(plain), siteWords: words });
      return refused ?? ((await wasUsed(accountId, password)) ? "PASSWORD_REUSED" : null);
    },
    async set(accountId, password) {
      const hash = await passwordStore.hash(password);
      await transaction(pool, "", async (client) => {
        await client.query(`update auth."user" set "passwordChangedAt" = now(), "updatedAt" = now() where id = $1`, [accountId]);
        const { rowCount } = await client.query(`update auth.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [accountId, hash]);
        if (rowCount === 0) {
          await client.query(
            `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") values ($1, $2, 'credential', $2, $3, now(), now())`,
            [uuidv7(), accountId, hash],
          );
        }
        if (history === 0) return;
        await client.query(`insert into auth.password_history (user_id, hash) values ($1, $2)`, [accountId, hash]);
        await client.query(
          `delete from auth.password_history where user_id = $1 and set_at < (select min(set_at) from (select set_at from auth.password_history where user_id = $1 order by set_at desc limit $2) newest)`,
          [accountId, history],
        );
      });
    },
  };
}
