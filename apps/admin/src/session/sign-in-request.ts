import { askAuth, type AuthAnswer } from "./auth-request.ts";

/** Stage SECOND_FACTOR: the password was right, a code is awaited, and there is no session yet. */
export function signIn(username: string, password: string): Promise<AuthAnswer<{ stage?: string }>> {
  return askAuth("/sign-in/username", { username: username.trim(), password });
}

/** The second step, with the six digits of the authenticator or with a recovery code. */
export function sendCode(code: string, isRecovery: boolean): Promise<AuthAnswer<object>> {
  return askAuth(isRecovery ? "/sign-in/recovery-code" : "/sign-in/code", { code: code.trim() });
}

/** Ends the session on the server; false when the server could not be asked. */
export async function signOut(): Promise<boolean> {
  return (await askAuth("/sign-out", {})).kind === "done";
}
