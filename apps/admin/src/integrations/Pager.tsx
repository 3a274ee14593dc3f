import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";

export interface PagerProps {
  /** Where the shown page begins; undefined at the first. */
  after: string | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  onPage: (after: string | undefined) => void;
}

/** On to what is older, and back to the beginning. Nothing is drawn for a single page. */
export function Pager({ after, pageInfo: { hasNextPage, endCursor }, onPage }: PagerProps) {
  const w = useWords(integrationsWords);
  if (after === undefined && !hasNextPage) return null;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {after !== undefined && (
        <Button icon="chevron-left" onPress={() => onPage(undefined)}>
          {w.newest}
        </Button>
      )}
      {hasNextPage && endCursor != null && (
        <Button iconAfter="chevron-right" onPress={() => onPage(endCursor)}>
          {w.older}
        </Button>
      )}
    </div>
  );
}
