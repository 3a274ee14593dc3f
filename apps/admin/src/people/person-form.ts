import type { PersonShownFragment } from "../graphql/graphql.ts";
import type { Link } from "./LinkOnce.tsx";
import type { ActsAsked } from "./person-acts.ts";

/** What came of a form: what to say, and a link where one was made (null: made, and lost on the way). */
export interface FormDone {
  title: string;
  link?: Link | null;
}

/** What every form on a person is given. */
export interface PersonFormProps {
  person: PersonShownFragment;
  asked: ActsAsked;
  onDone: (done: FormDone) => void;
  onCancel: () => void;
}
