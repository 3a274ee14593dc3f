import type { Pool } from "pg";
import { makeLink, ownerOfLink, useLink, type AccessLink } from "./access-link.ts";
import type { AccountJournal } from "./account-journal.ts";
import { usernameOf } from "./user-name.ts";
import type { Guessed, LockOut } from "./lock-out-store.ts";
import { passwordStore } from "./password.ts";
import type { Passwords } from "./password-store.ts";
import { deleteSessions } from "./session-store.ts";

/** An account as administrators see it. Moments are ISO 8601. */
export interface AccountInList {
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
  readonly disabled: boolean;
  /** INVITED: nobody has chosen a password (or signed on by the district) yet, or a reset waits for its link to be used. */
  readonly state: "INVITED" | "ACTIVE";
  readonly lastSignInAt: string | null;
  readonly secondFactor: boolean;
  /** Sign-ins are refused for somebody until then; from where its owner has signed in before, it may be open. */
  readonly lockedUntil: string | null;
}

export interface Invitation {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  /** Person id of the administrator. */
  readonly by: string;
}

/** Why an administrator's act was not done. */
export type AccountRefusal = "USERNAME_INVALID" | "USERNAME_TAKEN" | "HAS_ACCOUNT" | "NO_ACCOUNT" | "ACCOUNT_DISABLED";
export type LinkOrRefusal = AccessLink | { readonly refusal: AccountRefusal };

/** What administrators do to accounts. None of these writes into the audit: the mutation that calls it has its own row. */
export interface Accounts {
  /** Of these people, or of all. People without an account are left out. */
  accounts(personIds?: readonly string[]): Promise<AccountInList[]>;
  /** What somebody signs in with; null without an account, or with one that is disabled. */
  usernameOf(personId: string): Promise<string | null>;
  /** Makes an account without a password, and the link (72 h) to choose one; again for somebody who has not: a new link. */
  invite(invitation: Invitation): Promise<LinkOrRefusal>;
  /** Takes the password away at once, ends all sessions and makes a link (24 h) to choose a new one. */
  resetPassword(personId: string, by?: string): Promise<LinkOrRefusal>;
  /** Nobody signs in with it any more, sessions and links end at once. */
  disable(personId: string): Promise<void>;
  enable(personId: string): Promise<void>;
  /** Forgets failed attempts at the password and the second factor. */
  unlock(personId: string): Promise<void>;
  /** For somebody who lost the device: the account has no second factor any more, sessions end. */
  removeSecondFactor(personId: string): Promise<void>;
  /** Sets the password of whoever holds a link; a code of a refusal, or null when done. Public: see http/auth-routes.ts. */
  acceptInvitation(token: string, password: string, address?: string | null): Promise<string | null>;
}

export interface AccountsGround {
  readonly pool: Pool;
  readonly lockOut: LockOut;
  readonly passwords: Passwords;
  readonly journal: AccountJournal;
  readonly ended: (personId: string, sessionIds: readonly string[]) => void;
  readonly createUser: (account: Pick<Invitation, "personId" | "username" | "name">) => Promise<void>;
}

interface Row {
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
  readonly disabled: boolean;
  readonly active: boolean;
  readonly lastSignInAt: Date | null;
  readonly secondFactor: boolean;
}

const LIST = `
  select u.id as "accountId", u."personId", u.username, u."disabledAt" is not null as disabled, u."lastSignInAt",
    coalesce(u."twoFactorEnabled", false) as "secondFactor",
    exists (select from auth.account a where a."userId" = u.id and (a.password is not null or a."providerId" <> 'credential')) as active
  from auth."user" u where $1::text[] is null or u."personId" = any($1) order by u.username`;

export function openAccounts({ pool, lockOut, passwords, journal, ended, createUser }: AccountsGround): Accounts {
  const list = async (personIds?: readonly string[]): Promise<Row[]> => (await pool.query<Row>(LIST, [personIds ?? null])).rows;
  const endAll = async (personId: string): Promise<void> => ended(personId, await deleteSessions(pool, personId, {}));

  const accounts: Accounts = {
    async accounts(personIds) {
      const rows = await list(personIds);
      const locked = await lockOut.lockedUntil(rows.map(({ username }) => username));
      return rows.map(({ active, lastSignInAt, ...row }) => ({
        ...row,
        state: active ? "ACTIVE" : "INVITED",
        lastSignInAt: lastSignInAt?.toISOString() ?? null,
        lockedUntil: locked.get(row.username)?.toISOString() ?? null,
      }));
    },
    async usernameOf(personId) {
      const [row] = await list([personId]);
      return row === undefined || row.disabled ? null : row.username;
    },
    async invite({ personId, username: given, name, by }) {
      const username = usernameOf(given);
      if (username === null) return { refusal: "USERNAME_INVALID" };
      const [own] = await list([personId]);
      if (own === undefined) {
        if ((await passwords.find(username)) !== undefined) return { refusal: "USERNAME_TAKEN" };
        try {
          await createUser({ personId, username, name });
        } catch (error) {
          // Somebody else was given the name between the question and now.
          if ((await passwords.find(username)) !== undefined) return { refusal: "USERNAME_TAKEN" };
          throw error;
        }
      } else {
        if (own.disabled) return { refusal: "ACCOUNT_DISABLED" };
        if (own.active || own.username !== username) return { refusal: "HAS_ACCOUNT" };
      }
      const account = own ?? (await list([personId]))[0];
      if (account === undefined) throw new Error("no account was stored");
      return makeLink(pool, account.accountId, "INVITATION", by);
    },
    async resetPassword(personId, by) {
      const [own] = await list([personId]);
      if (own === undefined) return { refusal: "NO_ACCOUNT" };
      if (own.disabled) return { refusal: "ACCOUNT_DISABLED" };
      await pool.query(`update auth.account set password = null where "userId" = $1 and "providerId" = 'credential'`, [own.accountId]);
      await endAll(personId);
      return makeLink(pool, own.accountId, "RESET", by ?? null);
    },
    async disable(personId) {
      await pool.query(
        `with off as (update auth."user" set "disabledAt" = coalesce("disabledAt", now()) where "personId" = $1 returning id)
         delete from auth.access_link where user_id in (select id from off)`,
        [personId],
      );
      await endAll(personId);
    },
    async enable(personId) {
      await pool.query(`update auth."user" set "disabledAt" = null where "personId" = $1`, [personId]);
    },
    async unlock(personId) {
      const rows = await list([personId]);
      await lockOut.forget(rows.flatMap(({ username, accountId }): Guessed[] => [{ password: username }, { factorOf: accountId }]));
    },
    async removeSecondFactor(personId) {
      await pool.query(
        `with off as (update auth."user" set "twoFactorEnabled" = false where "personId" = $1 returning id)
         delete from auth."twoFactor" where "userId" in (select id from off)`,
        [personId],
      );
      await endAll(personId);
    },
    async acceptInvitation(token, password, address = null) {
      const owner = await ownerOfLink(pool, token);
      const record = (refused: string | null): Promise<void> =>
        journal({ act: "acceptInvitation", refused, accountId: owner?.accountId ?? null, personId: null, sessionId: null, address });
      if (owner === undefined) {
        await passwordStore.hash(password); // what a good link costs
        await record("LINK_INVALID");
        return "LINK_INVALID";
      }
      // Before the link is used up: whoever types a weak password may try another.
      const refused = (await passwords.refusal(owner, password)) ?? ((await useLink(pool, token)) ? null : "LINK_INVALID");
      await record(refused);
      if (refused !== null) return refused;
      await passwords.set(owner.accountId, password);
      await endAll(owner.personId);
      await accounts.unlock(owner.personId);
      return null;
    },
  };
  return accounts;
}
