import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BehindNumber } from '#shared/contract/reports.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { listState } from '../../findings/index.ts';

type Procedure<Input> = Parameters<typeof useOperation<Input, BehindNumber>>[0];

export interface OpenedNumber {
  /** Which number, where the page marks it. */
  key: string;
  title: string;
  behind: Extract<BehindNumber, { kind: 'records' }>;
}

/** Opens what a number has counted: the list narrowed to it, or the records themselves beside the page. */
export function useBehindNumber<Input>(records: Procedure<Input>) {
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedNumber | null>(null);
  const ask = useOperation(
    ({ input }: { input: Input }, options: Parameters<Procedure<Input>>[1]) => records(input, options),
    { isSave: false, repeat: false },
  );

  async function open(title: string, input: Input, key = title): Promise<void> {
    const outcome = await ask.run({ input });
    if (!outcome.done) return;
    if (outcome.value.kind === 'findings') navigate('/findings', { state: listState(outcome.value.filter) });
    else setOpened({ key, title, behind: outcome.value });
  }

  return { open, opened, close: () => setOpened(null) };
}
