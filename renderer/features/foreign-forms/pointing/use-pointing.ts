import { useRef, useState } from 'react';
import type { ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import type { Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

/** What was pointed at, saved at every step; what is on its way shows already. */
export function usePointing({ uid, pointing: stored }: Pick<ForeignFormDetail, 'uid' | 'pointing'>) {
  const [ahead, setAhead] = useState<{ of: Pointing; pointing: Pointing } | null>(null);
  const saved = useRef<Pointing | null>(null);
  const before = useRef(Promise.resolve());
  const update = useOperation(client.foreignForms.update);
  const pointing = ahead?.of === stored ? ahead.pointing : stored;

  async function save(next: Pointing): Promise<void> {
    const base = saved.current ?? stored;
    const outcome = await update.run({ uid, base: { pointing: base }, set: { pointing: next } });
    saved.current = outcome.done ? next : null;
    if (!outcome.done) setAhead(null);
  }

  function change(next: Pointing): void {
    // Once what others did has arrived, it is what the next step is based on.
    if (ahead?.of !== stored) saved.current = null;
    setAhead({ of: stored, pointing: next });
    before.current = before.current.then(() => save(next));
  }
  return { pointing, change };
}
