import type { Ref } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { boxLook, fieldColumn, FieldFrame, inputLook } from "../ui/field-look.tsx";

/** Digits of a code that an authenticator shows. */
export const codeLength = 6;

export interface CodeFieldProps {
  label: string;
  description?: string;
  value: string;
  /** Of a code digits only, six at most, however they were typed or pasted ("123 456"); a recovery code as it is. */
  onChange: (code: string) => void;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  /** Letters and digits from the list that was kept, in place of the authenticator's. */
  isRecovery?: boolean;
}

/** Six digits, large; phones offer their digits, and what they read from the authenticator. */
export function CodeField({ label, description, value, onChange, error, inputRef, isRecovery = false }: CodeFieldProps) {
  const change = (typed: string) => onChange(isRecovery ? typed : typed.normalize("NFKC").replaceAll(/\D/g, "").slice(0, codeLength));
  return (
    <TextField
      name={isRecovery ? "recovery-code" : "code"}
      inputMode={isRecovery ? "text" : "numeric"}
      autoComplete={isRecovery ? "off" : "one-time-code"}
      spellCheck="false"
      autoFocus
      {...{ value }}
      onChange={change}
      isInvalid={error !== undefined}
      className={`group ${fieldColumn}`}
    >
      <FieldFrame {...{ label, description, error }}>
        <Group className={boxLook}>
          <Input
            {...(inputRef ? { ref: inputRef } : {})}
            autoCapitalize="none"
            maxLength={64}
            className={`${inputLook} ${isRecovery ? "font-mono" : "text-title tracking-[0.35em] tabular-nums"}`}
          />
        </Group>
      </FieldFrame>
    </TextField>
  );
}
