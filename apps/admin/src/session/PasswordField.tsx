import { type Ref, useState } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { boxLook, fieldColumn, FieldFrame, inputLook } from "../ui/field-look.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { sessionWords } from "./session-words.ts";

export interface PasswordFieldProps {
  /** 密码 when not given. */
  label?: string;
  /** "new-password" where one is chosen: password managers then offer one. */
  autoComplete?: "current-password" | "new-password";
  description?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A password, which may be looked at: typed with one thumb in a stairwell, hidden letters cost more than they protect. */
export function PasswordField({ label, autoComplete = "current-password", description, value, onChange, error, autoFocus = false, inputRef }: PasswordFieldProps) {
  const words = useWords(sessionWords);
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      name={autoComplete === "new-password" ? autoComplete : "password"}
      type={isShown ? "text" : "password"}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      spellCheck="false"
      maxLength={128}
      {...{ value, onChange }}
      isInvalid={error !== undefined}
      className={`group ${fieldColumn}`}
    >
      <FieldFrame label={label ?? words.password} {...{ description, error }}>
        <Group className={boxLook}>
          <Input {...(inputRef ? { ref: inputRef } : {})} autoCapitalize="none" className={inputLook} />
          <IconButton
            icon={isShown ? "eye" : "eye-off"}
            label={words.show(label ?? words.password)}
            isOn={isShown}
            onPress={() => setShown(!isShown)}
            hasTooltip={false}
          />
        </Group>
      </FieldFrame>
    </TextField>
  );
}
