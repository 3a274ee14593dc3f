import { type RefObject, useState } from "react";
import { type Credentials, PasswordStep } from "./PasswordStep.tsx";
import { CodeStep } from "./CodeStep.tsx";

export interface SignInFormProps {
  credentials: Credentials;
  onChange: (credentials: Credentials) => void;
  /** The person is known (the session ended mid-work): only the password is asked. */
  isNameFixed?: boolean;
  submitLabel: string;
  /** The page's own hold on the password field, where it needs one. */
  passwordRef?: RefObject<HTMLInputElement | null>;
  /** The password was right and a code is asked, or the password is asked again. */
  onStep?: (asksCode: boolean) => void;
  /** Called once the cookie is there; the form stays pending until it settles. */
  onSignedIn: () => Promise<void>;
}

/** User name and password, then the code of the second factor where the account has one. */
export function SignInForm({ onSignedIn, onStep, onChange, credentials, ...given }: SignInFormProps) {
  const [step, setStep] = useState<"password" | "code" | "late">("password");
  const askPassword = (why: "password" | "late") => {
    onChange({ ...credentials, password: "" });
    setStep(why);
    onStep?.(false);
  };
  const askCode = () => {
    setStep("code");
    onStep?.(true);
  };
  if (step === "code") return <CodeStep onSignedIn={onSignedIn} onBack={() => askPassword("password")} onLate={() => askPassword("late")} />;
  return (
    <PasswordStep {...given} {...{ credentials, onChange }} isLate={step === "late"} onDone={(stage) => (stage === "SECOND_FACTOR" ? askCode() : onSignedIn())} />
  );
}
