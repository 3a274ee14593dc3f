import type { CostShownFragment } from "../graphql/graphql.ts";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { doorNamesOf } from "./cost-text.ts";
import { words } from "./costs-words.ts";

interface HouseholdSelectProps {
  label: string;
  plan: Pick<CostShownFragment, "households">;
  /** A door that cannot be chosen: nobody bears its own waiver. */
  without: string | undefined;
  value: string | null;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** One of the doors of a plan, in the order of doors. */
export function HouseholdSelect({ plan, without, ...given }: HouseholdSelectProps) {
  const w = useWords(words);
  const name = doorNamesOf(plan, w);
  const items = plan.households.filter(({ household }) => household.id !== without).map(({ household }) => ({ id: household.id, label: name(household) }));
  return <Select {...given} items={items} isRequired />;
}
