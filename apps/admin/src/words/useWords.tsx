import { createContext, type ReactNode, use, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { type Format, formatFor } from "./format.ts";
import { type Language, localeOf, type Same, storedLanguage, storeLanguage, type WordPair } from "./language.ts";
import { loadEnglish, spokenEnglish } from "./spoken.ts";
import { zh } from "./zh.ts";

/** The shared dictionary as a component sees it. */
export type Words = Same<typeof zh>;

interface Speaking {
  language: Language;
  setLanguage(language: Language): void;
}

const Speech = createContext<Speaking>({ language: "zh", setLanguage: () => undefined });

/**
 * Holds the language: for our words, for `<html lang>`, for dates and numbers, and for React Aria's own strings.
 * `language` fixes it (tests, a page shown in a given language); otherwise it is what was chosen on this device.
 */
export function LanguageProvider({ language: fixed, children }: { language?: Language; children: ReactNode }) {
  const [chosen, setChosen] = useState<Language>(storedLanguage);
  const language = fixed ?? chosen;
  // Chinese came with the page; whoever reads English waits for it once.
  if (language === "en") use(loadEnglish());
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);
  const speaking = useMemo<Speaking>(
    () => ({
      language,
      setLanguage: (next) => {
        const choose = () => {
          storeLanguage(next);
          setChosen(next);
        };
        if (next === "zh") choose();
        // Without a network the page stays as it is.
        else loadEnglish().then(choose, () => undefined);
      },
    }),
    [language],
  );
  return (
    <Speech value={speaking}>
      <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
    </Speech>
  );
}

/** The language and how to change it. */
export function useLanguage(): Speaking {
  return useContext(Speech);
}

/** The shared dictionary, or with a pair the words of one feature: `const w = useWords(boardWords)`. */
export function useWords(): Words;
export function useWords<Source extends object>(pair: WordPair<Source>): Same<Source>;
export function useWords<Source extends object>(pair?: WordPair<Source>): Words | Same<Source> {
  const { language } = useContext(Speech);
  // The source is a Same of itself; TypeScript cannot see that through the generic.
  return pair ? (language === "zh" ? (pair.zh as Same<Source>) : pair.en) : language === "zh" ? zh : spokenEnglish().en;
}

/** Dates, numbers, money and deadlines in the language of the page and the time of Shanghai. */
export function useFormat(): Format {
  return formatFor(useContext(Speech).language);
}
