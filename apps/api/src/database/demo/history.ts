import type { Instant } from "@bandeng/domain";
import type { CaseBook } from "./case-book.ts";

/** What lies behind the community. */
export function tellHistory(_book: CaseBook, _now: Instant): void {}
