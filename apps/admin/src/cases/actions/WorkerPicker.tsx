import { namesIn } from "@bandeng/domain";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { useLanguage } from "../../words/useWords.tsx";

const workersDocument = graphql(`
  query Workers($area: ID!) {
    workers(area: $area, first: 100) {
      id
      name
      roles
      leads
    }
  }
`);

export interface WorkerPickerProps {
  label: string;
  description?: string | undefined;
  /** The case's grid: who is nearest to it comes first. */
  area: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** Somebody who can be given a case, with the roles held there and how much is on that person's desk. */
export function WorkerPicker({ area, ...given }: WorkerPickerProps) {
  const { language } = useLanguage();
  const names = namesIn(language);
  const [{ data, fetching }] = useQuery({ query: workersDocument, variables: { area } });
  const items = (data?.workers ?? []).map(({ id, name, roles, leads }) => ({
    id,
    label: name,
    detail: `${roles.map((role) => names.role[role]).join(language === "zh" ? "、" : ", ")} · ${names.assignment.LEAD} ${leads}`,
    search: roles.map((role) => names.role[role]).join(" "),
  }));
  // A list that is filled only after it was drawn keeps the input it was typed into: the key makes it anew.
  return <ComboBox key={fetching ? "reading" : "read"} {...given} items={items} isLoading={fetching} />;
}
