import { forgetEarlyQuestions } from "../client/early-question.ts";
import { keepDraft, storedDraft } from "../intake/draft.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { signOut } from "./sign-in-request.ts";

/** Signs out and goes to the door; false when the server could not be asked, and nothing has changed. */
export async function leave(personId: string): Promise<boolean> {
  if (!(await signOut())) return false;
  const files = storedDraft(personId)?.files ?? [];
  if (files.length > 0) await (await import("../intake/kept-files.ts")).forgetFiles(files.map(({ key }) => key));
  keepDraft(personId, null);
  forgetEarlyQuestions();
  tellOtherTabs(null);
  // A new page, not a new route: nothing of this person stays in memory.
  location.assign("/sign-in");
  return true;
}
