import type { Ref } from "react";
import { useAuthOptions } from "../session/auth-options.ts";
import { PasswordField } from "../session/PasswordField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { accountWords } from "./account-words.ts";

export interface NewPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus?: boolean;
  inputRef: Ref<HTMLInputElement>;
}

/** A password that is chosen: asked once, as it can be looked at, under what this installation asks of it. */
export function NewPasswordField(given: NewPasswordFieldProps) {
  const w = useWords(accountWords);
  const { language } = useLanguage();
  // Its place is there from the first moment: a description that comes later is not tied to the field.
  const rules = useAuthOptions()?.passwordRules[language] ?? "\u00A0";
  return <PasswordField {...given} label={w.newPassword} autoComplete="new-password" description={rules} />;
}
