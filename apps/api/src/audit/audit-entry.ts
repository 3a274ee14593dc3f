/** What one row of the audit says was done. Ids and codes only: never a name, a phone or anybody's words, but for the reason somebody gave for looking. */
export interface AuditEntry {
  /** The mutation's name, or one of `signIn`, `signOut`, `denied`, … for what no mutation did. */
  readonly action: string;
  /** DONE: it took effect. REFUSED: it did not, for the reason in `code`. */
  readonly outcome: "DONE" | "REFUSED";
  /** Code of the refusal or error; null when done. */
  readonly code: string | null;
  /** What it was done to; null where there is no such thing (a sign-in under a name that does not exist). */
  readonly subject: { readonly kind: AuditSubject; readonly id: string } | null;
  /** Area number of the subject; null when it belongs to none. Decides which administrators read the row. */
  readonly areaNo: number | null;
  /** SHA-256 of the subject before and after; null where there was or is nothing. */
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  /** The reason given for looking at personal data, an export, an erasure; else null. */
  readonly reason: string | null;
}

export const auditSubjects = ["CASE", "PROJECT", "PERSON", "ACCOUNT", "ATTACHMENT", "CALENDAR", "VIEW", "LIST", "COMMITTEE", "OPINION", "MEETING", "AGENDA_ITEM", "MEDIATION", "COUNCIL", "POINT", "CONTACT_DAY", "EXPERT", "COST_PLAN", "CONTRACTOR", "PUBLICATION", "SETTING", "NOTICE", "WEBHOOK", "KEY", "IMPORT", "SYSTEM"] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/** Who did it, from where. */
export interface AuditActor {
  /** Null: nobody was signed in, or the program itself acted. */
  readonly personId: string | null;
  readonly sessionId: string | null;
  /** The client's address as the server believes it (trusted proxies only). */
  readonly address: string | null;
  readonly requestId: string | null;
}

/** Writes one row outside any other transaction: for what no transaction of ours does (sign-in, denial). */
export type AuditJournal = (actor: AuditActor, entry: AuditEntry) => Promise<void>;
