import { askAuth, type AuthAnswer } from "../session/auth-request.ts";
import { sessionEnded, sessionUnfinished } from "../session/session-events.ts";

/** A session of one's own, as the server lists it. Moments are ISO 8601. */
export interface OwnSession {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  address: string;
  userAgent: string;
  /** Opened by password alone, with the second factor too, or over the district's sign-on. */
  strength: "PASSWORD" | "FACTOR" | "SSO";
  current: boolean;
}

/** Shown once: the server keeps neither in a way that could be shown again. */
export interface NewFactor {
  /** otpauth://totp/…?secret=… */
  uri: string;
  recoveryCodes: readonly string[];
}

/** Asks in the name of whoever is signed in, and passes on that they are not any more. */
async function askOwn<Body>(path: string, given?: object): Promise<AuthAnswer<Body>> {
  const answer = await askAuth<Body>(path, given);
  if (answer.kind === "refused" && answer.code === "UNAUTHENTICATED") sessionEnded();
  if (answer.kind === "refused" && answer.code === "SECOND_FACTOR_NEEDED") sessionUnfinished();
  return answer;
}

export const changePassword = (currentPassword: string, newPassword: string) => askOwn<object>("/change-password", { currentPassword, newPassword });
export const beginFactor = (password: string) => askOwn<NewFactor>("/second-factor/set-up", { password });
export const confirmFactor = (code: string) => askOwn<object>("/second-factor/confirm", { code });
export const removeFactor = (password: string) => askOwn<object>("/second-factor/remove", { password });
export const listSessions = () => askOwn<{ sessions: OwnSession[] }>("/sessions");
export const endSession = (sessionId: string) => askOwn<{ ended: number }>("/sessions/end", { sessionId });
export const endOtherSessions = () => askOwn<{ ended: number }>("/sessions/end-others", {});

/** Chooses the password of an account that one was given a link for. Needs no session. */
export const acceptInvitation = (token: string, newPassword: string) => askAuth<object>("/accept-invitation", { token, newPassword });
