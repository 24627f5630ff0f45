import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { Problem } from '#renderer/app/problem.ts';
import { type ConflictField, conflictFieldsOf, isEmptyPatch, resolvePatch } from '#renderer/ui/conflict.ts';
import { ConflictDialog } from '#renderer/ui/conflict-dialog.tsx';
import { fieldLabels } from '../model/names.ts';
import { conflictValueText } from './conflict-text.ts';
import { applyPatch, type Patch } from './apply-patch.ts';
import { DELETED_MARK, useMarks } from './use-marks.ts';

type SchemePatch = Parameters<typeof client.schemes.update>[0];
type CategoryPatch = Parameters<typeof client.schemes.updateCategory>[0];
type IndicatorPatch = Parameters<typeof client.schemes.updateIndicator>[0];

export interface Patches {
  scheme: (patch: SchemePatch) => void;
  category: (patch: CategoryPatch) => void;
  indicator: (patch: IndicatorPatch) => void;
  /** Both values side by side, where somebody else changed the same field. */
  dialog: ReactNode;
}

interface Conflict {
  fields: ConflictField[];
  resolve: (choices: Parameters<typeof resolvePatch>[2]) => void;
  /** What is stored stays, and the page shows it again already. */
  giveUp: () => void;
}

interface Saver<Given> {
  save: (patch: Given) => void;
  forget: () => void;
}

function labelled({ code, data }: Problem): ConflictField[] {
  const { fields } = data;
  if (code !== 'conflict' || !Array.isArray(fields)) return [];
  const named = fields.map((entry: { field?: unknown }) => ({
    ...entry,
    label: fieldLabels[String(entry.field)] ?? String(entry.field),
  }));
  return conflictFieldsOf({ fields: named });
}

/** Saves single fields at once; the page shows the new value already while it is being saved. */
export function usePatches(schemeUid: string): Patches {
  const queries = useQueryClient();
  const marks = useMarks();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const key = api.schemes.get.queryKey({ input: { uid: schemeUid } });

  function send<Given extends Patch>(patch: Given, run: (patch: Given) => Promise<{ done: boolean }>): void {
    queries.setQueryData<SchemeDetail>(key, (detail) => detail && applyPatch(detail, patch));
    void run(patch).then(({ done }) => {
      if (!done) void queries.invalidateQueries({ queryKey: key });
    });
  }

  function onProblem<Given extends Patch>(
    problem: Problem,
    patch: Given,
    { save, forget }: Saver<Given>,
  ): boolean {
    const fields = labelled(problem);
    if (fields.length === 0) return false;
    const resolve: Conflict['resolve'] = (choices) => {
      const rest = resolvePatch(patch, fields, choices);
      if (isEmptyPatch(rest)) forget();
      else save(rest);
    };
    setConflict({ fields, resolve, giveUp: forget });
    return true;
  }

  const update = useOperation(client.schemes.update, {
    onProblem: (problem, patch) => onProblem(problem, patch, { save: scheme, forget: () => update.forget() }),
  });
  const updateCategory = useOperation(client.schemes.updateCategory, {
    onProblem: (problem, patch) =>
      onProblem(problem, patch, { save: category, forget: () => updateCategory.forget() }),
  });
  const updateIndicator = useOperation(client.schemes.updateIndicator, {
    onProblem: (problem, patch) =>
      onProblem(problem, patch, { save: indicator, forget: () => updateIndicator.forget() }),
  });
  function scheme(patch: SchemePatch): void {
    send(patch, (given) => update.run(given));
  }
  function category(patch: CategoryPatch): void {
    send(patch, (given) => updateCategory.run(given));
  }
  function indicator(patch: IndicatorPatch): void {
    send(patch, (given) => updateIndicator.run(given));
  }

  const markName = (mark: string) => marks.find((one) => one.mark === mark)?.name ?? DELETED_MARK;

  return {
    scheme,
    category,
    indicator,
    dialog: conflict !== null && (
      <ConflictDialog
        fields={conflict.fields}
        format={({ field }, value) => conflictValueText(field, value, markName)}
        onCancel={() => {
          setConflict(null);
          conflict.giveUp();
        }}
        onResolve={(choices) => {
          setConflict(null);
          conflict.resolve(choices);
        }}
      />
    ),
  };
}
