/** A door one can choose. */
export interface SitDoor {
  readonly id: string;
  readonly building: string;
  readonly unitNo: number | null;
  readonly room: string;
  readonly shop: boolean;
}

export interface Sitting {
  readonly place: string;
  readonly community: string;
  readonly openedAt: string | null;
  readonly doors: readonly SitDoor[];
}

/** Why it could not be done: GONE for a code that is none any more, OFFLINE without a network, else the server's sentence. */
export type SitProblem = { readonly kind: "GONE" } | { readonly kind: "OFFLINE" } | { readonly kind: "REFUSED"; readonly message: string };

const address = (code: string): string => `/api/bench/${encodeURIComponent(code)}`;

async function problemOf(answer: Response): Promise<SitProblem> {
  if (answer.status === 404) return { kind: "GONE" };
  const { message = "" } = (await answer.json().catch(() => ({}))) as { message?: string };
  return { kind: "REFUSED", message };
}

/** What the bench of a code shows. */
export async function readSitting(code: string, language: string): Promise<Sitting | SitProblem> {
  try {
    const answer = await fetch(address(code), { headers: { "accept-language": language } });
    return answer.ok ? ((await answer.json()) as Sitting) : await problemOf(answer);
  } catch {
    return { kind: "OFFLINE" };
  }
}

/** Signs a household in; null when it is done. */
export async function sitDown(code: string, household: string, language: string): Promise<SitProblem | null> {
  try {
    const answer = await fetch(address(code), { method: "POST", headers: { "content-type": "application/json", "accept-language": language }, body: JSON.stringify({ household }) });
    return answer.ok ? null : await problemOf(answer);
  } catch {
    return { kind: "OFFLINE" };
  }
}
