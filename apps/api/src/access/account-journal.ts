import type { AuditJournal } from "../audit/audit-entry.ts";
import { currentRequest } from "../http/request-store.ts";

/** What people do to their own accounts, over HTTP. What administrators do is a mutation, which has its row already. */
export type AccountAct =
  /** A session was opened, or refused. */
  | "signIn"
  /** The password was right and the second factor is awaited. */
  | "signInFirstFactor"
  | "signOut"
  | "changePassword"
  /** A password was chosen by an invitation or a reset. */
  | "acceptInvitation"
  | "setUpSecondFactor"
  | "removeSecondFactor"
  | "endSession"
  | "endOtherSessions";

export interface AccountRecord {
  readonly act: AccountAct;
  /**
   * Why it was refused; null when it was done. WRONG_PASSWORD and WRONG_CODE: it was checked. LOCKING: it was, and this
   * failure has locked the account for its source. LOCKED: it was not checked. Others are codes of the HTTP answer.
   */
  readonly refused: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly address: string | null;
}

export type AccountJournal = (record: AccountRecord) => Promise<void>;

/** Writes one row of the audit for each record. */
export function accountJournal(journal: AuditJournal | undefined): AccountJournal {
  return async ({ act, refused, accountId, personId, sessionId, address }) =>
    journal?.(
      { personId, sessionId, address, requestId: currentRequest.getStore()?.requestId ?? null },
      {
        action: act,
        outcome: refused === null ? "DONE" : "REFUSED",
        code: refused,
        subject: accountId === null ? null : { kind: "ACCOUNT", id: accountId },
        areaNo: null,
        before: null,
        after: null,
        reason: null,
      },
    );
}
