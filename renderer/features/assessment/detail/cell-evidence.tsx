import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EVIDENCE_FILES, type EvidenceCell } from '#shared/contract/evidence.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList, useAddFiles } from '#renderer/ui/attachments/attachment-list.tsx';
import { PracticeSelect } from './practice-select.tsx';

/** Evidence of a group by the cell that it is for. */
export type EvidenceByCell = ReadonlyMap<string, EvidenceCell>;

export function useEvidence(groupUid: string): EvidenceByCell {
  const { data } = useQuery(
    api.evidence.ofGroup.queryOptions({
      input: { groupUid },
      meta: { tables: ['evidence', 'attachment', 'assessment_object'] },
    }),
  );
  return useMemo(() => new Map((data ?? []).map((each) => [cellKey(each), each])), [data]);
}

export interface EvidencePlace {
  groupUid: string;
  objectUid: string;
  indicatorUid: string;
}

/** Takes files over as evidence of a cell, wherever they were dropped or pasted. */
export function useAddEvidence(): (files: readonly File[], cell: EvidencePlace) => void {
  const mayAttach = useRight('attachFiles');
  const { files } = useAddFiles<EvidencePlace>((file, options) => client.evidence.add(file, options));
  return mayAttach ? files : () => undefined;
}

interface CellEvidenceProps {
  cell: EvidencePlace;
  evidence: EvidenceByCell;
  isFinal: boolean;
  /** An item that gives a bonus, which good practices may earn. */
  inBonus: boolean;
}

/** The files that were handed in for one item: dropped, pasted or chosen here. */
export function CellEvidence({ cell, evidence, isFinal, inBonus }: CellEvidenceProps) {
  const known = evidence.get(cellKey(cell));
  const mayAttach = useRight('attachFiles') && !isFinal;
  return (
    <>
      <AttachmentList
        key={cellKey(cell)}
        subject={known === undefined ? null : { kind: EVIDENCE_FILES, uid: known.uid }}
        label="佐证材料"
        mayEdit={!isFinal}
        add={({ fileToken }, options) => client.evidence.add({ ...cell, fileToken }, options)}
      />
      {inBonus && mayAttach && <PracticeSelect cell={cell} />}
    </>
  );
}
