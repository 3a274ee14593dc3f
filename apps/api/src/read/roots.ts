import type { Asking } from "./read-type.ts";
import type { RootField } from "./root-field.ts";
import type { Selected } from "./selection.ts";
import { boardRoot } from "../cases/board-query.ts";
import { casesRoot } from "../cases/case-list.ts";
import { caseRoot } from "../cases/read-case.ts";
import { changesRoot } from "../feed/changes-root.ts";

/** One root field of one request. */
export interface RootRead {
  readonly areas: readonly string[];
  readonly isKept: boolean;
  readonly data: (ask: Asking) => string;
  readonly afterwards: RootField<unknown>["afterwards"];
}

/** What each field's request is like is its own affair. */
function root<Request>(field: RootField<Request>): (selected: Selected) => RootRead {
  return (selected) => {
    const request = field.request(selected.args);
    return { areas: field.areas?.(request) ?? [], isKept: field.isKept ?? false, data: (ask) => field.data(ask, request, selected), afterwards: field.afterwards };
  };
}

/** The fields of Query that are compiled, by name. */
export const roots: Readonly<Record<string, (selected: Selected) => RootRead>> = { board: root(boardRoot), cases: root(casesRoot), case: root(caseRoot), changes: root(changesRoot) };
