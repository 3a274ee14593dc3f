import type { MediationShownFragment } from "../graphql/graphql.ts";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words/useWords.tsx";
import { partyLabel } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";

interface PartySelectProps {
  label: string;
  parties: MediationShownFragment["parties"];
  value: string | null;
  onChange: (key: string) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** One of the parties, told apart by their sides. */
export function PartySelect({ parties, ...given }: PartySelectProps) {
  const w = useWords(words);
  return <Select {...given} items={parties.map((party) => ({ id: party.key, label: partyLabel(party, w) }))} />;
}
