import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BehindNumber, ReportRecord } from '#shared/contract/reports.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { listState } from '../../findings/index.ts';

type Procedure<Input> = Parameters<typeof useOperation<Input, BehindNumber>>[0];

export interface OpenedNumber<Input> {
  /** Which number, where the page marks it. */
  key: string;
  title: string;
  input: Input;
  behind: Extract<BehindNumber, { kind: 'records' }>;
}

/** Opens what a number has counted: the list narrowed to it, or the records themselves beside the page, part by part. */
export function useBehindNumber<Input extends object>(records: Procedure<Input>) {
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedNumber<Input> | null>(null);
  const ask = useOperation(
    ({ input, offset }: { input: Input; offset: number }, options: Parameters<Procedure<Input>>[1]) =>
      records({ ...input, offset }, options),
    { isSave: false, repeat: false },
  );

  async function open(title: string, input: Input, key = title): Promise<void> {
    const outcome = await ask.run({ input, offset: 0 });
    if (!outcome.done) return;
    if (outcome.value.kind === 'findings') navigate('/findings', { state: listState(outcome.value.filter) });
    else setOpened({ key, title, input, behind: outcome.value });
  }

  async function more(from: OpenedNumber<Input>): Promise<void> {
    const outcome = await ask.run({ input: from.input, offset: from.behind.records.length });
    if (!outcome.done || outcome.value.kind !== 'records') return;
    const { records: next, count } = outcome.value;
    // Another number may have been opened meanwhile.
    setOpened((now) => (now === from ? { ...now, behind: withMore(now.behind, next, count) } : now));
  }

  return {
    open,
    opened,
    more: () => {
      if (opened !== null) void more(opened);
    },
    close: () => setOpened(null),
  };
}

/** What has moved since, because something before it was taken away, is shown once. */
function withMore(
  { kind, records: shown }: OpenedNumber<unknown>['behind'],
  next: readonly ReportRecord[],
  count: number,
): OpenedNumber<unknown>['behind'] {
  const known = new Set(shown.map(({ uid }) => uid));
  return { kind, count, records: [...shown, ...next.filter(({ uid }) => !known.has(uid))] };
}
