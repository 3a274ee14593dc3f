/** Where somebody was before signing in, if that is a page of ours; an address from outside is never followed. */
export function wayBack(from: string | undefined): string | null {
  if (!from?.startsWith("/")) return null;
  try {
    const target = new URL(from, location.origin);
    if (target.origin !== location.origin || target.pathname.startsWith("/sign-in")) return null;
    return target.pathname + target.search + target.hash;
  } catch {
    return null;
  }
}
