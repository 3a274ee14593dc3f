export interface DemoAccount {
  username: string;
  password: string;
  zh: string;
  en: string;
}

function isAccount(value: unknown): value is DemoAccount {
  if (typeof value !== "object" || value === null) return false;
  const found = value as Record<string, unknown>;
  return ["username", "password", "zh", "en"].every((key) => typeof found[key] === "string");
}

/** The accounts to try, if this server is the demo; a real one answers 404 and nothing is offered. */
export async function fetchDemoAccounts(signal: AbortSignal): Promise<DemoAccount[]> {
  try {
    const answer = await fetch("/api/demo-accounts", { signal, headers: { accept: "application/json" } });
    if (!answer.ok) return [];
    const found: unknown = await answer.json();
    return Array.isArray(found) ? found.filter(isAccount) : [];
  } catch {
    return [];
  }
}
