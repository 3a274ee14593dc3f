/** What the server says to an attempt. It does not tell a wrong password from an unknown name, and neither do we. */
export type SignInAnswer =
  | { kind: "in" }
  | { kind: "refused" }
  | { kind: "wait"; seconds: number }
  | { kind: "unreachable" }
  | { kind: "failed"; requestId: string | undefined };

async function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  let answer: Response;
  try {
    answer = await post("/api/auth/sign-in/username", { username: username.trim(), password });
  } catch {
    return { kind: "unreachable" };
  }
  if (answer.ok) return { kind: "in" };
  if (answer.status === 429) {
    const seconds = Math.ceil(Number(answer.headers.get("retry-after")));
    return { kind: "wait", seconds: seconds > 0 ? Math.min(seconds, 3600) : 60 };
  }
  if (answer.status >= 500) return { kind: "failed", requestId: answer.headers.get("x-request-id") ?? undefined };
  return { kind: "refused" };
}

/** Ends the session on the server; false when the server could not be asked. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post("/api/auth/sign-out", {})).ok;
  } catch {
    return false;
  }
}
