import { useSyncExternalStore } from "react";

/** Two lines of text and two small ones, with paddings and border: as CardView draws them. */
function measure(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  const size = (name: string, otherwise: number) => (Number.parseFloat(style.getPropertyValue(name)) || otherwise) * rem;
  return Math.ceil(2 * size("--line-body", 1.25) + 2 * size("--line-small", 1) + 24);
}

/** Every card has the same height; elder mode, phones and zoomed text make it larger. */
export function useCardHeight(): number {
  return useSyncExternalStore((changed) => {
    window.addEventListener("resize", changed);
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size", "style", "class"] });
    return () => {
      window.removeEventListener("resize", changed);
      observer.disconnect();
    };
  }, measure);
}
