import { useState } from "react";
import { useQuery } from "urql";
import { foundResidentsDocument } from "../../councils/council-documents.ts";
import { useSettled } from "../../intake/buildings.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";

/** A resident by surname or address, masked; whose home is known signs in for it. */
export function ResidentField({ label, onChoose }: { label: string; onChoose: (personId: string) => void }) {
  const [text, setText] = useState("");
  const sought = useSettled(text.trim(), 200);
  const [{ data, fetching }] = useQuery({ query: foundResidentsDocument, variables: { text: sought }, pause: sought === "" });
  const items = sought === "" ? [] : (data?.residents ?? []).map(({ id, name, address }) => ({ id, label: name, detail: address ?? undefined }));
  return <ComboBox label={label} items={items} value={null} onChange={(id) => id !== null && onChoose(id)} inputValue={text} onInputChange={setText} isLoading={fetching} />;
}
