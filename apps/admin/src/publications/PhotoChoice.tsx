import { publicationLimits } from "@bandeng/domain";
import { useQuery } from "urql";
import { CheckBox } from "../ui/CheckBox.tsx";
import { useWords } from "../words/useWords.tsx";
import { publicationPhotosDocument } from "./publication-documents.ts";
import { publicationsWords } from "./publications-words.ts";

/** Photos of a project's cases, to hang with it: before and after first. */
export function PhotoChoice({ projectId, value, onChange, error }: { projectId: string; value: readonly string[]; onChange: (ids: readonly string[]) => void; error?: string | undefined }) {
  const w = useWords(publicationsWords);
  const [{ data }] = useQuery({ query: publicationPhotosDocument, variables: { id: projectId } });
  const photos = (data?.project?.cases ?? []).flatMap(({ attachments }) => attachments).filter(({ kind }) => kind === "PHOTO");
  if (photos.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{w.photos}</legend>
      <p className="text-small text-ink-soft">{w.photosNote(publicationLimits.photos)}</p>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {photos.toSorted((a, b) => Number(b.stage !== null) - Number(a.stage !== null)).map(({ id, name }) => (
          <li key={id}>
            <img src={`/api/attachments/${id}/thumbnail`} alt="" className="aspect-4/3 w-full rounded-one border border-line object-cover" />
            <CheckBox isSelected={value.includes(id)} onChange={(isOn) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))}>
              {name}
            </CheckBox>
          </li>
        ))}
      </ul>
      {error && <p className="text-bad">{error}</p>}
    </fieldset>
  );
}
