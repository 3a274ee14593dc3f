import type { KnownNames } from "./event-sentence.ts";

interface Named {
  id: string;
  name: string;
}
type MaybeNamed = Named | null | undefined;

/** Whatever part of a case is at hand. */
export interface NameSources {
  gridCode?: string;
  gridName?: string | null | undefined;
  lead?: MaybeNamed;
  assignments?: readonly { person?: MaybeNamed }[];
  parties?: readonly { person?: MaybeNamed }[];
  opinions?: readonly { reporter?: MaybeNamed; recordedBy?: MaybeNamed }[];
  respondents?: readonly { key: string; name: string }[];
  whistles?: readonly { id: string; departmentId: string; departmentName: string }[];
  events?: readonly { actor?: MaybeNamed }[];
}

/** The names a case brings along for the ids in its events: the log itself holds none. */
export function knownNames(...sources: readonly NameSources[]): KnownNames {
  const known = new Map<string, string>();
  const put = (one: MaybeNamed) => one && known.set(one.id, one.name);
  for (const source of sources) {
    if (source.gridCode) known.set("community", source.gridCode.slice(0, 12));
    if (source.gridCode && source.gridName) known.set(source.gridCode, source.gridName);
    put(source.lead);
    source.assignments?.forEach(({ person }) => put(person));
    source.parties?.forEach(({ person }) => put(person));
    source.opinions?.forEach(({ reporter, recordedBy }) => [reporter, recordedBy].forEach(put));
    source.events?.forEach(({ actor }) => put(actor));
    source.respondents?.forEach(({ key, name }) => known.set(key, name));
    source.whistles?.forEach(({ id, departmentId, departmentName }) => known.set(id, departmentName).set(departmentId, departmentName));
  }
  return known;
}
