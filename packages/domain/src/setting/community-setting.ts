import { boardColumns, type BoardColumn } from "../case/board.ts";
import { categories, type Category } from "../case/categories.ts";
import { defaultDeadlineRules, type DeadlineRules } from "../deadline/rules.ts";

/** Where a text stands ready: an answer to an opinion, the reason of a refusal to take a case up, the ask of a whistle, a result. */
export const templateKinds = ["ANSWER", "DECLINE", "WHISTLE", "RESULT"] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** A text a form offers; whoever takes it goes on writing. */
export interface TextTemplate {
  readonly id: string;
  readonly kind: TemplateKind;
  /** What it is called in the menu. */
  readonly name: string;
  readonly body: string;
}

/** The columns that can have a limit: all but the one for what is over. */
export const limitedColumns = boardColumns.filter((column): column is LimitedColumn => column !== "CLOSED");
export type LimitedColumn = Exclude<BoardColumn, "CLOSED">;

/** Most open cases wanted in a column, counted over all lanes; a column that is not named has no limit. */
export type WipLimits = { readonly [C in LimitedColumn]?: number };

/** How one community works: its own values where it has set any, else the defaults. */
export interface CommunitySetting {
  readonly communityCode: string;
  /** 0 as long as nothing was set. */
  readonly version: number;
  readonly rules: DeadlineRules;
  readonly wipLimits: WipLimits;
  /** The whole tree of categories, in its own order. */
  readonly categories: readonly Category[];
  readonly templates: readonly TextTemplate[];
}

/** A community that has set nothing. */
export function unsetCommunity(communityCode: string): CommunitySetting {
  return { communityCode, version: 0, rules: defaultDeadlineRules, wipLimits: {}, categories, templates: [] };
}
