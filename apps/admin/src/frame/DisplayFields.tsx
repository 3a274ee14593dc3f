import type { ReactNode } from "react";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { setDisplay, useDisplay } from "./display.ts";

/** How the page looks on this device: language, light or dark, contrast, size. */
export function DisplayFields() {
  const words = useWords();
  const { language, setLanguage } = useLanguage();
  const display = useDisplay();
  const hasContrast = display.contrast === "more" || (display.contrast === "system" && matchMedia("(prefers-contrast: more)").matches);
  return (
    <div className="flex flex-col gap-3">
      <Line name={words.frame.language}>
        <SegmentedControl
          label={words.frame.language}
          value={language}
          onChange={setLanguage}
          segments={[
            { id: "zh", label: words.frame.languageZh },
            { id: "en", label: words.frame.languageEn },
          ]}
        />
      </Line>
      <Line name={words.frame.theme}>
        <SegmentedControl
          label={words.frame.theme}
          value={display.theme}
          onChange={(theme) => setDisplay({ theme })}
          segments={[
            { id: "system", label: words.frame.themeSystem },
            { id: "light", label: words.frame.themeLight, icon: "sun" },
            { id: "dark", label: words.frame.themeDark, icon: "moon" },
          ]}
        />
      </Line>
      <div>
        <Switch
          label={words.frame.elderMode}
          description={words.frame.elderModeNote}
          isSelected={display.size === "large"}
          onChange={(isLarge) => setDisplay({ size: isLarge ? "large" : "normal" })}
        />
        <Switch
          label={words.frame.highContrast}
          isSelected={hasContrast}
          onChange={(isMore) => setDisplay({ contrast: isMore ? "more" : "normal" })}
        />
      </div>
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      {/* The control carries the same name for screen readers. */}
      <span aria-hidden="true" className="text-small text-ink-soft">
        {name}
      </span>
      {children}
    </div>
  );
}
