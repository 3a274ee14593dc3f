import { flagParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What the snippets show how to do, and with what. Here and not beside them: the address is read before the page is. */
export const recipes = ["query", "follow", "receive", "file"] as const;
export type Recipe = (typeof recipes)[number];
export const snippetLanguages = ["curl", "javascript", "python"] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/** What the integrations page shows, as it stands in the address. */
export interface IntegrationsSearch {
  /** The keys when absent. */
  tab?: "webhooks" | "feed" | "develop";
  /** The list goes on after this cursor. */
  after?: string;
  /** Of the snippets; the first query when absent. */
  recipe?: Recipe;
  /** curl when absent. */
  with?: SnippetLanguage;
}

export function parseIntegrationsSearch(found: Record<string, unknown>): IntegrationsSearch {
  return present({
    tab: oneOfParam(found, "tab", ["webhooks", "feed", "develop"] as const),
    after: textParam(found, "after"),
    recipe: oneOfParam(found, "recipe", recipes),
    with: oneOfParam(found, "with", snippetLanguages),
  });
}

/** What of a webhook's delivery log is shown. */
export interface LogSearch {
  /** Only what was not delivered. */
  failed?: true;
  after?: string;
}

export function parseLogSearch(found: Record<string, unknown>): LogSearch {
  return present({ failed: flagParam(found, "failed"), after: textParam(found, "after") });
}
