import { readSlipCode } from "@bandeng/domain";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { SlipFrame } from "./SlipFrame.tsx";
import { slipWords } from "./slip-words.ts";

/** 公开查询: where one types the code of a slip. */
export function SlipEntryPage() {
  return (
    <SlipFrame>
      <CodeForm />
    </SlipFrame>
  );
}

/** The code however it is typed: small letters, blanks and dashes do not matter. */
export function CodeForm() {
  const w = useWords(slipWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const code = readSlipCode(typed);
        setError(code === null ? w.codeWrong : undefined);
        if (code !== null) void navigate({ to: "/s/$code", params: { code } });
      }}
    >
      <TextField label={w.code} description={w.codeHint} value={typed} onChange={setTyped} error={error} autoComplete="off" spellCheck="false" maxLength={20} isRequired validationBehavior="aria" />
      <Button type="submit" variant="primary" wide icon="search" className="min-h-14! text-lead!">
        {w.look}
      </Button>
    </form>
  );
}
