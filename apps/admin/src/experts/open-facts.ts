interface Fact {
  answeredAt?: string | null;
  withdrawnAt?: string | null;
}

/** How many questions of fact nobody has answered or withdrawn. */
export function openFactsOf(facts: readonly Fact[]): number {
  return facts.filter((fact) => fact.answeredAt == null && fact.withdrawnAt == null).length;
}
