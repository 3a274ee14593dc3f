import { useSyncExternalStore } from "react";

/** How this device shows the page. Nothing here belongs to an account: a shared desk and a private phone differ. */
export interface Display {
  theme: "system" | "light" | "dark";
  /** system: whatever the system asks for. */
  contrast: "system" | "normal" | "more";
  /** Elder mode. */
  size: "normal" | "large";
  /** The side navigation, on screens that have room for both. */
  navigation: "full" | "rail";
}

const storageKey = "bandeng.display";
const initial: Display = { theme: "system", contrast: "system", size: "normal", navigation: "full" };
const allowed: { [Key in keyof Display]: readonly Display[Key][] } = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "normal", "more"],
  size: ["normal", "large"],
  navigation: ["full", "rail"],
};

function stored(): Display {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    const known = { ...initial };
    const keep = <Key extends keyof Display>(key: Key) => {
      const value = (found as Partial<Display> | null)?.[key];
      if (value !== undefined && allowed[key].includes(value)) known[key] = value;
    };
    (Object.keys(allowed) as (keyof Display)[]).forEach(keep);
    return known;
  } catch {
    return initial;
  }
}

let current: Display | undefined;
const listeners = new Set<() => void>();

/** The theme lives in attributes of <html>, where theme.css reads it; "system" leaves the matter to the media queries. */
function apply(display: Display): void {
  const { dataset } = document.documentElement;
  const put = (name: "theme" | "contrast" | "size" | "navigation", value: string, absent: string) => {
    if (value === absent) delete dataset[name];
    else dataset[name] = value;
  };
  put("theme", display.theme, "system");
  put("contrast", display.contrast, "system");
  put("size", display.size, "normal");
  put("navigation", display.navigation, "full");
}

function getDisplay(): Display {
  current ??= stored();
  return current;
}

/** Called before the first paint, so that nobody sees the wrong theme flash by. */
export function applyStoredDisplay(): void {
  apply(getDisplay());
}

export function setDisplay(change: Partial<Display>): void {
  current = { ...getDisplay(), ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be closed to us: the choice then lasts as long as the page.
  }
  apply(current);
  for (const listener of listeners) listener();
}

export function useDisplay(): Display {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, getDisplay);
}
