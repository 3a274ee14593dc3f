import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { stringifySearch } from "../frame/search-params.ts";
import type { BoardSearch } from "./board-search.ts";

/** A key that is given undefined is taken out of the address. */
export type SearchChange = { [Key in keyof BoardSearch]?: BoardSearch[Key] | undefined };

/** The board's state is its address; changing it is going somewhere, so that Back undoes it. Typing replaces. */
export function useBoardSearch() {
  const search: BoardSearch = useSearch({ from: "/frame/" });
  const navigate = useNavigate({ from: "/" });
  const change = useCallback(
    (next: SearchChange, { replace = false } = {}) =>
      void navigate({
        to: "/",
        replace,
        search: (now: BoardSearch) => Object.fromEntries(Object.entries({ ...now, ...next }).filter(([, value]) => value !== undefined)) as BoardSearch,
      }),
    [navigate],
  );
  const replaceAll = useCallback((next: BoardSearch) => void navigate({ to: "/", search: next }), [navigate]);
  return { search, change, replaceAll };
}

/** Where a case's drawer is, with everything else of the board as it is: for links that can be opened in a new tab. */
export function hrefOfCase(search: BoardSearch, id: string): string {
  return `/${stringifySearch({ ...search, case: id })}`;
}
