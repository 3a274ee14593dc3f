import type { Role } from "@bandeng/domain";
import type { Same } from "../words/language.ts";
import type { board } from "../words/zh/board.ts";
import type { Viewer } from "../session/viewer.ts";
import type { BoardSearch } from "./board-search.ts";

type Words = Same<typeof board>;

export interface DefaultView {
  id: string;
  name: string;
  search: BoardSearch;
}

const deciding: readonly Role[] = ["GRID_HEAD", "SECRETARY", "DEPUTY", "STREET_OFFICER"];
const higher: readonly Role[] = ["CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"];

/** Views that everybody in a role wants on the first day. */
export function defaultViews(viewer: Viewer, w: Words): DefaultView[] {
  const has = (roles: readonly Role[]) => viewer.roles.some(({ role }) => roles.includes(role));
  const me = viewer.person.id;
  return [
    { id: "myOverdue", name: w.defaultMyOverdue, search: { lead: [me], overdue: true } },
    { id: "mine", name: w.defaultMine, search: { lead: [me] } },
    { id: "intake", name: w.defaultIntake, search: { status: ["COLLECTED"] } },
    { id: "safety", name: w.defaultSafety, search: { severity: ["SAFETY"] } },
    { id: "noLead", name: w.defaultNoLead, search: { withoutLead: true } },
    ...(has(deciding) ? [{ id: "asks", name: w.defaultAsks, search: { asks: true } as const }] : []),
    ...(has(higher)
      ? [
          { id: "projects", name: w.defaultProjects, search: { adopted: true } as const },
          { id: "referred", name: w.defaultReferred, search: { level: ["STREET", "DISTRICT"] } satisfies BoardSearch },
        ]
      : []),
  ];
}
