import { useEffect, useEffectEvent } from 'react';
import { type DraftOfPage, useDraft } from './use-draft.ts';

export interface KeptWork {
  /** For the DraftBar: what another window left. */
  draft: DraftOfPage;
  take: (content: string) => void;
  /** After the operation that made something of it all. */
  end: () => Promise<void>;
}

/**
 * Keeps the work on a page or in a dialog that is saved as a whole at its end; what was left is offered.
 * @param document which page: fromText/new
 * @param work JSON
 * @param isWorth whether there is anything that somebody would miss
 * @param goesOn without a question where this very window left it
 */
export function useKeptWork<Work>(
  document: string,
  work: Work,
  { isWorth, goesOn, onTake }: { isWorth: boolean; goesOn: boolean; onTake: (work: Work) => void },
): KeptWork {
  const draft = useDraft(document);
  const text = isWorth ? JSON.stringify(work) : null;
  const { left } = draft;

  // Written by this page, in whatever window.
  const take = (content: string): void => onTake(JSON.parse(content) as Work);
  const keep = useEffectEvent((content: string) => draft.type(content));
  const goOn = useEffectEvent((content: string) => {
    if (isWorth) return;
    take(content);
    void draft.settle(content);
  });
  useEffect(() => {
    if (text !== null) keep(text);
  }, [text]);
  const ownContent = goesOn && left?.own === true ? left.content : null;
  useEffect(() => {
    if (ownContent !== null) goOn(ownContent);
  }, [ownContent]);

  return {
    draft,
    take,
    async end() {
      draft.saved();
      await draft.flush();
      await draft.settle(null);
    },
  };
}
