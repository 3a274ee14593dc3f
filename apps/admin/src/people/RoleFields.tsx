import { areaKind, namesIn, roleAreas, type Role } from "@bandeng/domain";
import { useQuery } from "urql";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { ComboBox } from "../ui/ComboBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { AreaField } from "./AreaField.tsx";
import { areaDepartmentsDocument, gridBuildingsDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { areaOf, grantableRoles, type RoleDraft } from "./role-draft.ts";
import type { Verb } from "./use-verb.ts";

export interface RoleFieldsProps {
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
  verb: Verb;
}

/** Which role, in which area of the right kind, for which building or department, from when to when. */
export function RoleFields({ draft, onChange, verb }: RoleFieldsProps) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const roots = areasOfRight(useViewer(), "GRANT_ROLES");
  const area = areaOf(draft);
  const put = (change: Partial<RoleDraft>) => onChange({ ...draft, ...change });
  const kindsOf = (role: Role) => roleAreas[role].map((kind) => names.areaKind[kind]).join(language === "zh" ? "、" : ", ");
  return (
    <>
      <Select
        label={w.role}
        items={grantableRoles.map((role) => ({ id: role, label: names.role[role], detail: kindsOf(role) }))}
        value={draft.role}
        onChange={(role) => put({ role: role as Role })}
        error={verb.errorOf("role")}
        isRequired
      />
      {draft.role && (
        <AreaField roots={roots} kinds={roleAreas[draft.role]} at={draft.at} onChange={(at) => put({ at, buildingId: null, departmentId: null })} error={verb.errorOf("area")} />
      )}
      {draft.role === "BUILDING_HEAD" && area !== null && (
        <BuildingField key={area} grid={area} value={draft.buildingId} onChange={(buildingId) => put({ buildingId })} error={verb.errorOf("buildingId")} />
      )}
      {draft.role === "LIAISON" && area !== null && areaKind(area) === "DISTRICT" && (
        <DepartmentField key={area} area={area} value={draft.departmentId} onChange={(departmentId) => put({ departmentId })} error={verb.errorOf("departmentId")} />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField label={w.from} value={draft.from} onChange={(from) => put({ from })} error={verb.errorOf("from")} isRequired />
        <DateField label={w.to} description={w.toNote} value={draft.to} onChange={(to) => put({ to })} error={verb.errorOf("to")} />
      </div>
    </>
  );
}

interface PickProps {
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}

function BuildingField({ grid, ...given }: PickProps & { grid: string }) {
  const w = useWords(peopleWords);
  const [{ data, fetching }] = useQuery({ query: gridBuildingsDocument, variables: { areas: [grid] } });
  const items = (data?.buildings.nodes ?? []).map(({ id, address, pinyin }) => ({ id, label: address, search: pinyin }));
  // A box that filters keeps the items it was first drawn with: it is drawn anew when they are there.
  return <ComboBox key={String(fetching)} label={w.building} items={items} isLoading={fetching} isRequired {...given} />;
}

function DepartmentField({ area, ...given }: PickProps & { area: string }) {
  const w = useWords(peopleWords);
  const { ui } = useWords();
  const [{ data }] = useQuery({ query: areaDepartmentsDocument, variables: { area } });
  if (!data) return <Skeleton label={ui.loading} className="h-control" />;
  return <Select label={w.department} items={data.departments.map(({ id, name }) => ({ id, label: name }))} isRequired {...given} />;
}
