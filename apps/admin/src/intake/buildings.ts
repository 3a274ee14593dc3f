import { useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import { communitiesOf, useViewer } from "../session/viewer.ts";
import { type Building, buildingsDocument } from "./intake-documents.ts";
import { readStored, writeStored } from "./person-storage.ts";

const shown = 8;
const recentCount = 4;
/** A community has some fifty buildings: all of them fit on the device, for the stairwell without network. */
const keptCount = 100;

const isList = (value: unknown): value is Building[] => Array.isArray(value);

/** Letters of syllables: `caojiaxiang3hao` → `cjx3h`. The server knows them exactly; this is for when it cannot be asked. */
export function initialsOf(pinyin: string): string {
  const syllables = pinyin.match(/(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?[aeiouv]+(?:ng(?![aeiouv])|[nr](?![aeiouv]))?|\d+/g) ?? [];
  return syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : syllable.charAt(0))).join("");
}

/** The buildings that match by address, pinyin or initials, among those kept on the device. */
export function findKept(kept: readonly Building[], text: string): Building[] {
  const wanted = text.trim().toLowerCase().replaceAll(/\s/g, "");
  if (wanted === "") return [];
  return kept.filter(({ address, pinyin }) => address.toLowerCase().includes(wanted) || pinyin.includes(wanted) || initialsOf(pinyin).includes(wanted)).slice(0, shown);
}

export function useRecentBuildings(): readonly Building[] {
  const { person } = useViewer();
  const [recent] = useState(() => readStored("intake-recent", person.id));
  return isList(recent) ? recent : [];
}

/** Puts a building first among the recent ones. */
export function keepRecent(personId: string, building: Building): void {
  const found = readStored("intake-recent", personId);
  const others = isList(found) ? found.filter(({ id }) => id !== building.id) : [];
  writeStored("intake-recent", personId, [building, ...others].slice(0, recentCount));
}

/** What is found for the words typed: at once from the device, then from the server. */
export function useFoundBuildings(text: string): { found: readonly Building[]; isLoading: boolean } {
  const viewer = useViewer();
  const client = useClient();
  const areas = communitiesOf(viewer);
  const personId = viewer.person.id;
  const [kept, setKept] = useState<readonly Building[]>(() => {
    const stored = readStored("intake-buildings", personId);
    return isList(stored) ? stored : [];
  });
  const areaKey = areas.join();
  useEffect(() => {
    let isLeft = false;
    void client
      .query(buildingsDocument, { areas: areaKey.split(","), first: keptCount })
      .toPromise()
      .then(({ data }) => {
        if (!data || isLeft) return;
        writeStored("intake-buildings", personId, data.buildings.nodes);
        setKept(data.buildings.nodes);
      });
    return () => {
      isLeft = true;
    };
  }, [client, areaKey, personId]);

  const asked = useSettled(text.trim(), 150);
  const [{ data, fetching }] = useQuery({ query: buildingsDocument, variables: { areas, text: asked, first: shown }, pause: asked === "" || areas.length === 0 });
  const isAnswered = asked === text.trim() && !fetching && data !== undefined;
  return { found: text.trim() === "" ? [] : isAnswered ? data.buildings.nodes : findKept(kept, text), isLoading: fetching };
}

/** The value, once it has stood still. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
