import { categoryOf, isOpen, namesIn, type Category } from "@bandeng/domain";
import type { SeenCase } from "../cases/card.ts";
import type { Language } from "../http/context.ts";

/** What the words of a request are made of, besides the case itself. */
export interface Wording {
  readonly language: Language;
  readonly tree: readonly Category[];
  /** Names of the community, its street and its district, by code. */
  readonly areaNames: ReadonlyMap<string, string>;
}

/** A moment as GeoReport writes it: 2024-03-04T10:00:00Z. */
const moment = (at: string | null): string | null => at && new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");

/** A name within a sentence; Chinese knows no capitals. */
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const upTo = { BUILDING: 12, COMPOUND: 12, COMMUNITY: 12, STREET: 9, DISTRICT: 6 } as const;

/**
 * A case as a service request of GeoReport v2. What residents said, the title, which repeats it, names and rooms stand in
 * none of its fields: the description is the category and the building or compound, as a list shows them.
 */
export function geoRequest({ card, updatedAt, buildingAddress, compoundName, gridName }: SeenCase, { language, tree, areaNames }: Wording): Record<string, unknown> {
  const names = namesIn(language);
  const service = card.category === null ? null : (categoryOf(card.category, tree)?.[language] ?? card.category);
  const address = buildingAddress ?? compoundName;
  const [comma, colon, open, close] = language === "en" ? [", ", "; next: ", " (", ")"] : ["，", "，待", "（", "）"];
  const community = card.gridCode.slice(0, 12);
  const agency = areaNames.get(card.gridCode.slice(0, upTo[card.level])) ?? areaNames.get(community) ?? community;
  return {
    service_request_id: card.no,
    status: isOpen(card.status) ? "open" : "closed",
    status_notes: card.due === null ? names.status[card.status] : `${names.status[card.status]}${colon}${lower(names.due[card.due.kind])}`,
    service_name: service ?? names.kind[card.kind],
    service_code: card.category,
    description: [service ?? names.kind[card.kind], address ?? gridName].filter((part) => part !== null).join(comma),
    agency_responsible: `${agency}${open}${names.level[card.level]}${close}`,
    service_notice: null,
    requested_datetime: moment(card.collectedAt),
    updated_datetime: moment(updatedAt),
    expected_datetime: moment(card.due?.at ?? null),
    address,
    address_id: card.place.buildingId ?? card.place.compoundId,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
