import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

const linkLook = "rounded-one text-accent underline decoration-1 underline-offset-2 hover:text-accent-hover";

function Anchor({ className, children, ...given }: ComponentProps<"a">) {
  return (
    <a {...given} className={classes(linkLook, className)}>
      {children}
    </a>
  );
}

/** Goes to a page of ours: `to`, `params` and `search` are typed by the routes; the page is preloaded on hover and focus. */
export const Link = createLink(Anchor);

/** Leaves for another site, in a new tab, and shows that it does. */
export function ExternalLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={`${linkLook} inline-flex items-center gap-1`}>
      {children}
      <Icon name="external" size="small" />
    </a>
  );
}
