import type { Role } from "@bandeng/domain";
import { documentsOf, type ListExport } from "./list-export.ts";

interface PersonNode {
  readonly name: string;
  readonly areaCode: string;
  readonly roles: readonly { readonly role: Role; readonly areaName: string; readonly from: string; readonly to: string | null; readonly inForce: boolean }[];
}

/** `people(areas, text)`: who works where, as the list names them. */
export const peopleExport: ListExport<PersonNode> = {
  zh: "人员", en: "people", parts: [{ variables: {} }],
  ...documentsOf({ field: "people", args: { areas: "[ID!]!", text: "String" }, nodes: "name areaCode roles { role areaName from to inForce }", counted: false }),
  columns: [
    { zh: "姓名", en: "Name", kind: "TEXT", of: ({ name }) => name },
    { zh: "所在区域代码", en: "Area", kind: "TEXT", of: ({ areaCode }) => areaCode },
    {
      zh: "在任职务", en: "Roles in force", kind: "TEXT",
      of: ({ roles }, { names }) => roles.filter(({ inForce }) => inForce).map(({ role, areaName }) => `${areaName} ${names.role[role]}`).join("; "),
    },
    { zh: "任职数", en: "Roles", kind: "NUMBER", of: ({ roles }) => roles.filter(({ inForce }) => inForce).length },
  ],
};
