import type { EarlyQuestion } from "./client/early-question.ts";

// Runs before the code of the page is read, which takes longer than the server's answer: the questions with which the last
// visit of the home page began are asked meanwhile. No answer is stored; client/early-question.ts hands them out. Imports
// nothing: what is imported would have to be read first.
if (location.pathname === "/" && location.search === "") {
  void import("./board/BoardPage.tsx");
  try {
    const questions = JSON.parse(localStorage.getItem("bandeng.early") ?? "[]") as EarlyQuestion[];
    const answers = new Map(questions.map(({ url, headers, body }) => [body, fetch(new URL(url, location.origin).pathname, { method: "POST", credentials: "same-origin", headers, body })] as const));
    for (const answer of answers.values()) answer.catch(() => undefined);
    window.bandengEarly = { at: performance.now(), answers };
  } catch {
    // Nothing remembered, or not by us: the page asks when it is there.
  }
}
