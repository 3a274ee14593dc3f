import { lazy, Suspense, useSyncExternalStore } from "react";
import { toastQueue } from "./toasts.ts";

const ToastRegion = lazy(() => import("./ToastRegion.tsx"));

/** Mounted once at the root: loads what draws toasts when there is one. */
export function Toasts() {
  const hasToasts = useSyncExternalStore(
    (changed) => toastQueue.subscribe(changed),
    () => toastQueue.visibleToasts.length > 0,
  );
  return hasToasts ? (
    <Suspense>
      <ToastRegion />
    </Suspense>
  ) : null;
}
