import { useCallback, useState } from "react";

/** The width of an element in pixels, as it changes; null before it is measured. */
export function useWidth(): readonly [number | null, (element: Element | null) => (() => void) | undefined] {
  const [width, setWidth] = useState<number | null>(null);
  const measure = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, measure];
}
