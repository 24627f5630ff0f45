import { UnreleasedMark } from './unreleased-mark.tsx';

/** The text of a list's cell with the mark before it; in full where the pointer rests on it. */
export function MarkedText({ uid, text }: { uid: string; text: string }) {
  return (
    <span title={text}>
      <UnreleasedMark uid={uid} />
      {text}
    </span>
  );
}
