import { namesIn } from "@bandeng/domain";
import { setDisplay, useDisplay } from "../frame/display.ts";
import { useNavigation } from "../frame/navigation.ts";
import type { PaletteQuery } from "../graphql/graphql.ts";
import type { IconName } from "../ui/icon-paths.ts";
import type { Language } from "../words/language.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { paletteWords } from "./palette-words.ts";
import { isFound, pageSearch, searchOf } from "./typed-names.ts";

/** One line of the palette. */
export interface PaletteEntry {
  id: string;
  label: string;
  detail?: string;
  icon: IconName;
  /** Where it goes, or what it does. */
  to: string | (() => void);
}

export interface PaletteSection {
  id: string;
  label: string;
  entries: PaletteEntry[];
}

interface Action extends PaletteEntry {
  search: string;
}

function useActions(): Action[] {
  const words = useWords(paletteWords);
  const { language, setLanguage } = useLanguage();
  const { theme, size } = useDisplay();
  const other = language === "zh" ? "en" : "zh";
  const isLarge = size === "large";
  const themes = (["light", "dark", "system"] as const).filter((one) => one !== theme);
  const both = (key: "toEnglish" | "toChinese" | "light" | "dark" | "system" | "largeOn" | "largeOff") => [paletteWords.zh[key], paletteWords.en[key]];
  const syllables = { light: "qian se wai guan", dark: "shen se wai guan", system: "wai guan gen sui xi tong" };
  return [
    {
      id: "language",
      label: other === "en" ? words.toEnglish : words.toChinese,
      icon: "language",
      to: () => setLanguage(other),
      search: searchOf(both(other === "en" ? "toEnglish" : "toChinese"), other === "en" ? "qie huan dao ying wen" : "qie huan dao zhong wen"),
    },
    ...themes.map((one): Action => ({
      id: one,
      label: words[one],
      icon: one === "light" ? "sun" : one === "dark" ? "moon" : "display",
      to: () => setDisplay({ theme: one }),
      search: searchOf(both(one), syllables[one]),
    })),
    {
      id: "large",
      label: isLarge ? words.largeOff : words.largeOn,
      icon: "eye",
      to: () => setDisplay({ size: isLarge ? "normal" : "large" }),
      search: searchOf(both(isLarge ? "largeOff" : "largeOn"), "da zi mo shi"),
    },
  ];
}

function foundBy(data: PaletteQuery, language: Language): Record<"cases" | "grids" | "buildings", PaletteEntry[]> {
  const names = namesIn(language);
  const cases = new Map([data.open, data.closed, data.any].flatMap(({ nodes }) => nodes).map((one) => [one.id, one]));
  return {
    cases: [...cases.values()].map(({ id, no, title, status, gridName, place }) => ({
      id: `case ${id}`,
      label: title,
      detail: [no, names.status[status], place.buildingAddress ?? gridName].filter(Boolean).join(" · "),
      icon: "bench",
      to: `/?case=${id}`,
    })),
    grids: data.areas
      .filter(({ kind }) => kind === "GRID")
      .slice(0, 5)
      .map(({ code, name }) => ({ id: `grid ${code}`, label: name, detail: code, icon: "pin", to: `/?area=${code}` })),
    buildings: data.buildings.nodes.map(({ id, address, compoundName }) => ({
      id: `building ${id}`,
      label: address,
      ...(compoundName && !address.startsWith(compoundName) ? { detail: compoundName } : {}),
      icon: "building",
      to: `/?q=${encodeURIComponent(address)}`,
    })),
  };
}

/** What fits the words typed: pages and actions from here, cases, grids and buildings from the server's answer. */
export function usePaletteSections(text: string, data: PaletteQuery | undefined): PaletteSection[] {
  const words = useWords(paletteWords);
  const { pages } = useWords();
  const { language } = useLanguage();
  const found = data && foundBy(data, language);
  const pageEntries = useNavigation()
    .filter(({ name }) => isFound(pageSearch(name), text))
    .map(({ to, name, icon }): PaletteEntry => ({ id: `page ${to}`, label: pages[name], icon, to }));
  const actions = useActions().filter(({ search }) => isFound(search, text));
  return [
    { id: "cases", label: words.cases, entries: found?.cases ?? [] },
    { id: "grids", label: words.grids, entries: found?.grids ?? [] },
    { id: "buildings", label: words.buildings, entries: found?.buildings ?? [] },
    { id: "pages", label: words.pages, entries: pageEntries },
    { id: "actions", label: words.actions, entries: actions },
  ].filter(({ entries }) => entries.length > 0);
}
