import type { TemplateKind } from "@bandeng/domain";
import { useQuery } from "urql";
import { graphql } from "../../graphql/gql.ts";
import { communityWords } from "../../settings/community-words.ts";
import { Button } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { useWords } from "../../words/useWords.tsx";

const textTemplatesDocument = graphql(`
  query TextTemplates($communityCode: ID!) {
    communitySettings(communityCode: $communityCode) {
      communityCode
      templates {
        id
        kind
        name
        body
      }
    }
  }
`);

export interface TemplateMenuProps {
  kind: TemplateKind;
  /** The grid of the case: the texts are its community's. */
  gridCode: string;
  value: string;
  onChange: (text: string) => void;
}

/** The community's texts for a field: what is taken is put behind what was written. Nothing where it has none. */
export function TemplateMenu({ kind, gridCode, value, onChange }: TemplateMenuProps) {
  const w = useWords(communityWords);
  const [{ data }] = useQuery({ query: textTemplatesDocument, variables: { communityCode: gridCode.slice(0, 12) } });
  const texts = data?.communitySettings?.templates.filter((one) => one.kind === kind) ?? [];
  if (texts.length === 0) return null;
  const take = (id: string) => {
    const body = texts.find((one) => one.id === id)?.body ?? "";
    onChange(value.trim() === "" ? body : `${value.trimEnd()}\n${body}`);
  };
  return (
    <span className="-mt-2 self-start">
      <Menu
        label={w.useTemplate}
        trigger={
          <Button size="small" variant="quiet" iconAfter="chevron-down">
            {w.useTemplate}
          </Button>
        }
        groups={[{ id: kind, entries: texts.map(({ id, name, body }) => ({ id, label: name, description: body.length > 40 ? `${body.slice(0, 40)}…` : body })) }]}
        onAction={take}
      />
    </span>
  );
}
