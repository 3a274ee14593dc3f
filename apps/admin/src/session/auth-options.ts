import { useEffect, useState } from "react";
import type { Language } from "../words/language.ts";
import { askAuth } from "./auth-request.ts";

/** What the sign-in tells to anybody. */
export interface AuthOptions {
  /** The district's own sign-on, by its name; null where there is none. */
  oidc: { name: string } | null;
  /** What a password must be. */
  passwordRules: Record<Language, string>;
}

/** Null until it is known; a server that cannot be asked says so at the next step anyway. */
export function useAuthOptions(): AuthOptions | null {
  const [options, setOptions] = useState<AuthOptions | null>(null);
  useEffect(() => {
    let isGone = false;
    void askAuth<AuthOptions>("/options").then((answer) => {
      if (!isGone && answer.kind === "done") setOptions(answer.body);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return options;
}
